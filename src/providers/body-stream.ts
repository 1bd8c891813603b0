/**
 * A request body the browser can't send twice.
 *
 * Chromium sends a POST again by itself when a reused connection dies before the answer
 * (ShouldResendRequest in
 * net/http/http_network_transaction.cc), which for us would be a second picture bought by one
 * click. It can't do that
 * with a body it has to read from a stream. `wasRead` tells whether the browser asked for the first
 * byte: the order is in
 * the body, so as long as nobody asked for it, nothing can have been bought.
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
 * True where the browser really sends a stream as a body. Firefox would silently send the text
 * `[object ReadableStream]`, older WebKit throws.
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
