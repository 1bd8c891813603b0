import type { Seed } from '../base/seed.js';
import { utcDate } from '../base/utc-date.js';
import { drawn } from './canvas.js';
import { decode, isDrawing } from './measure.js';

/** The result of copying or sharing; `denied` also when the reader closed the dialog. */
export type Handed = 'done' | 'denied' | 'unsupported';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/jxl': 'jxl',
  'image/jp2': 'jp2',
  'image/x-icon': 'ico',
  'image/vnd.adobe.photoshop': 'psd',
};

/**
 * A file name that every system accepts: words of the prompt or the model, the day it was made, the
 * seed.
 */
export function pictureFileName(
  type: string,
  { words, at, seed }: { readonly words: string; readonly at: number; readonly seed?: Seed },
): string {
  const letters = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .match(/./gsu);
  const slug = (letters ?? [])
    .slice(0, 48)
    .join('')
    .replace(/^-+|-+$/g, '');
  const day = utcDate(at);
  return `${[slug || 'picture', day, ...(seed === undefined ? [] : [seed])].join('-')}.${endings[type] ?? 'png'}`;
}

/**
 * Downloads the file through the page. A drawing goes as plain bytes: where a browser opens the
 * address instead, its scripts must not run as the page's.
 */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(
    isDrawing(blob.type) ? new Blob([blob], { type: 'application/octet-stream' }) : blob,
  );
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the address only after the click, WebKit noticeably later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** True where the browser can put a picture on the clipboard. */
export function copyable(): boolean {
  return typeof ClipboardItem === 'function' && typeof navigator.clipboard?.write === 'function';
}

/**
 * Copies the picture as PNG, the one format all clipboards take. Call it in the reader's gesture.
 */
export async function copyPicture(blob: Blob): Promise<Handed> {
  if (!copyable()) return 'unsupported';
  try {
    // Pass the promise without awaiting it: WebKit requires the call inside the gesture, before the
    // conversion is done.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(blob) })]);
    return 'done';
  } catch {
    return 'denied';
  }
}

async function asPng(blob: Blob): Promise<Blob> {
  if (blob.type === 'image/png') return blob;
  const bitmap = await decode(blob);
  const png =
    bitmap && (await drawn(bitmap, { width: bitmap.width, height: bitmap.height }, 'image/png'));
  bitmap?.close();
  if (!png) throw new DOMException('', 'EncodingError');
  return png;
}

/** True where the system can share this file. */
export function shareable(file: File): boolean {
  try {
    // Older browsers have no `canShare`; then this throws.
    return typeof navigator.share === 'function' && navigator.canShare({ files: [file] });
  } catch {
    return false;
  }
}

/** Opens the system's share sheet with the file. Call it in the reader's gesture. */
export async function sharePicture(blob: Blob, name: string): Promise<Handed> {
  const file = new File([blob], name, { type: blob.type });
  if (!shareable(file)) return 'unsupported';
  try {
    await navigator.share({ files: [file] });
    return 'done';
  } catch {
    return 'denied';
  }
}
