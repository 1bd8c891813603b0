/**
 * A request body that the browser can't send twice.
 *
 * Chromium resends a POST by itself when a reused connection dies before the reply
 * (ShouldResendRequest in net/http/http_network_transaction.cc). For us that would buy a second
 * image with one click. Chromium can't resend a body that it reads from a stream. `wasRead` tells
 * whether the browser has asked for the first byte. The order is in the body, so until then nothing
 * can have been bought.
 */
export interface PouredBody {
  readonly stream: ReadableStream<Uint8Array>;
  wasRead(): boolean;
}

let streams: boolean | undefined;

export function pour(bytes: Uint8Array): PouredBody {
  let read = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read = true;
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, wasRead: () => read };
}

/**
 * True if the browser really sends a stream as a request body. Firefox would silently send the text
 * `[object ReadableStream]`; older WebKit throws.
 */
export function canStreamBody(): boolean {
  if (streams !== undefined) return streams;
  let asked = false;
  try {
    const init = {
      method: 'POST',
      body: new ReadableStream(),
      get duplex() {
        asked = true;
        return 'half';
      },
    };
    const typed = new Request('https://probe.invalid/', init).headers.has('content-type');
    streams = asked && !typed;
  } catch {
    streams = false;
  }
  return streams;
}
