import type { Bytes } from '../base/bytes.js';

/**
 * Reads a reply's body, at most `most` bytes.
 * @throws RangeError if it is longer; the rest is cancelled
 */
export async function readBytes(response: Response, most: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      void reader?.cancel().catch(() => undefined);
      throw new RangeError(`more than ${most} bytes`);
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
