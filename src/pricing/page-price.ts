import { defined } from '../base/defined.js';
import { billed, decide, type Decision } from './bill.js';
import { kindOf } from './kind-of.js';
import type { RankedOffer, RankedPrice } from './list-index.js';
import { compareUsd, most, toText, usd } from './money.js';
import type { Bill, CheckedRequest, RuleKind } from './rule-kind.js';
import type { Rule } from './rule.js';

/**
 * A price of a page's own list for a model whose price is known without that list. Only `pageList`
 * makes it; a published list can't contain it.
 */
export interface PagePriceRule {
  readonly kind: 'page-price';
  /** The price as the page's list has it. */
  readonly said: RankedPrice;
  /** The offers of the same model that are known without the page's list. */
  readonly known: readonly RankedOffer[];
}

/** Shown to readers beside the known price. */
const why = 'This page’s list says less than is known here';

/** The rule as part of a price. Rules of this kind are not in `Rule`, the published ones. */
export function pagePrice(said: RankedPrice, known: readonly RankedOffer[]): Rule {
  const rule: PagePriceRule = { kind: 'page-price', said, known };
  return rule as unknown as Rule;
}

/**
 * Bills what the page's list says. Where that is less than the known price, the result is a range
 * from the page's price up to the known one, so that limits, questions and receipts count the higher
 * amount. What must be sent for a price to hold is never the page's choice.
 */
export const pagePriceRule: RuleKind<PagePriceRule> = {
  bill: ({ said, known }, request) => {
    const page = billed(said, request);
    const ours = page && dearest(known, request);
    if (!ours) return page?.bill;
    const { bill, ranked } = ours.highest;
    const { sends: _sends, holds: _holds, ...own } = page.bill;
    const order = defined({ sends: bill.sends, holds: bill.holds });
    if (compareUsd(ours.high, page.high) <= 0) return { ...own, ...order };
    const raised: Bill['raised'] = (by) => (by === ranked.rule ? why : undefined);
    return { ...bill, low: own.low ?? own.items, raised };
  },
  unit: ({ said, known }) => {
    const ours = known.flatMap(({ trusted }) => trusted.flatMap(({ rule }) => unitOf(rule) ?? []));
    const page = unitOf(said.rule);
    return page === undefined || ours.length === 0
      ? undefined
      : toText([page, ...ours].map(usd).reduce(most));
  },
  below: ({ said: { rule } }, request, least) => kindOf(rule).below?.(rule, request, least) ?? [],
  referencePixels: ({ said: { rule } }) => kindOf(rule).referencePixels?.(rule),
};

function unitOf(rule: Rule): string | undefined {
  return kindOf(rule).unit?.(rule);
}

/** The highest known price of the request; `undefined` if none covers it. */
function dearest(known: readonly RankedOffer[], request: CheckedRequest): Decision | undefined {
  return known
    .flatMap((ranked) => decide(ranked, request) ?? [])
    .reduce<Decision | undefined>(
      (best, one) => (best && compareUsd(best.high, one.high) >= 0 ? best : one),
      undefined,
    );
}
