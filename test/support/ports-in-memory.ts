import { systemClock } from '../../src/base/clock.js';
import { memoryStore } from '../../src/base/store.js';
import type { PurchaseOrder, PurchasePorts } from '../../src/generation/purchase-ports.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { deadlines, type ImageProvider, type Ports } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { readersPermit } from './permit.js';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';

/** A shop in memory: the real journal on a store of its own, pictures of one pixel. */
export function portsInMemory(
  store = memoryStore(),
): PurchasePorts & { journal: SpendingJournal; kept: string[] } {
  const kept: string[] = [];
  return {
    clock: systemClock,
    store,
    kept,
    journal: createJournal({ store, clock: systemClock, takeAct: () => true }),
    lease: (_id, work) => work(),
    keep: (id) => Promise.resolve(void kept.push(id)),
    readImage: () => Promise.resolve(undefined),
    measure: () => Promise.resolve({ width: 1, height: 1 }),
    look: () => Promise.resolve({ width: 1024, height: 1024 }),
    urlOf: () => 'blob:test',
  };
}

/** A provider that does as it is told and counts what it was asked to make. */
export function makerOf(
  answer: (order: PictureOrder, ports: Ports, index: number) => Promise<Outcome>,
  rest: Partial<ImageProvider> = {},
): ImageProvider & { orders: PictureOrder[] } {
  const orders: PictureOrder[] = [];
  return {
    id: 'test',
    orders,
    run: (order, ports) => answer(order, ports, orders.push(order) - 1),
    ...rest,
  };
}

export const picture: Outcome = {
  kind: 'done',
  images: [{ blob: new Blob(['x'], { type: 'image/png' }) }],
};

/** A purchase of FLUX.2 pro at BFL, $0.03 each, unless told otherwise. */
export function orderOf(
  imageProvider: ImageProvider,
  request: Partial<ImageRequest> = {},
  rest: Partial<PurchaseOrder> = {},
): PurchaseOrder {
  const size = { width: 1024, height: 1024 };
  const ordered =
    rest.quote ?? quote({ provider: 'bfl', model: 'flux-2-pro', ...size, ...request });
  return {
    quote: ordered,
    prompt: 'a fox',
    references: [],
    imageProvider,
    caps: {},
    simulated: false,
    deadlines,
    permit: readersPermit(ordered.id),
    ...rest,
  };
}
