import type { Bytes } from '../base/bytes.js';

/**
 * Reads a reply's body, at most `most` bytes.
 * @throws RangeError if it is longer; the rest is cancelled
 */
export async function readBytes(response: Response, most: number): Promise<Bytes> {
  const { bytes, isWhole } = await read(response, most);
  if (!isWhole) throw new RangeError(`more than ${most} bytes`);
  return bytes;
}

/** The same for a body whose beginning is enough: what is longer is cut off. */
export async function readBeginning(response: Response, most: number): Promise<Bytes> {
  const { bytes } = await read(response, most);
  return bytes.length > most ? bytes.slice(0, most) : bytes;
}

async function read(response: Response, most: number): Promise<{ bytes: Bytes; isWhole: boolean }> {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    chunks.push(part.value);
    if (length <= most) continue;
    void reader?.cancel().catch(() => undefined);
    break;
  }
  return {
    bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()),
    isWhole: length <= most,
  };
}
