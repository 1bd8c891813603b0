import type { CheckoutCore } from '../../../checkout/core.js';
import type { FirstModel } from './model.js';

/**
 * True where there is something to show beyond the first look. An untouched widget at rest loads
 * nothing for it.
 */
export function needsMore(model: FirstModel, { settings, page }: CheckoutCore): boolean {
  const { quote, generation, account, tally } = model;
  const isReal = !quote.simulated;
  return (
    (generation.name !== 'idle' && generation.name !== 'quoted') ||
    (isReal && (account.status === 'signed-in' || model.payer.kind === 'key')) ||
    quote.problem !== undefined ||
    // That a price is old is said by its date.
    quote.hints.some(({ kind }) => kind !== 'stale') ||
    settings.references.length > 0 ||
    settings.seed !== undefined ||
    settings.budget !== undefined ||
    settings.providers !== '' ||
    Object.keys(page.journal.readerCaps()).length > 0 ||
    (tally !== undefined &&
      (tally.all.inDoubt !== '0' || tally.all.unpriced !== undefined || tally.unreadable > 0)) ||
    model.recovered.length > 0 ||
    model.open.size > 0 ||
    model.health !== 'ok' ||
    model.isOffline ||
    model.isSignInDone
  );
}
