import { html, nothing } from 'lit';
import type { ModelChoice } from '../../../../checkout/choices.js';
import { raisedLimit, type Limit } from '../../../../checkout/limits.js';
import { compareUsd, usd } from '../../../../pricing/money.js';
import type { Hint, PricedRequest, Size } from '../../../../pricing/quote-types.js';
import { sizeText, sizeValue } from '../../../../pricing/size-text.js';
import { amount, priceText } from '../../../amount.js';
import { typed } from '../../../typed.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';

/** One click that makes a refused purchase possible, named with its price. */
interface WayOut {
  readonly label: string;
  readonly take: () => void;
  /** True for one that only the reader's own press takes, not a script's. */
  readonly isReaders?: boolean;
}

/** Ways to stay within a limit or a balance; `most` is what remains. */
export function cheaperView(
  model: WidgetModel,
  actions: WidgetActions,
  most: string | undefined,
  limit?: Limit,
): View {
  const ways = cheaper(model, actions, most);
  return listed(model, actions, limit ? [...ways, ...raise(model, actions, limit)] : ways);
}

/**
 * Ways on where the account holds too little: what it can pay, and what costs nothing. `left`: what
 * it holds; where that is unknown, what costs nothing comes first.
 */
export function fundsView(model: WidgetModel, actions: WidgetActions, left?: string): View {
  const costNothing = free(model, actions);
  const paid = cheaper(model, actions, left).filter(
    ({ label }) => !costNothing.some((way) => way.label === label),
  );
  const ways = left === undefined ? [costNothing, paid] : [paid, costNothing];
  return listed(model, actions, ways.flat());
}

/** The most free models that are named. */
const mostFree = 3;

/** The models that cost nothing as they are asked for; drafts, too. */
function free(model: WidgetModel, actions: WidgetActions): WayOut[] {
  return model.models
    .filter(({ priced }) => priced.free && !model.quote.free)
    .slice(0, mostFree)
    .map((choice) => useModel(model, actions, choice));
}

function listed(model: WidgetModel, actions: WidgetActions, ways: readonly WayOut[]): View {
  return ways.length === 0
    ? nothing
    : html` <ul class="ways" part="ways-out" aria-label=${model.words.wayOut}>
        ${ways.map(
          ({ label, take, isReaders }, index) =>
            html`<li>
              <button
                type="button"
                class=${index === 0 ? 'buy' : 'second'}
                part="way-out"
                @click=${({ isTrusted }: Event) => {
                  if (isReaders && !isTrusted) return;
                  actions.dismiss();
                  take();
                }}
              >
                ${label}
              </button>
            </li>`,
        )}
      </ul>`;
}

/**
 * Ways to pay less, in this order: a smaller size (same shape first), fewer pictures, a cheaper
 * model. Of each kind the best that fits.
 */
function cheaper(model: WidgetModel, actions: WidgetActions, most: string | undefined): WayOut[] {
  const fit = fits(model, most);
  return [
    smaller(model, actions, fit),
    fewer(model, actions, fit),
    other(model, actions, fit),
  ].flatMap((way) => way ?? []);
}

type Fits = (priced: PricedRequest) => boolean;

function smaller(model: WidgetModel, actions: WidgetActions, fit: Fits): WayOut | undefined {
  const { width, height } = model.quote.request;
  const off = (size: Size): number =>
    Math.abs(Math.log((size.width * height) / (size.height * width)));
  const [size] = model.sizes
    .filter(({ priced }) => fit(priced))
    .sort((a, b) => off(a) - off(b) || mostExpensiveFirst(a.priced, b.priced));
  if (!size) return undefined;
  return {
    label: model.words.smaller(sizeText(size, model.words.dir), priceOf(model, size.priced)),
    take: () => actions.change({ size: sizeValue(size) }),
  };
}

function fewer(model: WidgetModel, actions: WidgetActions, fit: Fits): WayOut | undefined {
  const { count: now = 1 } = model.quote.request;
  for (let count = now - 1; count > 0; count -= 1) {
    const priced = model.priceWith({ count });
    if (fit(priced))
      return {
        label: model.words.fewer(count, priceOf(model, priced)),
        take: () => actions.change({ count }),
      };
  }
  return undefined;
}

function other(model: WidgetModel, actions: WidgetActions, fit: Fits): WayOut | undefined {
  const [best] = model.models
    .filter(({ draft, priced }) => !draft && fit(priced))
    .sort((a, b) => mostExpensiveFirst(a.priced, b.priced));
  return best && useModel(model, actions, best);
}

function useModel(
  model: WidgetModel,
  actions: WidgetActions,
  { id, name, priced }: ModelChoice,
): WayOut {
  return {
    label: model.words.useModel(name, priceOf(model, priced)),
    take: () => actions.change({ model: id, route: '' }),
  };
}

function priceOf({ words, amounts }: WidgetModel, priced: PricedRequest): string {
  return priceText(priced, amounts) ?? words.priceUnknown;
}

/** True for a known price below the present one and within what remains. */
function fits({ quote }: WidgetModel, most: string | undefined): Fits {
  return ({ total }) => {
    if (!total) return false;
    const isLess = !quote.total || compareUsd(usd(total.high), usd(quote.total.high)) < 0;
    return isLess && (most === undefined || compareUsd(usd(total.high), usd(most)) <= 0);
  };
}

function mostExpensiveFirst(a: PricedRequest, b: PricedRequest): number {
  return compareUsd(usd(b.total?.high ?? '0'), usd(a.total?.high ?? '0'));
}

function raise(model: WidgetModel, actions: WidgetActions, limit: Limit): WayOut[] {
  const needed = raisedLimit(model.spending, limit, model.quote.total?.high);
  if (needed === undefined) return [];
  return [
    {
      label: model.words.raise(amount(needed, model.dollars, typed)),
      take: () => actions.raiseLimit(limit.cap, needed),
      isReaders: true,
    },
  ];
}

/** Ways on from a request that has no price. */
export function repairsView(model: WidgetModel, actions: WidgetActions): View {
  const { balance } = model.account;
  // Nothing that costs something helps where there is nothing left.
  const isEmpty = !model.quote.simulated && balance !== undefined && !(Number(balance) > 0);
  const ways = isEmpty ? free(model, actions) : [];
  const way = ways.length > 0 ? undefined : repair(model, actions);
  return listed(model, actions, way ? [way] : ways);
}

function repair(model: WidgetModel, actions: WidgetActions): WayOut | undefined {
  const { words: terms, quote, mostReferences, settings } = model;
  const snap = quote.hints.find(({ kind, facts }) => kind === 'snap' && facts.width);
  if (snap) return resize(model, actions, snap);
  if (quote.problem?.code === 'too-many-references' && mostReferences > 0) {
    const { references } = settings;
    return {
      label: terms.removeReference(`${mostReferences + 1}–${references.length}`),
      take: () => actions.change({ references: references.slice(0, mostReferences) }),
    };
  }
  const best = model.models.find(({ draft, priced }) => !draft && priced.total);
  return best && useModel(model, actions, best);
}

function resize(model: WidgetModel, actions: WidgetActions, { facts }: Hint): WayOut | undefined {
  const size = { width: Number(facts.width), height: Number(facts.height) };
  const price = priceText(model.priceWith(size), model.amounts);
  if (price === undefined) return undefined;
  return {
    label: model.words.useSize(sizeText(size, model.words.dir), price),
    take: () => actions.change({ size: sizeValue(size) }),
  };
}
