import { encodeBase64 } from './base64.js';
import type { Found } from './reference.js';

interface EncodedReference {
  /** Pixels; 0 where it was not measured. */
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly base64: string;
}

/** A reference as an adapter sends it. */
export async function encodedReference(given: Blob | Found): Promise<EncodedReference> {
  const none = { width: 0, height: 0 };
  const { blob, width, height } = 'blob' in given ? given : { blob: given, ...none };
  return { width, height, mediaType: blob.type || 'image/png', base64: await encodeBase64(blob) };
}
