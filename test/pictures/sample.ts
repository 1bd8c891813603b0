/** A real file of a browser's own encoder: a gradient, so that nothing about it is uniform. */
export async function sample(width: number, height: number, type = 'image/png'): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const ramp = pen.createLinearGradient(0, 0, width, height);
  ramp.addColorStop(0, 'red');
  ramp.addColorStop(1, 'blue');
  pen.fillStyle = ramp;
  pen.fillRect(0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no file'))), type),
  );
}

/** All pixels of a picture as the browser shows it, as text to compare. */
export async function pixels(blob: Blob): Promise<string> {
  const bitmap = await createImageBitmap(blob);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: bitmap.width,
    height: bitmap.height,
  });
  const pen = canvas.getContext('2d');
  pen?.drawImage(bitmap, 0, 0);
  return `${bitmap.width}x${bitmap.height} ${pen?.getImageData(0, 0, bitmap.width, bitmap.height).data.join()}`;
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/**
 * WebP files of 16 × 8 pixels, because WebKit's canvas can't write any: simple lossy, simple
 * lossless with transparency, extended with a colour profile.
 */
export const webp = {
  lossy: new Blob(
    [
      bytes(
        'UklGRk4AAABXRUJQVlA4IEIAAABwAgCdASoQAAgAAUAmJbACdLoBRAAKK54ugsMAAP75OGg1+IPZUaVP/sQ6VNExX/zYY//7yfV/eVzP/rbV5HMAAAA=',
      ),
    ],
    { type: 'image/webp' },
  ),
  extended: new Blob(
    [
      bytes(
        'UklGRjACAABXRUJQVlA4WAoAAAAgAAAADwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggQgAAAHACAJ0BKhAACAABQCYlsAJ0ugFEAAorni6CwwAA/vk4aDX4g9lRpU/+xDpU0TFf/Nhj//vJ9X95XM/+ttXkcwAAAA==',
      ),
    ],
    { type: 'image/webp' },
  ),
  lossless: new Blob(
    [
      bytes(
        'UklGRp4AAABXRUJQVlA4TJIAAAAvD8ABEOchFkzmr90XgcK2bVBYHKht24ax/r83RZ7m/wcOftoyZYQwSgAMFQZAhWEE+B5WWnAQAADZzLZt217/YEeGiP5Pwvu+77YMdZYEtqYI9Mc6dkUaeoYqcsTHPJR5HJi6LJD4x9QUaeQYqsQQ6HNtS19liW9pCk9hyH2sU1ukkWuoEkug0Ln/fxg81v8PAQ==',
      ),
    ],
    { type: 'image/webp' },
  ),
} as const;

/**
 * An AVIF file of 16 × 8 pixels, because no browser's canvas writes any; made with libavif's
 * encoder from a gradient.
 */
export const avif = new Blob(
  [
    bytes(
      'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAACkAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAABAAAAAIAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAADFtZGF0EgAKCDgMv7CAhoNIMhsXgAkkkkQAStid3sNIOb8Ki6tiQdf5wf+ueMA=',
    ),
  ],
  { type: 'image/avif' },
);
