import type { Bytes } from '../base/bytes.js';
import { pictureOf } from '../base/image-header.js';
import type { MadePicture } from './outcome.js';
import { isPictureAddress } from './picture-address.js';

/** How many characters of base64 are decoded at once; a multiple of 4. */
const piece = 1 << 16;

/** A `data:` URI is base64 only if it says so just before its first comma. */
const mark = ';base64';

/**
 * Converts base64 and `data:` URIs to a Blob of the type that the bytes show; other images stay as
 * they are. `undefined` if it is not an image, or if nothing may be read at its address. `hosts`:
 * the provider's own (see `isPictureAddress`).
 */
export function unpacked(made: MadePicture, hosts: readonly string[]): MadePicture | undefined {
  const { base64 = base64In(made.url ?? ''), url, ...rest } = made;
  if (base64 === undefined)
    return made.blob || isPictureAddress(url ?? '', hosts) ? made : undefined;
  try {
    const text = base64.includes('%') ? decodeURIComponent(base64) : base64;
    const blob = pictureOf(fromBase64(text));
    return blob && { ...rest, blob };
  } catch {
    return undefined;
  }
}

/** What follows the comma of a `data:` URI in base64; `undefined` for any other text. */
function base64In(url: string): string | undefined {
  if (url.slice(0, 5).toLowerCase() !== 'data:') return undefined;
  const comma = url.indexOf(',');
  const head = url.slice(Math.max(0, comma - mark.length), comma);
  if (comma < 0 || head.toLowerCase() !== mark) return undefined;
  return url.slice(comma + 1);
}

/**
 * Decodes base64, also with the URL-safe alphabet, without padding, and with white space in it. A
 * picture is some 12 MB, so it is decoded by the browser itself where it can, else in pieces.
 * @throws for anything that is no base64
 */
export function fromBase64(text: string): Bytes {
  const usual = /[-_]/.test(text) ? text.replaceAll('-', '+').replaceAll('_', '/') : text;
  const { fromBase64: native } = Uint8Array as { fromBase64?: (text: string) => Bytes };
  return native ? native.call(Uint8Array, usual) : inPieces(usual);
}

function inPieces(text: string): Bytes {
  const dense = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  const length = dense.endsWith('=') ? dense.length - (dense.endsWith('==') ? 2 : 1) : dense.length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let filled = 0;
  for (let start = 0; start < dense.length; start += piece) {
    const part = dense.slice(start, start + piece);
    // Padding ends the data, so no piece but the last may have it.
    if (start + piece < dense.length && part.includes('=')) throw new SyntaxError('base64');
    const decoded = atob(part);
    for (let at = 0; at < decoded.length; at += 1) bytes[filled + at] = decoded.charCodeAt(at);
    filled += decoded.length;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled);
}
