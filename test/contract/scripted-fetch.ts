/** What the network does to one request: answer, break, or never answer. */
export type Network = (call: SentCall, nth: number) => ScriptedReply | 'breaks' | 'hangs';

export interface SentCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly init: RequestInit;
}

export interface ScriptedReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

async function bodyText(body: BodyInit | null | undefined): Promise<string> {
  if (body === null || body === undefined) return '';
  return new Response(body).text();
}

/**
 * Replaces `fetch` until `restore`; everything sent is kept. Bodies are read as a browser reads
 * them, streams too.
 */
export function scriptedFetch(network: Network): { sent: SentCall[]; restore(): void } {
  const real = globalThis.fetch;
  const sent: SentCall[] = [];
  globalThis.fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const call: SentCall = {
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : input.toString(),
      headers: new Headers(init.headers),
      body: await bodyText(init.body),
      init,
    };
    const outcome = network(
      call,
      sent.filter((other) => other.method === call.method && other.url === call.url).length,
    );
    sent.push(call);
    if (outcome === 'breaks') throw new TypeError('Failed to fetch');
    if (outcome === 'hangs')
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason as Error);
        });
      });
    const { status, headers = {}, json, text, bytes } = outcome;
    const body = bytes ?? text ?? (json === undefined ? null : JSON.stringify(json));
    return new Response(status === 204 ? null : body, {
      status,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
  };
  return {
    sent,
    restore: () => {
      globalThis.fetch = real;
    },
  };
}
