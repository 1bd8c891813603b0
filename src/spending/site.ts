import { unescape } from './line.js';

/** A site is a name for people, not an address: a longer folder name is cut. */
const LONGEST = 100;

/**
 * The site that a page belongs to, for the sums by site: its host and the first folder of its path
 * (`ada.github.io/blog`), because several sites may share an origin and thereby a tally. Pages
 * outside any folder belong to the host itself. `''` where there is no host (files, inline frames).
 */
export function siteOf({ host, pathname }: Pick<Location, 'host' | 'pathname'>): string {
  const [, folder] = /^\/([^/]+)\//.exec(pathname) ?? [];
  if (!host || folder === undefined) return host;
  return `${host}/${unescape(folder) ?? folder}`.slice(0, LONGEST);
}

/** The site of this page now: scripts may change its address. `''` where there is no page. */
export function pageSite(): string {
  const { location }: { location?: Location } = globalThis;
  return location ? siteOf(location) : '';
}
