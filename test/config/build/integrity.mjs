// dist/integrity.json: what a page needs that holds each of our files to its hash.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const atOnce = /(?:\bfrom|\bimport) ?"(\.[^"]+)"|\bimport\(new URL\("([^"]+)"/g;
const later = /\bimport\("(\.[^"]+)"\)/g;

/**
 * Writes `integrity.json` into the folder: `files`, the `sha384-…` of each script by its path; and
 * `entries`, for each script that a page may name, the files it loads at once and those it may load
 * later. An entry works where all of them stand beside it.
 * @param {string} dist
 */
export function writeIntegrity(dist) {
  const scripts = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.js') && !path.startsWith('modules'))
    .sort();
  const code = new Map(scripts.map((path) => [path, readFileSync(join(dist, path))]));
  const imports = (path, how) =>
    [...code.get(path).toString().matchAll(how)].map(([, part, script]) =>
      join(dirname(path), part ?? script),
    );
  const reach = (path, hows, seen = new Set()) => {
    for (const next of hows.flatMap((how) => imports(path, how)))
      if (!seen.has(next)) reach(next, hows, seen.add(next));
    return seen;
  };
  const entry = (path) => {
    const first = reach(path, [atOnce]);
    const all = reach(path, [atOnce, later]);
    return { atOnce: [...first].sort(), later: [...all].filter((one) => !first.has(one)).sort() };
  };
  const entries = scripts.filter((path) => !path.startsWith('parts'));
  const told = {
    files: Object.fromEntries(scripts.map((path) => [path, hash(code.get(path))])),
    entries: Object.fromEntries(entries.map((path) => [path, entry(path)])),
  };
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(told, undefined, 1)}\n`);
}

/** As `integrity` wants it. @param {Buffer} bytes */
function hash(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
