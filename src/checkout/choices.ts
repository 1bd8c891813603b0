import { providerName } from '../accounts/provider-records.js';
import { defined } from '../base/defined.js';
import type { ChargeHistory } from '../pricing/charge-history.js';
import {
  cheapestAdequate,
  isAmong,
  models,
  usualOrder,
  type ModelInfo,
} from '../pricing/models.js';
import { compareUsd, usd } from '../pricing/money.js';
import { optionsId } from '../pricing/options-id.js';
import { price } from '../pricing/price.js';
import type { PriceList } from '../pricing/price-list-types.js';
import {
  shortPrompt,
  type ImageRequest,
  type PricedRequest,
  type Size,
} from '../pricing/quote-types.js';
import { ratioOf } from '../pricing/route.js';
import { listed, requestOf } from './request.js';
import type { CheckoutSettings } from './settings.js';

/**
 * Common shapes at about one megapixel, one smaller, some larger. Sizes a route can't make or price
 * are left out.
 */
const presets = [
  '512x512',
  '1024x1024',
  '1152x864',
  '864x1152',
  '1248x832',
  '832x1248',
  '1280x720',
  '720x1280',
  '1536x1024',
  '1024x1536',
  '1536x1536',
  '2048x2048',
];

export interface ModelChoice extends ModelInfo {
  readonly priced: PricedRequest;
}

export interface SizeOffer extends Size {
  /** `1:1`, `3:2`. */
  readonly ratio: string;
}

export interface SizeChoice extends SizeOffer {
  readonly priced: PricedRequest;
}

/** What choices are made of. */
export interface ChoiceSource {
  readonly settings: CheckoutSettings;
  readonly references: readonly Size[];
  readonly prices: PriceList;
  readonly observed: ChargeHistory;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The request described by the settings. */
export function requestFrom({ settings, references, prices }: ChoiceSource): ImageRequest {
  const fallback = cheapestAdequate(settings.provider, prices, listed(settings.models));
  return {
    ...requestOf({ ...settings, unitPrice: unitPriceOf(settings) }, fallback, references),
    ...longPrompt(settings),
  };
}

/** The prompt, if it is so long that a price may depend on it. */
function longPrompt({ prompt }: CheckoutSettings): Pick<ImageRequest, 'prompt'> {
  return prompt.length > shortPrompt ? { prompt } : {};
}

/** Addresses on this machine; nothing that two parsers may read differently. */
const onThisMachine = /^https?:\/\/(127(\.\d+){3}|\[::1]|localhost)(:\d+)?(\/|$)/i;

/**
 * What a picture costs on a server of one's own; empty: unknown. Only this machine is free without
 * a word, and no page can say that a server elsewhere charges nothing.
 */
function unitPriceOf({ endpoint = '', unitPrice }: CheckoutSettings): string {
  if (onThisMachine.test(endpoint)) return unitPrice || '0';
  return Number(unitPrice) < 1e-4 ? '' : unitPrice;
}

/**
 * What the request would cost with some settings changed; `asked`: the request, if already known.
 */
export function priceWith(
  source: ChoiceSource,
  change: Partial<ImageRequest>,
  asked = requestFrom(source),
): PricedRequest {
  const { route, ...request } = asked;
  // Another model uses its own cheapest route.
  const kept = defined({ route: route === undefined || change.model ? undefined : route });
  return price({ ...request, ...kept, ...change }, source);
}

/**
 * The models the reader may choose from, sorted by their usual cost. The order never depends on the
 * request, because WebKit loses a key press in a menu whose options moved while it had the focus.
 */
export function offeredModels({
  settings: { provider, models: named },
  prices,
}: Pick<ChoiceSource, 'settings' | 'prices'>): readonly ModelInfo[] {
  const allowed = listed(named);
  const offered = new Map(
    models(provider, prices)
      .filter((model) => isAmong(allowed, model))
      .map((model) => [model.id, model]),
  );
  const all = [...offered.values()];
  return usualOrder(provider, prices).flatMap(({ id }) => {
    const model = offered.get(id);
    return model ? [{ ...model, name: nameAmong(all, model) }] : [];
  });
}

/**
 * The same, each with its price for this request, cheapest first. `ahead`: prices that are known
 * already.
 */
export function modelChoices(
  source: ChoiceSource,
  ahead: ReadonlyMap<string, PricedRequest>,
): readonly ModelChoice[] {
  const asked = requestFrom(source);
  return offeredModels(source)
    .map((model) => {
      const { id } = model;
      return { ...model, priced: ahead.get(id) ?? priceWith(source, { model: id }, asked) };
    })
    .sort(cheapestFirst);
}

/** Two models with the same name are distinguished by their supplier. */
function nameAmong(offered: readonly ModelInfo[], { id, name, routes }: ModelInfo): string {
  const isTwin = offered.some((other) => other.name === name && other.id !== id);
  return isTwin ? [name, ...routes.map(providerName)].join(' → ') : name;
}

export function cheapestFirst(a: ModelChoice, b: ModelChoice): number {
  if (!a.priced.total || !b.priced.total)
    return Number(Boolean(b.priced.total)) - Number(Boolean(a.priced.total));
  return compareUsd(usd(a.priced.total.high), usd(b.priced.total.high));
}

/** Sizes to offer for a model: the page's own if it names some. Not all of them can be made. */
export function offeredSizes(
  { settings, prices }: Pick<ChoiceSource, 'settings' | 'prices'>,
  model: string,
): readonly SizeOffer[] {
  const offered = models(settings.provider, prices).find(({ id }) => id === model);
  const named = listed(settings.sizes).filter((text) => /^\d+x\d+$/.test(text));
  const { only, also = [], ratios } = offered?.sizes ?? {};
  return (named.length > 0 ? named : only ? also : presets)
    .map(sizeFrom)
    .map((size) => ({ ...size, ratio: ratioOf(size.width, size.height) }))
    .filter(({ ratio }) => !ratios || ratios.includes(ratio));
}

/** The sizes the model can make, each with its price. */
export function sizeChoices(source: ChoiceSource, model: string): readonly SizeChoice[] {
  return offeredSizes(source, model)
    .map((size) => {
      const { width, height } = size;
      return { ...size, priced: priceWith(source, { width, height }) };
    })
    .filter(({ priced }) => !priced.problem);
}

function sizeFrom(text: string): Size {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return { width, height };
}

/** Everything the prices of the choices depend on. */
export function choiceKey(
  { settings, references, prices }: ChoiceSource,
  { id, asOf }: Pick<PricedRequest, 'id' | 'asOf'>,
  payer: string | undefined,
): readonly unknown[] {
  const { provider, model, models, route, size, sizes, count, unitPrice, options } = settings;
  const shown = references.map(({ width, height }) => `${width}x${height}`);
  const asked = [provider, model, models, route, size, sizes, count, unitPrice];
  const words = longPrompt(settings).prompt;
  return [...asked, words, shown.join(), optionsId(options), prices, id, asOf, payer];
}
