import { defined } from './defined.js';

/** What the first bytes of a file say it is. Sizes in pixels. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  readonly width: number;
  readonly height: number;
  /** True for more than one frame. */
  readonly animated?: true;
}

/** More pixels than this are not decoded: 48 kB of PNG can ask a browser for 1.5 GB. */
export const mostPixels = 40_000_000;

/** Browsers hold many frames of an animation at a time: 300 frames of 36 megapixels took 640 MB. */
const mostAnimated = mostPixels / 10;

type Size = [width: number, height: number];

/** True for more pixels than a browser is asked to decode. */
export function isTooLarge({ width, height, animated }: ImageHeader, most = mostPixels): boolean {
  return width * height > (animated ? mostAnimated : most);
}

/**
 * Reads type and size before anything is decoded; `undefined` for all but PNG, JPEG, WebP and AVIF,
 * and for broken headers. Never throws.
 */
export function imageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const made = (
    type: ImageHeader['type'],
    size: Size | undefined,
    animated = false,
  ): ImageHeader | undefined =>
    size && size[0] > 0 && size[1] > 0
      ? {
          type,
          width: size[0],
          height: size[1],
          ...defined({ animated: animated || undefined }),
        }
      : undefined;
  if (bytes.length < 32) return undefined;
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n') && at(bytes, 12, 'IHDR'))
    return made('image/png', [view.getUint32(16), view.getUint32(20)], isAnimatedPng(bytes, view));
  if (at(bytes, 0, '\xff\xd8\xff')) return made('image/jpeg', jpegSize(view));
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP'))
    return made(
      'image/webp',
      webpSize(bytes, view),
      at(bytes, 12, 'VP8X') && (view.getUint8(20) & 2) > 0,
    );
  return at(bytes, 4, 'ftypavi')
    ? made('image/avif', avifSize(bytes, view), at(bytes, 8, 'avis'))
    : undefined;
}

function at(bytes: Uint8Array, start: number, text: string): boolean {
  return Array.from(text).every(
    (character, index) => bytes[start + index] === character.charCodeAt(0),
  );
}

/** `acTL` before the first pixels makes a PNG an animation. */
function isAnimatedPng(bytes: Uint8Array, view: DataView): boolean {
  for (
    let offset = 33;
    offset + 8 <= bytes.length && !at(bytes, offset + 4, 'IDAT');
    offset += 12 + view.getUint32(offset)
  ) {
    if (at(bytes, offset + 4, 'acTL')) return true;
  }
  return false;
}

function jpegSize(view: DataView): Size | undefined {
  // Segments: marker, length, content. The frame header (C0–CF without C4, C8, CC) holds the size.
  for (let offset = 2; offset + 9 < view.byteLength;) {
    const marker = view.getUint8(offset + 1);
    // Like decoders, pass over what stands between segments.
    if (view.getUint8(offset) !== 0xff || marker === 0xff) {
      offset += 1;
      continue;
    }
    if ((marker >= 0xc0 && marker <= 0xcf && marker % 4 !== 0) || marker === 0xc0)
      return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
    // A second start, the end, or pixels before any frame.
    if (marker >= 0xd8 && marker <= 0xda) return undefined;
    offset += isLengthless(marker) ? 2 : 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return undefined;
}

/**
 * FF 00 is no marker; TEM (01) and the restart markers (D0–D7) stand alone. All others here have a
 * length.
 */
function isLengthless(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  const three = (offset: number): number =>
    view.getUint16(offset, true) + view.getUint8(offset + 2) * 65536;
  if (at(bytes, 12, 'VP8X')) return [three(24) + 1, three(27) + 1];
  if (at(bytes, 12, 'VP8L'))
    return [
      (view.getUint32(21, true) & 0x3fff) + 1,
      ((view.getUint32(21, true) >>> 14) & 0x3fff) + 1,
    ];
  return at(bytes, 12, 'VP8 ')
    ? [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
    : undefined;
}

function avifSize(bytes: Uint8Array, view: DataView): Size | undefined {
  let size: Size | undefined;
  for (let start = 0; start + 8 <= bytes.length; start += boxLength(view, start)) {
    if (!at(bytes, start + 4, 'meta') && !at(bytes, start + 4, 'moov')) continue;
    const found = sizeWithin(
      bytes,
      view,
      start + 8,
      Math.min(bytes.length, start + boxLength(view, start)),
    );
    if (found) size = larger(size, found);
  }
  return size;
}

/**
 * The length of a box of an ISO base media file; one that reaches the end says 0, a long one stands
 * in 64 bits behind a 1.
 */
function boxLength(view: DataView, start: number): number {
  const length = view.getUint32(start);
  if (length === 1 && start + 16 <= view.byteLength)
    return Math.max(16, Number(view.getBigUint64(start + 8)));
  return length < 8 ? Infinity : length;
}

/**
 * The largest size that stands between two places: an item's in an `ispe` box (a grid has one per
 * tile and one for the whole), a track's in its `tkhd`.
 */
function sizeWithin(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
): Size | undefined {
  let size: Size | undefined;
  for (let offset = start; offset + 16 <= end; offset += 1) {
    if (bytes[offset] === 0x69 && at(bytes, offset, 'ispe'))
      size = larger(size, [view.getUint32(offset + 8), view.getUint32(offset + 12)]);
    if (bytes[offset] !== 0x74 || !at(bytes, offset, 'tkhd')) continue;
    const last = offset - 4 + view.getUint32(offset - 4);
    if (last > offset + 8 && last <= end)
      size = larger(size, [view.getUint16(last - 8), view.getUint16(last - 4)]);
  }
  return size;
}

function larger(size: Size | undefined, found: Size): Size {
  return size && size[0] * size[1] >= found[0] * found[1] ? size : found;
}

/**
 * The bytes as a picture of the type they really are; `undefined` when they are none. It may be too
 * large to decode.
 */
export function pictureOf(bytes: Uint8Array<ArrayBuffer>): Blob | undefined {
  const header = imageHeader(bytes);
  return header && new Blob([bytes], { type: header.type });
}
