import { defined } from '../base/defined.js';
import { fields } from '../base/json.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Ports } from '../providers/image-provider.js';
import type { PictureState } from './purchase.js';
import type { PurchaseOrder, PurchasePorts } from './purchase-ports.js';

/** One picture of a purchase: its request, its journal entry (`line`) and where updates go. */
export interface PictureRun {
  readonly purchasePorts: PurchasePorts;
  readonly order: PurchaseOrder;
  readonly purchase: string;
  readonly line: string;
  /** The quote of this one picture. */
  readonly each: Quote;
  readonly signal: AbortSignal;
  /** True once nothing more may be sent, while what was sent goes on. */
  readonly isClosed?: () => boolean;
  readonly change: (change: Partial<PictureState>) => void;
}

/** The ports that the image provider gets for this picture. */
export function portsOf(run: PictureRun, signal: AbortSignal, accepted: Ports['accepted']): Ports {
  const { key, providerSession, relay, sandbox, deadlines } = run.order;
  return {
    signal,
    accepted,
    deadlines,
    clock: run.purchasePorts.clock,
    store: run.purchasePorts.store,
    progress: (progress) => run.change({ progress }),
    ...defined({ key, providerSession, relay }),
    ...fields(sandbox && { sandbox }),
  };
}
