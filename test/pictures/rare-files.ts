/* Files in formats that providers sell beside PNG, JPEG, WebP and AVIF, written by hand. */

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function written(length: number, write: (view: DataView) => void): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

/** One pixel. */
export const gif = bytesOf('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');

/** The same with a second frame. */
export const twoFrames = Uint8Array.from([...gif.slice(0, -1), ...gif.slice(27)]);

/** Two by three pixels of 24 bits, all black. */
export function bmp(width = 2, height = 3): Uint8Array<ArrayBuffer> {
  return written(54 + 24, (view) => {
    view.setUint16(0, 0x424d);
    view.setUint32(2, 78, true);
    view.setUint32(10, 54, true);
    view.setUint32(14, 40, true);
    view.setInt32(18, width, true);
    view.setInt32(22, height, true);
    view.setUint16(26, 1, true);
    view.setUint16(28, 24, true);
  });
}

/** A directory with a width and a height, in either byte order. */
export function tiff(width = 5, height = 7, little = true): Uint8Array<ArrayBuffer> {
  return written(64, (view) => {
    view.setUint16(0, little ? 0x4949 : 0x4d4d);
    view.setUint16(2, 42, little);
    view.setUint32(4, 8, little);
    view.setUint16(8, 2, little);
    for (const [nth, tag, value] of [
      [0, 256, width],
      [1, 257, height],
    ] as const) {
      view.setUint16(10 + nth * 12, tag, little);
      view.setUint16(12 + nth * 12, nth === 0 ? 4 : 3, little);
      view.setUint32(14 + nth * 12, 1, little);
      if (nth === 0) view.setUint32(18, value, little);
      else view.setUint16(30, value, little);
    }
  });
}

/** The beginning of a HEIC. */
export const heic = new TextEncoder().encode(
  '\0\0\0\x18ftypheic\0\0\0\0mif1heic and what follows it',
);

export function svg(
  attributes = 'width="40" height="30"',
  inside = '<rect width="9" height="9"/>',
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
}

/** A drawing whose scripts would say so, if any ran. */
export const scripted = svg(
  'width="40" height="30" onload="globalThis.ran = 1; parent.ran = 1"',
  '<script>globalThis.ran = 1; parent.ran = 1</script><rect width="40" height="30" fill="red"/>',
);

export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
