import { crc32 } from '../../src/pictures/embed-xmp.js';
import { avif, sample } from './sample.js';

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** A PNG whose header says another size than its pixels. */
export async function pngSaying(width: number, height: number): Promise<Blob> {
  const head = await bytesOf(await sample(50, 50));
  new DataView(head.buffer).setUint32(16, width);
  new DataView(head.buffer).setUint32(20, height);
  new DataView(head.buffer).setUint32(29, crc32(head.subarray(12, 29)));
  return new Blob([head], { type: 'image/png' });
}

/** The same as an animation: an `acTL` chunk (300 frames) before the first pixels. */
export async function animationSaying(width: number, height: number): Promise<Blob> {
  const still = await bytesOf(await pngSaying(width, height));
  const chunk = Uint8Array.of(0, 0, 0, 8, ...ascii('acTL'), 0, 0, 1, 44, 0, 0, 0, 0, 0, 0, 0, 0);
  return new Blob([still.subarray(0, 33), chunk, still.subarray(33)], { type: 'image/png' });
}

/**
 * A JPEG of 123 × 45 with a marker that has no length (`FF 01`): read as if it had one, the next
 * frame header found is a fake one of 16 × 16.
 */
export async function jpegInDisguise(marker = 0x01): Promise<Blob> {
  const real = await bytesOf(await sample(123, 45, 'image/jpeg'));
  const comment = (length: number): Uint8Array<ArrayBuffer> => {
    const segment = new Uint8Array(length + 2);
    segment.set([0xff, 0xfe, length >> 8, length & 255]);
    return segment;
  };
  const file = await bytesOf(
    new Blob([
      Uint8Array.of(0xff, 0xd8, 0xff, marker),
      comment(1000),
      comment(65_535),
      real.subarray(2),
    ]),
  );
  file.set([0xff, 0xc0, 0, 0x11, 8, 0, 16, 0, 16], 4 + 0xfffe);
  return new Blob([file], { type: 'image/jpeg' });
}

/**
 * An AVIF of 16 × 8 whose `meta` box has so much in front of its sizes that they lie past the first
 * 64 kB.
 */
export async function avifSizedLate(): Promise<Blob> {
  const whole = await bytesOf(avif);
  const view = new DataView(whole.buffer);
  const start = view.getUint32(0);
  const padding = new Uint8Array(80_000);
  new DataView(padding.buffer).setUint32(0, padding.length);
  padding.set(ascii('free'), 4);
  const meta = whole.slice(start, start + view.getUint32(start));
  const inside = new DataView(meta.buffer);
  inside.setUint32(0, meta.length + padding.length);
  // The picture's place is counted from the start of the file, so it moves, too.
  const place =
    meta.findIndex((_, at) => String.fromCharCode(...meta.subarray(at, at + 4)) === 'iloc') +
    4 +
    4 +
    2 +
    2 +
    2 +
    2 +
    2;
  inside.setUint32(place, inside.getUint32(place) + padding.length);
  return new Blob(
    [
      whole.subarray(0, start),
      meta.subarray(0, 12),
      padding,
      meta.subarray(12),
      whole.subarray(start + view.getUint32(start)),
    ],
    { type: 'image/avif' },
  );
}
