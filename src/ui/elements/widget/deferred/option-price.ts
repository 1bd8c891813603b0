import { formatUsd } from '../../../../pricing/format-usd.js';
import {
  compareUsd,
  decimalsOf,
  isTiny,
  minus,
  short,
  toText,
  usd,
} from '../../../../pricing/money.js';
import type { PricedRequest } from '../../../../pricing/quote-types.js';
import type { OptionChoice } from '../../../../checkout/option-choices.js';
import { priceText, type AmountStyle } from '../../../amount.js';
import type { WidgetModel } from '../model.js';

/** What a choice costs. */
export interface ChoicePrice {
  /** As it is shown: `$0.067`, `+$0.034`. */
  readonly text: string;
  /** The same to be read aloud: `$0.034 more`. */
  readonly spoken: string;
}

/** Sizes by another name: readers compare their prices with those of other sizes. */
const sizes = /resolution|size|megapixels/;
const aSize = /^\d[\d.]*\s?(k|mp)$/i;

/**
 * What one value of an option costs: how much more or less than what is chosen now, or the whole
 * price where it is a size, the one chosen, free, or not exact. `undefined` where nobody knows.
 */
export function choicePrice(
  { amounts, words, quote }: Pick<WidgetModel, 'amounts' | 'words' | 'quote'>,
  { name, value, values }: OptionChoice,
  { value: own, priced }: OptionChoice['values'][number],
): ChoicePrice | undefined {
  const text = priceText(priced, amounts);
  if (text === undefined) return undefined;
  const whole = { text, spoken: text };
  const isSize = sizes.test(name) || values.some((each) => aSize.test(each.value));
  if (isSize || own === value) return whole;
  const base = values.find((each) => each.value === value)?.priced ?? quote;
  if (priced.free || !isOneAmount(priced) || !isOneAmount(base)) return whole;
  if (priced.total?.high === base.total?.high)
    return { text: words.optionSame, spoken: words.optionSame };
  const [now, then] = [shownOf(base), shownOf(priced)];
  // Too close to be told apart on the button.
  if (compareUsd(now, then) === 0) return whole;
  const isMore = compareUsd(then, now) > 0;
  const apart = isMore ? minus(then, now) : minus(now, then);
  const { language: locale, under }: AmountStyle = amounts;
  const difference = formatUsd(toText(apart), { locale, under, decimals: decimalsOf(apart) });
  return {
    // The sign stays with its amount where text runs from right to left.
    text: difference.replace(/^\u2066?/, isMore ? '$&+' : '$&\u2212'),
    spoken: isMore ? words.optionMore(difference) : words.optionLess(difference),
  };
}

function isOneAmount({ exactness, total }: Pick<PricedRequest, 'exactness' | 'total'>): boolean {
  return exactness === 'exact' && total !== undefined && !isTiny(usd(total.high));
}

/**
 * The price as rounded on the button. Differences are computed from these rounded prices, so that
 * choosing an option changes the button by exactly the displayed difference.
 */
function shownOf({ total }: Pick<PricedRequest, 'total'>): ReturnType<typeof usd> {
  return short(usd(total?.high ?? '0'));
}
