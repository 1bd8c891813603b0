import { shared } from '../base/shared.js';

/** How many retired addresses stay valid: the page may have put them into its own links. */
const spared = 16;

/**
 * The `blob:` address of a picture in this page. The same picture keeps its address until it is
 * released, and its bytes stay in memory that long.
 */
export function pictureUrl(blob: Blob): string {
  const known = urls().get(blob);
  if (known) return known;
  const url = objectUrl(blob);
  urls().set(blob, url);
  return url;
}

/** A new `blob:` address; empty in a simulated document, where there is none for its files. */
export function objectUrl(blob: Blob): string {
  try {
    return URL.createObjectURL(blob);
  } catch {
    return '';
  }
}

function urls(): Map<Blob, string> {
  return shared('picture-urls', 1, () => new Map<Blob, string>());
}

/**
 * Revokes a picture's address. Pictures already painted stay, new uses of it fail. Safe to call
 * twice.
 */
export function releasePictureUrl(picture: Blob | string): void {
  for (const [blob, url] of urls()) {
    if (blob !== picture && url !== picture) continue;
    urls().delete(blob);
    if (url) URL.revokeObjectURL(url);
  }
}

/**
 * Call it for a picture no widget shows any more. The last sixteen keep their address, older ones
 * lose it.
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
