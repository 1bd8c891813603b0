import { signInDone } from '../../../accounts/sign-in-done.js';
import type { CheckoutCore } from '../../../checkout/core.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import { termsFor } from '../../i18n/index.js';
import type { FirstModel, WidgetParts } from './model.js';
import type { WidgetState } from './widget-state.js';

/** What a model is made of. */
export interface ModelSource {
  readonly checkout: CheckoutCore;
  readonly state: WidgetState;
  readonly parts: { readonly here: WidgetParts };
  readonly wait: number;
  readonly chosen: FirstModel['chosen'];
  readonly hasOwnActions: boolean;
}

/** What the first look shows at this moment. Choices are priced when they are read. */
export function firstModel(source: ModelSource, language: string): FirstModel {
  const { checkout, state, parts, wait } = source;
  const { settings, generation, quote, account, tally, page } = checkout;
  return {
    settings,
    quote,
    generation,
    isOff: checkout.isOff,
    account: account.state,
    payer: { kind: account.kind, name: account.providerName },
    isTouched: state.isTouched,
    get offered() {
      return checkout.choices.offered;
    },
    get models() {
      return checkout.choices.models;
    },
    get sizes() {
      return checkout.choices.sizes;
    },
    priceWith: (change) => checkout.choices.priceWith(change),
    mostReferences: checkout.choices.mostReferences,
    recovered: page.recovered.get(),
    tally,
    sums: quote.simulated ? tally?.sandbox : tally,
    health: tally ? page.journal.health() : 'ok',
    ...wordsIn(language, settings),
    open: state.open,
    isOffline: !navigator.onLine,
    isSignInDone: signInDone().get(),
    wait,
    parts: parts.here,
    chosen: source.chosen,
    hasOwnActions: source.hasOwnActions,
  };
}

function wordsIn(
  language: string,
  { currency, rate }: CheckoutSettings,
): Pick<FirstModel, 'language' | 'terms' | 'amounts' | 'dollars'> {
  const terms = termsFor(language);
  const amounts = { language, currency, rate, under: terms.under, free: terms };
  return { language, terms, amounts, dollars: { ...amounts, currency: 'USD' } };
}
