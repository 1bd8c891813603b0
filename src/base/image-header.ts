/** What the first bytes of a file say it is. Sizes in pixels. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  readonly width: number;
  readonly height: number;
}

/** More pixels than this are not decoded: 48 kB of PNG can ask a browser for 1.5 GB. */
export const mostPixels = 40_000_000;

const at = (bytes: Uint8Array, start: number, text: string): boolean =>
  Array.from(text).every((character, index) => bytes[start + index] === character.charCodeAt(0));

const jpegSize = (view: DataView): [number, number] | undefined => {
  // Segments: marker, length, content. The frame header (C0–CF without C4, C8, CC) holds the size.
  for (let offset = 2; offset + 9 < view.byteLength && view.getUint8(offset) === 0xff;) {
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) { offset += 1; continue; }
    if (marker >= 0xc0 && marker <= 0xcf && marker % 4 !== 0 || marker === 0xc0) return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
    offset += 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return undefined;
};

const webpSize = (bytes: Uint8Array, view: DataView): [number, number] | undefined => {
  const three = (offset: number): number => view.getUint16(offset, true) + view.getUint8(offset + 2) * 65536;
  if (at(bytes, 12, 'VP8X')) return [three(24) + 1, three(27) + 1];
  if (at(bytes, 12, 'VP8L')) return [(view.getUint32(21, true) & 0x3fff) + 1, (view.getUint32(21, true) >>> 14 & 0x3fff) + 1];
  return at(bytes, 12, 'VP8 ') ? [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff] : undefined;
};

const avifSize = (bytes: Uint8Array, view: DataView): [number, number] | undefined => {
  // An item's size stands in an `ispe` box; a grid has one per tile and one for the whole, which is the largest.
  let size: [number, number] | undefined;
  for (let offset = bytes.indexOf(0x69); offset >= 0 && offset + 16 <= Math.min(bytes.length, 65536); offset = bytes.indexOf(0x69, offset + 1)) {
    if (!at(bytes, offset, 'ispe')) continue;
    const found: [number, number] = [view.getUint32(offset + 8), view.getUint32(offset + 12)];
    if (!size || found[0] * found[1] > size[0] * size[1]) size = found;
  }
  return size;
};

/** Reads type and size before anything is decoded; `undefined` for all but PNG, JPEG, WebP and AVIF, and for broken headers. Never throws. */
export const imageHeader = (bytes: Uint8Array): ImageHeader | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const made = (type: ImageHeader['type'], size: [number, number] | undefined): ImageHeader | undefined =>
    (size && size[0] > 0 && size[1] > 0 ? { type, width: size[0], height: size[1] } : undefined);
  if (bytes.length < 32) return undefined;
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return made('image/png', [view.getUint32(16), view.getUint32(20)]);
  if (at(bytes, 0, '\xff\xd8\xff')) return made('image/jpeg', jpegSize(view));
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return made('image/webp', webpSize(bytes, view));
  return at(bytes, 4, 'ftypavi') ? made('image/avif', avifSize(bytes, view)) : undefined;
};

/** The bytes as a picture of the type they really are; `undefined` when they are none, or one too large to decode. */
export const pictureOf = (bytes: Uint8Array<ArrayBuffer>): Blob | undefined => {
  const header = imageHeader(bytes);
  return header && header.width * header.height <= mostPixels ? new Blob([bytes], { type: header.type }) : undefined;
};
