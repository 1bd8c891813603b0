import { pictureOf } from '../base/image-header.js';
import type { MadePicture } from './outcome.js';

/**
 * Converts base64 and `data:` URIs to a Blob of the type that the bytes show; other images stay as
 * they are. `undefined` if it is not an image.
 */
export function unpacked(made: MadePicture): MadePicture | undefined {
  const { base64 = /^data:[^,]*;base64,(.*)$/s.exec(made.url ?? '')?.[1], url, ...rest } = made;
  if (base64 === undefined) return made.blob || /^https?:\/\//i.test(url ?? '') ? made : undefined;
  try {
    const blob = pictureOf(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    return blob && { ...rest, blob };
  } catch {
    return undefined;
  }
}
