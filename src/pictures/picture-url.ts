import { shared } from '../base/shared.js';

/**
 * Addresses that outlive their place on a widget: a page may have put them into links of its own.
 */
const spared = 16;

/**
 * An address for a picture in this page. The same picture gets the same one until it is released;
 * it keeps the bytes in memory that long.
 */
export function pictureUrl(blob: Blob): string {
  const known = urls().get(blob);
  if (known) return known;
  const url = URL.createObjectURL(blob);
  urls().set(blob, url);
  return url;
}

function urls(): Map<Blob, string> {
  return shared('picture-urls', 1, () => new Map<Blob, string>());
}

/**
 * Ends a picture's address; pictures already painted stay, new uses of it fail. Safe to call twice.
 */
export function releasePictureUrl(picture: Blob | string): void {
  for (const [blob, url] of urls()) {
    if (blob !== picture && url !== picture) continue;
    urls().delete(blob);
    URL.revokeObjectURL(url);
  }
}

/**
 * For a picture no widget shows any more. The last sixteen keep their address, older ones lose it.
 */
export function retirePictureUrl(blob: Blob): void {
  const retired = shared('retired-pictures', 1, () => new Set<Blob>());
  retired.delete(blob);
  retired.add(blob);
  for (const oldest of retired) {
    if (retired.size <= spared) return;
    retired.delete(oldest);
    releasePictureUrl(oldest);
  }
}
