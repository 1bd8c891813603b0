import { defined } from './defined.js';

/** What the first bytes of an image file say about it. Sizes are pixels. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  readonly width: number;
  readonly height: number;
  /** True if there is more than one frame. */
  readonly animated?: true;
}

/** Larger images are not decoded: a PNG of 48 kB can make a browser allocate 1.5 GB. */
export const mostPixels = 40_000_000;

/**
 * The limit for animations is lower because browsers keep many frames in memory at a time: 300
 * frames of 36 megapixels took 640 MB.
 */
const mostAnimated = mostPixels / 10;

type Size = [width: number, height: number];

/** True for an image with too many pixels to be decoded. `most` is the limit for still images. */
export function isTooLarge(
  {
    width,
    height,
    animated = false,
  }: { readonly type?: string; width: number; height: number; animated?: boolean | undefined },
  most = mostPixels,
): boolean {
  return width * height > (animated ? mostAnimated : most);
}

/**
 * Reads type and size without decoding the image. `undefined` for anything but PNG, JPEG, WebP and
 * AVIF, and for broken headers. Never throws.
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
  return isAvif(bytes, view)
    ? made('image/avif', boxedSize(bytes, view), at(bytes, 8, 'avis'))
    : undefined;
}

/** True for AVIF, also where its brand stands only among the compatible ones. */
function isAvif(bytes: Uint8Array, view: DataView): boolean {
  if (!at(bytes, 4, 'ftyp')) return false;
  const end = Math.min(bytes.length, view.getUint32(0), 128);
  for (let offset = 8; offset + 4 <= end; offset += 4) if (at(bytes, offset, 'avi')) return true;
  return false;
}

/** True if these characters are in the file at this place. */
export function at(bytes: Uint8Array, start: number, text: string): boolean {
  // Without an array for each call: a file may consist of millions of boxes.
  for (let index = 0; index < text.length; index += 1)
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** A PNG is animated if it has an `acTL` chunk before its first `IDAT` chunk. */
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
  // A JPEG is a sequence of segments: marker, length, content. The frame header (marker C0–CF
  // without C4, C8 and CC) holds the size.
  for (let offset = 2; offset + 9 < view.byteLength;) {
    const marker = view.getUint8(offset + 1);
    // Skip bytes between segments, as decoders do.
    if (view.getUint8(offset) !== 0xff || marker === 0xff) {
      offset += 1;
      continue;
    }
    if ((marker >= 0xc0 && marker <= 0xcf && marker % 4 !== 0) || marker === 0xc0)
      return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
    // A second start of image, the end of the image, or pixel data before any frame header.
    if (marker >= 0xd8 && marker <= 0xda) return undefined;
    offset += isLengthless(marker) ? 2 : 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return undefined;
}

/**
 * Markers without a length: TEM (01) and the restart markers (D0–D7). FF 00 is no marker at all.
 * All other markers that get here have a length.
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

/** The size of an AVIF, a HEIC or another image in ISO base media boxes. */
export function boxedSize(bytes: Uint8Array, view: DataView): Size | undefined {
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
 * The length of an ISO base media file box. A length of 0 means that the box reaches to the end of
 * the file; 1 means that the length is in the 64 bits after the type.
 */
function boxLength(view: DataView, start: number): number {
  const length = view.getUint32(start);
  if (length === 1 && start + 16 <= view.byteLength)
    return Math.max(16, Number(view.getBigUint64(start + 8)));
  return length < 8 ? Infinity : length;
}

/**
 * The largest size found between two byte offsets. `ispe` boxes hold the sizes of items (an image
 * grid has one per tile and one for the whole), `tkhd` boxes those of tracks.
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
