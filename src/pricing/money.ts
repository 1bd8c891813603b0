import { Decimal } from 'decimal.js';
import { UserPaysError } from '../base/error.js';

// One private copy, so that a page which sets `Decimal.precision` cannot change a price, and none
// of ours leaks into the page.
const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});

declare const money: unique symbol;

/** An exact amount. Opaque: made by `usd`, read by `toText`, and never a JS number. */
export interface Usd {
  readonly [money]: never;
}

const known = new Map<string, Usd>();

export const zero = usd('0');

const texts = new WeakMap<Usd, string>();

const products = new Map<string, Usd>();

const smallest = usd('0.0001');

/**
 * True for plain decimal text such as `0.03` or `-1.5`: no exponent, no sign but minus, at most 80
 * characters.
 */
export function isAmount(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80 && /^-?\d+(\.\d+)?$/.test(value);
}

/**
 * Reads plain decimal text.
 * @throws UserPaysError `invalid-input` for anything else, a JS number included.
 */
export function usd(text: string): Usd {
  const seen = known.get(text);
  if (seen) return seen;
  if (!isAmount(text))
    throw new UserPaysError('invalid-input', {
      stage: 'quote',
      retry: 'never',
      facts: { amount: String(text).slice(0, 40) },
    });
  const amount = seal(new Exact(text));
  // Unit prices repeat all day long; a hostile list must not fill the page's memory with them.
  if (known.size > 999) known.clear();
  known.set(text, amount);
  return amount;
}

function seal(value: Decimal): Usd {
  return value as unknown as Usd;
}

/**
 * Decimal text as other programs write it, an exponent or a plus included, in our plain form;
 * `undefined` when it is none or absurdly long.
 */
export function plainAmount(text: string): string | undefined {
  if (!/^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?$/i.test(text)) return undefined;
  const plain = new Exact(text).toFixed();
  return isAmount(plain) ? plain : undefined;
}

/** Plain decimal text, exact: no exponent, no trailing zeros. */
export function toText(amount: Usd): string {
  let text = texts.get(amount);
  if (text === undefined) texts.set(amount, (text = open(amount).toFixed()));
  return text;
}

function open(amount: Usd): Decimal {
  return amount as unknown as Decimal;
}

export function sum(amounts: readonly Usd[]): Usd {
  let total = open(amounts[0] ?? zero);
  for (let next = 1; next < amounts.length; next += 1) total = total.plus(open(amounts[next]!));
  return seal(total);
}

/** An amount taken `quantity` times; a quantity is decimal text or a whole number. */
export function times(amount: Usd, quantity: string | number): Usd {
  return seal(open(amount).times(typeof quantity === 'number' ? quantity : open(usd(quantity))));
}

/**
 * `times(usd(unitPrice), quantity)`, remembered: the same few prices are asked for with every
 * keystroke.
 */
export function product(unitPrice: string, quantity: string | number): Usd {
  const key = `${unitPrice}×${quantity}`;
  let amount = products.get(key);
  if (!amount) {
    amount = times(usd(unitPrice), quantity);
    if (products.size > 999) products.clear();
    products.set(key, amount);
  }
  return amount;
}

/** The greater, and the lesser, of two. */
export function most(a: Usd, b: Usd): Usd {
  return compareUsd(a, b) < 0 ? b : a;
}
export function least(a: Usd, b: Usd): Usd {
  return compareUsd(a, b) < 0 ? a : b;
}

export function minus(a: Usd, b: Usd): Usd {
  return seal(open(a).minus(open(b)));
}

/** Negative when `a` is less, 0 when equal, positive when more. */
export function compareUsd(a: Usd, b: Usd): number {
  return open(a).comparedTo(open(b));
}

/**
 * `amount / by`, rounded up at the twelfth decimal: what a quotient may cost is never understated.
 */
export function divideUp(amount: Usd, by: string | number): Usd {
  return seal(open(amount).div(by).toDecimalPlaces(12, Decimal.ROUND_UP));
}

/** Rounded to the nearest `1 / 10^decimals`, halves up: for meters that count in whole units. */
export function roundTo(amount: Usd, decimals: number): Usd {
  return seal(open(amount).toDecimalPlaces(decimals));
}

/** How many whole times `part` fits into `whole`; 0 when `part` is nothing. */
export function timesIn(whole: Usd, part: Usd): number {
  return open(part).isZero() ? 0 : open(whole).div(open(part)).floor().toNumber();
}

/** The quotient as exact decimal text, or `undefined` when it does not come out even. */
export function evenly(amount: Usd, unit: Usd): string | undefined {
  if (open(unit).isZero()) return undefined;
  const quotient = open(amount).div(open(unit));
  return quotient.times(open(unit)).eq(open(amount)) && quotient.decimalPlaces() <= 24
    ? quotient.toFixed()
    : undefined;
}

/** True for what is less than the least a short amount can say, 0.0001. */
export function isTiny(amount: Usd): boolean {
  return open(amount).e < -4;
}

/** Every digit, up to the twelfth decimal: rounded up, or `down`. */
export function whole(amount: Usd, down?: boolean, decimals = 12): Usd {
  return seal(
    open(amount).toDecimalPlaces(decimals, down ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL),
  );
}

/**
 * The form in which amounts are shown where there is no room for every digit: rounded up, or
 * `down`. What is tiny is 0.0001.
 */
export function short(amount: Usd, down?: boolean): Usd {
  return isTiny(amount) ? smallest : whole(amount, down, places(open(amount)));
}

/**
 * Decimals that a short amount has: two from 1 on and for nothing, three from 0.01 on, four below.
 */
function places({ e }: Decimal): number {
  if (e < -2) return 4;
  if (e < 0) return 3;
  return 2;
}

/**
 * Decimals an amount is shown with: as many as it has, and at least two, or those of a short one.
 */
export function decimalsOf(amount: Usd, fewest = places(open(amount))): number {
  return Math.max(2, fewest, open(amount).decimalPlaces());
}
