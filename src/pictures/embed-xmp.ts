import type { Bytes } from '../base/bytes.js';

/** CRC-32 as PNG uses it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * Inserts an XMP packet and text chunks (`keywords`) right after a PNG's header; `undefined` when
 * it is no PNG.
 */
export function embedPng(
  bytes: Bytes,
  packet: Bytes,
  keywords: readonly (readonly [string, string])[],
): Bytes[] | undefined {
  if (!starts(bytes, 0, '\x89PNG\r\n\x1a\n') || !starts(bytes, 12, 'IHDR')) return undefined;
  const encoder = new TextEncoder();
  return [
    bytes.subarray(0, 33),
    textChunk('XML:com.adobe.xmp', packet),
    ...keywords.map(([key, words]) => textChunk(key, encoder.encode(words.replaceAll('\0', '')))),
    bytes.subarray(33),
  ];
}

function starts(bytes: Bytes, offset: number, text: string): boolean {
  return ascii(text).every((code, i) => bytes[offset + i] === code);
}

function ascii(text: string): Bytes {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** An uncompressed `iTXt` chunk: keyword, flags, no language, text in UTF-8. */
function textChunk(keyword: string, text: Bytes): Bytes {
  const body = joined(ascii(`iTXt${keyword}\0\0\0\0\0`), text);
  return joined(uint32(body.length - 4), body, uint32(crc32(body)));
}

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function uint32(value: number, little = false): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, little);
  return bytes;
}

/**
 * Inserts the packet as an APP1 segment after a JPEG's SOI and JFIF; `undefined` when it is no JPEG
 * or the packet is too long for a segment.
 */
export function embedJpeg(bytes: Bytes, packet: Bytes): Bytes[] | undefined {
  if (!starts(bytes, 0, '\xff\xd8\xff')) return undefined;
  const body = joined(ascii('http://ns.adobe.com/xap/1.0/\0'), packet);
  if (body.length > 65_533) return undefined;
  const after = bytes[3] === 0xe0 ? 4 + (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0) : 2;
  const length = body.length + 2;
  return [
    bytes.subarray(0, after),
    Uint8Array.of(0xff, 0xe1, length >> 8, length & 255),
    body,
    bytes.subarray(after),
  ];
}

/**
 * Appends an `XMP ` chunk to a WebP; `undefined` when it is no WebP. A simple file first gets the
 * extended header, which must announce the chunk.
 */
export function embedWebp(bytes: Bytes, packet: Bytes): Bytes[] | undefined {
  if (!starts(bytes, 0, 'RIFF') || !starts(bytes, 8, 'WEBP')) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const extended = starts(bytes, 12, 'VP8X');
  const lossless = starts(bytes, 12, 'VP8L');
  if (!extended && !lossless && !starts(bytes, 12, 'VP8 ')) return undefined;
  const header = extended
    ? bytes.slice(12, 30)
    : joined(ascii('VP8X'), uint32(10, true), new Uint8Array(10));
  if (!extended) {
    const size = lossless
      ? [view.getUint32(21, true) & 0x3fff, (view.getUint32(21, true) >>> 14) & 0x3fff]
      : [(view.getUint16(26, true) & 0x3fff) - 1, (view.getUint16(28, true) & 0x3fff) - 1];
    size.forEach((side, i) => {
      header[12 + i * 3] = side & 255;
      header[13 + i * 3] = side >> 8;
    });
    // Bit 28 of a lossless header says that the picture has transparency.
    if (lossless && (view.getUint32(21, true) >>> 28) & 1) header[8] = 0x10;
  }
  header[8] = (header[8] ?? 0) | 4;
  const rest = bytes.subarray(extended ? 30 : 12, 8 + view.getUint32(4, true));
  const even = (part: Bytes): Bytes => (part.length % 2 ? joined(part, new Uint8Array(1)) : part);
  const body = joined(
    ascii('WEBP'),
    header,
    even(rest),
    ascii('XMP '),
    uint32(packet.length, true),
    even(packet),
  );
  return [joined(ascii('RIFF'), uint32(body.length, true), body)];
}

/**
 * Appends the packet as a `uuid` box to an AVIF (or HEIF). It goes last because offsets inside the
 * file count from its start, so none of them moves. `undefined` when it is no such file or does not
 * end with a complete box.
 */
export function embedAvif(bytes: Bytes, packet: Bytes): Bytes[] | undefined {
  if (
    !starts(bytes, 4, 'ftyp') ||
    !['avif', 'avis', 'mif1', 'heic'].some((brand) => starts(bytes, 8, brand))
  )
    return undefined;
  let end: number | undefined = 0;
  while (end !== undefined && end < bytes.length) end = boxEnd(bytes, end);
  if (end === undefined) return undefined;
  // The UUID for XMP from Adobe's XMP specification, part 3.
  return [
    bytes,
    uint32(24 + packet.length),
    ascii('uuid\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac'),
    packet,
  ];
}

/**
 * The end of a box of an ISO base media file; `undefined` when its size can't be right. Also
 * `undefined` for a last box that is declared to reach the end of the file, since nothing can
 * follow it.
 */
function boxEnd(bytes: Bytes, at: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = at + 8 <= bytes.length ? view.getUint32(at) : 1;
  return size >= 8 && at + size <= bytes.length ? at + size : undefined;
}
