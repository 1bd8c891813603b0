import type { Bytes } from '../base/bytes.js';
import { pictureOf } from '../base/picture-of.js';
import type { MadePicture } from './outcome.js';
import { isPictureAddress } from './picture-address.js';

/** How many characters of base64 are decoded at once; a multiple of 4. */
const piece = 1 << 16;

/** What stands before the comma of a `data:` URI; only the first characters are looked at. */
const dataHead = /^\s*data:([^,]{0,200}),/i;

/** An address without a host, as a server writes it of a file of its own. */
const relative = /^(?!\/\/)(?:\.{0,2}\/)?[\w~%-][^\s"'<>\\^`{|}]{0,2000}$/;

/**
 * Converts base64 and `data:` URIs to a Blob of the type that the bytes show, and addresses to whole
 * ones; other images stay as they are. `undefined` if it is not an image, or if nothing may be read
 * at its address. `hosts`: the provider's own (see `isPictureAddress`). `base`: the address that a
 * relative one is relative to.
 */
export function unpacked(
  made: MadePicture,
  hosts: readonly string[],
  base?: string,
): MadePicture | undefined {
  const { base64, url, ...rest } = made;
  if (made.blob) return made;
  const text = (base64 ?? url ?? '').trim();
  const isData = dataHead.test(text);
  const blob = base64 !== undefined || isData || isBare(text) ? pictureIn(text) : undefined;
  if (blob) return { ...rest, blob };
  const whole = isData ? undefined : wholeAddress(text, hosts, base);
  return whole === undefined ? undefined : { ...rest, url: whole };
}

/** Some servers write base64 where the address belongs. */
function isBare(text: string): boolean {
  return text.length > 60 && /^[\w+/=\s-]+$/.test(text);
}

/** The image in base64 or in a `data:` URI, however often it is wrapped in one. */
function pictureIn(text: string): Blob | undefined {
  const [head, mediaType = ''] = dataHead.exec(text) ?? [];
  if (head === undefined) return decoded(() => fromBase64(withoutQuotes(text)));
  const rest = text.slice(head.length);
  if (dataHead.test(rest)) return pictureIn(rest);
  if (!/;\s*base64\s*$/i.test(mediaType)) return decoded(() => fromText(rest));
  return decoded(() =>
    fromBase64(withoutQuotes(rest.includes('%') ? decodeURIComponent(rest) : rest)),
  );
}

function decoded(read: () => Bytes): Blob | undefined {
  try {
    return pictureOf(read());
  } catch {
    return undefined;
  }
}

/** Without what is written around text elsewhere: quotes, Python's `b'…'`, escaped line breaks. */
function withoutQuotes(text: string): string {
  const inside = /^\s*b?(['"])/.exec(text);
  const bare = inside ? text.slice(inside[0].length).trimEnd().slice(0, -1) : text;
  return bare.includes('\\') ? bare.replace(/\\[nrt]/g, '') : bare;
}

/** The bytes of a `data:` URI that is not base64: a drawing as text, with or without escapes. */
function fromText(text: string): Bytes {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // A `%` in it is a `%`.
  }
  return new TextEncoder().encode(plain);
}

/**
 * The http(s) address of a picture, made whole where it is relative; `undefined` for one at which
 * nothing may be read.
 */
function wholeAddress(
  text: string,
  hosts: readonly string[],
  base: string | undefined,
): string | undefined {
  if (isPictureAddress(text, hosts)) return text;
  if (base === undefined) return undefined;
  if (text.startsWith('//'))
    return [new URL(base).protocol, 'https:']
      .map((protocol) => protocol + text)
      .find((url) => isPictureAddress(url, hosts));
  const isFile = relative.test(text) && /[/.]/.test(text) && !/^[a-z][\w+.-]*:/i.test(text);
  if (!isFile || !URL.canParse(text, base)) return undefined;
  const { href } = new URL(text, base);
  return isPictureAddress(href, hosts) ? href : undefined;
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
