import type { Account } from '../../src/accounts/account.js';
import { makePuterAccount, type PuterAccountOptions } from '../../src/accounts/puter.js';
import { loadPuterSdk } from '../../src/accounts/puter-sdk.js';
import { systemClock } from '../../src/base/clock.js';
import { memoryStore } from '../../src/base/store.js';
import { catalogue, mergePrices, quote } from '../../src/pricing/index.js';
import { august } from './puter-lists.js';
import { charged } from '../../src/pricing/settle.js';
import type { Call } from '../../src/providers/adapter.js';
import { deadlines, type Ports } from '../../src/providers/image-provider.js';
import type { Outcome, Usage } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { fetchPuterCatalogue } from '../../src/providers/puter-catalogue.js';
import { send, type Sending } from '../../src/providers/http.js';
import { readImage } from '../../src/providers/read-image.js';
import { puter } from '../../src/providers/puter.js';

/** As a widget has them once it read the list of the server, which is August's. */
const prices = mergePrices(catalogue, august);

/** An outcome as it can leave the page: what follows later is awaited, pictures are counted. */
export interface Told {
  readonly kind: string;
  readonly code?: string;
  readonly charge?: string;
  readonly detail?: string;
  readonly bytes: number;
  readonly addresses: number;
  readonly usage?: Usage;
  readonly usd?: string;
}

async function told(outcome: Outcome, order: PictureOrder): Promise<Told> {
  const usage = outcome.kind === 'done' ? await outcome.later : outcome.usage;
  const images = outcome.kind === 'done' ? outcome.images : [];
  const usd = usage && charged(usage, { provider: 'puter', ...order, references: [] })?.amount;
  return {
    kind: outcome.kind,
    ...(outcome.kind === 'refused'
      ? {
          code: outcome.code,
          charge: outcome.charge,
          ...(outcome.detail ? { detail: outcome.detail } : {}),
        }
      : {}),
    bytes: images.reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0),
    addresses: images.filter(({ url }) => url !== undefined).length,
    ...(usage ? { usage } : {}),
    ...(usd ? { usd } : {}),
  };
}

function ports(providerSession: unknown, more: Partial<Ports> = {}): Ports {
  return {
    signal: new AbortController().signal,
    clock: systemClock,
    deadlines,
    store: memoryStore(),
    providerSession,
    accepted: () => Promise.resolve(),
    progress: () => undefined,
    ...more,
  };
}

let one: Account | undefined;

/** The page's one account; the first call's options apply. */
function pageAccount(options?: PuterAccountOptions): Account {
  one ??= makePuterAccount(options);
  return one;
}

/** What the end-to-end tests use of ours in the page. */
export const ours = {
  account: pageAccount,
  makeAccount: makePuterAccount,
  loadPuterSdk,
  puter,
  quote,
  fetchPuterCatalogue,
  ports,
  readImage,
  send,
  /** What is known about an order that may never have left. */
  sendTraced: (call: Call, sending: Sending): Promise<'answered' | 'possible' | 'none'> => {
    const trace = { sent: () => false };
    return send(call, sending, trace).then(
      () => 'answered',
      () => (trace.sent() ? 'possible' : 'none'),
    );
  },
  /** Buys one picture at the quote's conditions, as the runner does. */
  buy: async (
    request: { model: string; route: string; width: number; height: number },
    providerSession: unknown,
    more: Partial<PictureOrder> = {},
    with_: Partial<Ports> = {},
  ): Promise<Told & { quoted?: string }> => {
    const { references = [] } = more;
    const price = quote({ provider: 'puter', ...request, references }, { prices });
    const order: PictureOrder = {
      ...request,
      prompt: 'a fox',
      references,
      ...(price.sends ? { sends: price.sends } : {}),
      ...more,
    };
    const outcome = await told(await puter.run(order, ports(providerSession, with_)), order);
    return { ...outcome, ...(price.total ? { quoted: price.total.high } : {}) };
  },
};

declare global {
  interface Window {
    ours: typeof ours;
    puter: unknown;
    outcomes: unknown[];
  }
}
if (typeof window !== 'undefined') window.ours = ours;
