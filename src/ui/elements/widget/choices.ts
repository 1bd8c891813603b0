import { defined } from '../../../base/defined.js';
import { compareUsd, usd } from '../../../pricing/money.js';
import { cheapestAdequate, models, type ModelInfo } from '../../../pricing/models.js';
import { price } from '../../../pricing/price.js';
import type { ImageRequest, PricedRequest, Size } from '../../../pricing/quote-types.js';
import { ratioOf } from '../../../pricing/route.js';
import { providerName } from '../../provider-names.js';
import { listed, requestOf } from '../request.js';
import type { Widget } from './view.js';

/**
 * Well-known shapes at about one megapixel, one smaller, some larger. What a route can't make or
 * price is left out.
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
export interface SizeChoice extends Size {
  readonly ratio: string;
  readonly priced: PricedRequest;
}

/** What the request on show would cost with something changed. */
export function priceWith(widget: Widget, change: Partial<ImageRequest>): PricedRequest {
  const prices = widget.pageServices.prices.of(widget.prices);
  const { route, ...request } = requestOf(
    widget,
    cheapestAdequate(widget.provider, prices, listed(widget.models)),
    widget.measured.sizes,
  );
  // Another model goes by its own cheapest route.
  return price(
    {
      ...request,
      ...defined({ route: route === undefined || change.model ? undefined : route }),
      ...change,
    },
    { prices, observed: widget.pageServices.observed, at: widget.pageServices.clock.now() },
  );
}

/** The models the reader may choose from, each with its price for this request, cheapest first. */
export function modelChoices(widget: Widget): readonly ModelChoice[] {
  return widget.widgetState.memo('models', [...dependsOn(widget), widget.models], () => {
    const allowed = listed(widget.models);
    const offered = models(widget.provider, widget.pageServices.prices.of(widget.prices)).filter(
      ({ id }) => allowed.length === 0 || allowed.includes(id),
    );
    const isTwin = ({ id, name }: ModelInfo): boolean =>
      offered.some((other) => other.name === name && other.id !== id);
    return (
      offered
        // Two of one name are told apart by who serves them.
        .map((model) => ({
          ...model,
          name: isTwin(model)
            ? [model.name, ...model.routes.map(providerName)].join(' → ')
            : model.name,
          priced: priceWith(widget, { model: model.id }),
        }))
        .sort(cheapestFirst)
    );
  });
}

function dependsOn({
  provider,
  model,
  route,
  size,
  count,
  unitPrice,
  references,
  measured,
  pageServices,
  prices,
  quote,
  account,
}: Widget): unknown[] {
  return [
    account.name,
    provider,
    model,
    route,
    size,
    count,
    unitPrice,
    references,
    measured.sizes.map(({ width, height }) => `${width}x${height}`).join(),
    pageServices.prices.of(prices),
    quote?.id,
    quote?.asOf,
  ];
}

function cheapestFirst(a: { priced: PricedRequest }, b: { priced: PricedRequest }): number {
  const [x, y] = [high(a.priced), high(b.priced)];
  return x === undefined || y === undefined
    ? Number(x === undefined) - Number(y === undefined)
    : compareUsd(usd(x), usd(y));
}

/** True for a price somebody can rely on. */
function high({ total }: PricedRequest): string | undefined {
  return total?.high;
}

/** The sizes this model honours and we can price, as the page author or the model lists them. */
export function sizeChoices(widget: Widget): readonly SizeChoice[] {
  return widget.widgetState.memo('sizes', [...dependsOn(widget), widget.sizes], () => {
    const offered = models(widget.provider, widget.pageServices.prices.of(widget.prices)).find(
      ({ id }) => id === widget.quote?.request.model,
    );
    const named = listed(widget.sizes).filter((text) => /^\d+x\d+$/.test(text));
    const { only, also = [], ratios } = offered?.sizes ?? {};
    return (named.length ? named : only ? also : presets).map(sizeOf).flatMap((size) => {
      const ratio = ratioOf(size.width, size.height);
      const priced = priceWith(widget, size);
      return priced.problem || (ratios && !ratios.includes(ratio))
        ? []
        : [{ ...size, ratio, priced }];
    });
  });
}

function sizeOf(text: string): Size {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return { width, height };
}

export function sizeText({ width, height }: Size): string {
  return `${width} × ${height}`;
}
export function sizeValue({ width, height }: Size): string {
  return `${width}x${height}`;
}

/** Takes a model up. Its route is its own. */
export function takeModel(widget: Widget, id: string): void {
  widget.model = id;
  widget.route = '';
}
