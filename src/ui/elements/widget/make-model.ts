import { signInDone } from '../../../accounts/sign-in-done.js';
import type { CheckoutCore } from '../../../checkout/core.js';
import { keepsCloudCopy } from '../../../generation/cloud-copy.js';
import { expectedMs } from '../../../generation/expected.js';
import type { Entry } from '../../../spending/entry.js';
import type { AmountStyle } from '../../amount.js';
import { termsFor } from '../../i18n/index.js';
import type { Gallery, ReferenceModel, WidgetModel, WidgetParts } from './model.js';
import type { WidgetState } from './widget-state.js';

/** What a model is made of. */
export interface ModelSource {
  readonly checkout: CheckoutCore;
  readonly state: WidgetState;
  readonly parts: { readonly here: WidgetParts };
  readonly thumbnails: { of(blob: Blob): string };
  readonly gallery: Gallery | undefined;
  readonly doubts: readonly Entry[];
  readonly times: readonly number[];
  readonly wait: number;
  readonly spoken: string;
}

/** Everything on show at this moment. What takes long to find out is looked up when it is read. */
export function makeModel(source: ModelSource, language: string): WidgetModel {
  const { checkout, state, parts, gallery } = source;
  const { settings, generation, quote, account, tally, page } = checkout;
  const terms = termsFor(language);
  const { currency, rate } = settings;
  const amounts: AmountStyle = { language, currency, rate, under: terms.under };
  const sums = quote.simulated ? tally?.sandbox : tally;
  return {
    settings,
    quote,
    generation,
    isOff: checkout.isOff,
    account: account.state,
    payer: { kind: account.kind, name: account.providerName },
    get models() {
      return checkout.models;
    },
    get sizes() {
      return checkout.sizes;
    },
    priceWith: (change) => checkout.priceWith(change),
    get references() {
      return referencesOf(source);
    },
    mostReferences: checkout.mostReferences,
    get listProblem() {
      const { prices, provider } = settings;
      return page.prices.problem(prices.startsWith('https:') ? prices : provider);
    },
    pictures: checkout.pictures,
    lastPictures: state.lastPictures,
    recovered: page.recovered.get(),
    get expectedMs() {
      return expectedMs(source.times);
    },
    now: page.clock.now(),
    gallery,
    toolsOf: (id) => state.toolsOf(id),
    isUnloaded: (image) => state.unloaded.has(image),
    get keepsCloudCopy() {
      return keepsCloudCopy(page.store, settings.provider);
    },
    tally,
    sums,
    get spending() {
      return { sums, caps: page.journal.readerCaps(), budget: settings.budget };
    },
    get doubts() {
      return source.doubts;
    },
    health: tally ? page.journal.health() : 'ok',
    language,
    terms,
    words: terms,
    amounts,
    dollars: { ...amounts, currency: 'USD' },
    open: state.open,
    plan: state.plan,
    isDismissed: generation === state.dismissed,
    isDragging: state.isDragging,
    isOffline: !navigator.onLine,
    isSignInDone: signInDone().get(),
    wait: source.wait,
    spoken: source.spoken,
    parts: parts.here,
  };
}

function referencesOf({ checkout, thumbnails }: ModelSource): readonly ReferenceModel[] {
  const { references, settings } = checkout;
  return settings.references.map((blob, index) => {
    const found = references.found(blob);
    return {
      blob,
      found,
      size: references.sizes[index] ?? { width: 0, height: 0 },
      url: thumbnails.of(found?.blob ?? blob),
    };
  });
}
