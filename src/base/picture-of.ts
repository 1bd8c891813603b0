import type { Bytes } from './bytes.js';
import { at, boxedSize, imageHeader, type ImageHeader } from './image-header.js';

/** What the first bytes of a picture say about it, whatever the format. Sizes are pixels. */
export interface PictureHeader {
  readonly type: string;
  /** Missing where the header has no size, or it is not read. */
  readonly width?: number;
  readonly height?: number;
  readonly animated?: boolean;
}

/**
 * Formats that providers sell beside those of `imageHeader`. Some browsers show some of them; none
 * is decoded by us, and none is taken for a reference.
 */
const others: readonly (readonly [type: string, start: number, signs: string])[] = [
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/tiff', 0, 'II+\0'],
  ['image/tiff', 0, 'MM\0+'],
  ['image/heic', 4, 'ftyphe'],
  ['image/heif', 4, 'ftypmif1'],
  ['image/heif', 4, 'ftypmsf1'],
  ['image/jxl', 0, '\xff\x0a'],
  ['image/jxl', 4, 'JXL \r\n\x87\n'],
  ['image/jp2', 4, 'jP  \r\n\x87\n'],
  ['image/x-icon', 0, '\0\0\x01\0'],
  ['image/vnd.adobe.photoshop', 0, '8BPS\0'],
];

/** Lengths of the second header of a BMP: what begins with `BM` alone may be a text. */
const bmpHeaders: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

/** How much of a file is searched for the beginning of a drawing, bytes. */
const mostPreface = 1 << 16;

/** Reads type and, where the header has it, size. `undefined` for what is no picture. Never throws. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const known: ImageHeader | undefined = imageHeader(bytes);
  if (known) return known;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isBmp(bytes, view)) return { type: 'image/bmp', ...bmpSize(view) };
  const type = others.find(([, start, signs]) => at(bytes, start, signs))?.[0];
  if (type === undefined) return isSvg(bytes) ? { type: 'image/svg+xml' } : undefined;
  return { type, ...sizeOf(type, bytes, view) };
}

/**
 * The bytes as a blob with the type that their header shows, whatever the server said. `undefined`
 * if they are not a picture. Does not check `isTooLarge`.
 */
export function pictureOf(bytes: Bytes): Blob | undefined {
  const header = pictureHeader(bytes);
  return header && new Blob([bytes], { type: header.type });
}

function sizeOf(type: string, bytes: Uint8Array, view: DataView): Omit<PictureHeader, 'type'> {
  try {
    if (type === 'image/gif')
      return {
        width: view.getUint16(6, true),
        height: view.getUint16(8, true),
        animated: hasFrames(bytes, view),
      };
    if (type === 'image/tiff') return tiffSize(view);
    const [width, height] = /hei[cf]$/.test(type) ? (boxedSize(bytes, view) ?? []) : [];
    return width && height ? { width, height } : {};
  } catch {
    // The file ends in its header.
    return {};
  }
}

function isBmp(bytes: Uint8Array, view: DataView): boolean {
  return bytes.length >= 26 && at(bytes, 0, 'BM') && bmpHeaders.has(view.getUint32(14, true));
}

function bmpSize(view: DataView): { width: number; height: number } {
  return view.getUint32(14, true) === 12
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : // A negative height means that the rows run from top to bottom.
      { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** The tags 256 and 257 of the first directory. A BigTIFF is not read. */
function tiffSize(view: DataView): { width?: number; height?: number } {
  const little = view.getUint8(0) === 0x49;
  if (view.getUint16(2, little) !== 42) return {};
  const start = view.getUint32(4, little);
  const found = new Map<number, number>();
  for (let nth = 0; nth < view.getUint16(start, little); nth += 1) {
    const entry = start + 2 + nth * 12;
    const isShort = view.getUint16(entry + 2, little) === 3;
    const value = isShort ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    found.set(view.getUint16(entry, little), value);
  }
  const [width, height] = [found.get(256), found.get(257)];
  return width && height ? { width, height } : {};
}

/** True for a GIF with a second frame. */
function hasFrames(bytes: Uint8Array, view: DataView): boolean {
  const colours = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let frames = 0;
  let offset = 13 + colours(view.getUint8(10));
  // A block is a frame (2C), an extension (21) or the end; its data is a chain of short pieces.
  while (bytes[offset] === 0x2c || bytes[offset] === 0x21) {
    const isFrame = bytes[offset] === 0x2c;
    if (isFrame) frames += 1;
    if (frames > 1) return true;
    offset += isFrame ? 11 + colours(view.getUint8(offset + 9)) : 2;
    for (let length = bytes[offset]; length; length = bytes[offset]) offset += length + 1;
    offset += 1;
  }
  return false;
}

/** True if the root of this XML is a drawing. */
function isSvg(bytes: Uint8Array): boolean {
  const isWide = at(bytes, 0, '\xff\xfe') || at(bytes, 0, '\xfe\xff');
  const coding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  let text = new TextDecoder(coding).decode(bytes.subarray(0, mostPreface)).trimStart();
  for (let end = prefaceEnd(text); end > 0; end = prefaceEnd(text))
    text = text.slice(end).trimStart();
  return /^<([\w-]+:)?svg[\s/>]/.test(text);
}

/** The length of the comment, declaration or document type that this begins with; else 0. */
function prefaceEnd(text: string): number {
  const within = (mark: string): number => text.indexOf(mark) + mark.length;
  const isClosed = (mark: string): boolean => text.includes(mark);
  if (text.startsWith('<?')) return isClosed('?>') ? within('?>') : 0;
  if (text.startsWith('<!--')) return isClosed('-->') ? within('-->') : 0;
  if (!/^<!doctype\s+([\w-]+:)?svg/i.test(text) || !isClosed('>')) return 0;
  const hasSubset = text.slice(0, text.indexOf('>')).includes('[');
  if (!hasSubset) return within('>');
  const subset = text.search(/\]\s*>/);
  return subset < 0 ? 0 : text.indexOf('>', subset) + 1;
}
