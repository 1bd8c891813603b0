// What a page needs to buy from a provider without a widget, for tests that look at the wire.
import { withDeadline } from '../../src/base/abort.js';
import { systemClock } from '../../src/base/clock.js';
import { isUserPaysError } from '../../src/base/error.js';
import { canStreamBody } from '../../src/providers/body-stream.js';
import { bfl } from '../../src/providers/bfl.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { send } from '../../src/providers/http.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { readImage } from '../../src/providers/read-image.js';
import { rebased } from '../contract/rebased.js';
import { watchedPorts } from '../contract/ports.js';

const key = 'canary-key-0123456789';
const order = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};
const forever = new AbortController().signal;

const ours = {
  canStreamBody,
  /**
   * At each server one paid POST, over a connection that was used before; resolves what became of
   * them. `patience`: milliseconds for an answer.
   */
  pay: (origins: readonly string[], patience: number): Promise<unknown> =>
    Promise.all(
      origins.map(async (origin) => {
        const to = { auth: { 'x-key': key }, keyHosts: [new URL(origin).host] };
        await send(
          { method: 'GET', url: `${origin}/warm` },
          { ...to, signal: forever, submit: false },
        );
        const trace = { sent: () => false };
        const outcome = await withDeadline(
          systemClock,
          patience,
          forever,
          { stage: 'submit', charge: 'possible' },
          (signal) =>
            send(
              { method: 'POST', url: `${origin}/buy`, json: { prompt: 'A lighthouse' } },
              { ...to, signal, submit: true },
              trace,
            ),
        ).then(
          ({ status, body }) => ({ status, body }),
          (error: unknown) => error,
        );
        return { outcome, sent: trace.sent() };
      }),
    ),
  /** A whole purchase at Black Forest Labs, all of whose addresses are at `origin`. */
  buy: async (origin: string, relay?: string): Promise<unknown> => {
    const { ports } = watchedPorts({ key, ...(relay === undefined ? {} : { relay }) });
    return httpProvider({ ...rebased(bfl, origin), id: `bfl at ${origin}` }).run(order, ports);
  },
  /** One paid POST to each address at once, and nothing before it. */
  order: (urls: readonly string[]): Promise<unknown> =>
    Promise.all(
      urls.map((url) =>
        send(
          { method: 'POST', url, json: { prompt: 'A lighthouse' } },
          { auth: {}, keyHosts: [], signal: forever, submit: true },
        ).then(
          ({ status }) => String(status),
          (error: unknown) =>
            isUserPaysError(error) ? `${error.code} ${error.charge}` : String(error),
        ),
      ),
    ),
  /** A picture from a server of one's own. */
  own: (endpoint: string): Promise<unknown> => {
    const { key: _none, ...ports } = watchedPorts().ports;
    return httpProvider(openaiCompatible(endpoint)).run(order, ports);
  },
  readImage: async (url: string): Promise<unknown> =>
    (await readImage(url, forever).catch((error: unknown) => error)) ?? 'hidden',
};
export type Ours = typeof ours;

Object.assign(globalThis, { ours });
