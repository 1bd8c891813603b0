import { Decimal } from 'decimal.js';
import { UserPaysError } from '../base/error.js';

// A private copy of Decimal: a precision that the page sets cannot change a price, and our settings
// do not affect the page. (Which methods are called here decides what the bundles keep of Decimal.)
const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});

declare const money: unique symbol;

/**
 * An exact amount of US dollars. Opaque: `usd` creates it, `toText` reads it. Never a JS number.
 */
export interface Usd {
  readonly [money]: never;
}

const known = new Map<string, Usd>();

export const zero = usd('0');

/** Where an amount keeps its text: quicker than a map beside it. */
const kept = Symbol();

type Written = Usd & { [kept]?: string };

const products = new Map<string, Usd>();

const smallest = usd('0.0001');

/**
 * True for plain decimal text such as `0.03` or `-1.5`: no exponent, no plus sign, at most 80
 * characters.
 */
export function isAmount(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80 && /^-?\d+(\.\d+)?$/.test(value);
}

/**
 * Parses plain decimal text.
 * @throws UserPaysError `invalid-input` for anything else, including a JS number
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
  // The same unit prices are parsed again and again. The limit keeps a hostile list from filling
  // the memory.
  if (known.size > 999) known.clear();
  known.set(text, amount);
  return amount;
}

function seal(value: Decimal): Usd {
  return value as unknown as Usd;
}

/**
 * Converts decimal text in other notations, with an exponent or a plus sign, to plain decimal text.
 * `undefined` if it is not a number or too long.
 */
export function plainAmount(text: string): string | undefined {
  if (!/^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?$/i.test(text)) return undefined;
  const plain = new Exact(text).toFixed();
  return isAmount(plain) ? plain : undefined;
}

/** The amount as plain decimal text: exact, no exponent, no trailing zeros. */
export function toText(amount: Usd): string {
  const written = amount as Written;
  return (written[kept] ??= open(amount).toFixed());
}

function open(amount: Usd): Decimal {
  return amount as unknown as Decimal;
}

export function sum(amounts: readonly Usd[]): Usd {
  let total = open(amounts[0] ?? zero);
  for (let next = 1; next < amounts.length; next += 1) total = total.plus(open(amounts[next]!));
  return seal(total);
}

/** `amount` × `quantity`, exact. The quantity is decimal text or a whole number. */
export function times(amount: Usd, quantity: string | number): Usd {
  return seal(open(amount).times(typeof quantity === 'number' ? quantity : open(usd(quantity))));
}

/**
 * `times(usd(unitPrice), quantity)` with a cache, because each keystroke needs the same few
 * products.
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

/** The larger of two amounts; `least` returns the smaller. */
export function most(a: Usd, b: Usd): Usd {
  return compareUsd(a, b) < 0 ? b : a;
}
export function least(a: Usd, b: Usd): Usd {
  return compareUsd(a, b) < 0 ? a : b;
}

export function minus(a: Usd, b: Usd): Usd {
  return seal(open(a).minus(open(b)));
}

/** Negative if `a` is less than `b`, 0 if they are equal, positive if it is more. */
export function compareUsd(a: Usd, b: Usd): number {
  // Equal texts are one object, and `comparedTo` would copy `b` first.
  return a === b ? 0 : compareDigits(open(a), open(b));
}

/** By sign, then exponent, then digits: an amount has no trailing zeros. */
function compareDigits(a: Decimal, b: Decimal): number {
  if (a.s !== b.s || !a.d[0] || !b.d[0]) return a.comparedTo(b);
  const up = a.s;
  if (a.e !== b.e) return a.e > b.e ? up : -up;
  const most = Math.max(a.d.length, b.d.length);
  for (let at = 0; at < most; at += 1) {
    const gap = (a.d[at] ?? 0) - (b.d[at] ?? 0);
    if (gap !== 0) return gap > 0 ? up : -up;
  }
  return 0;
}

/** `amount / by`, rounded up at the twelfth decimal, so that a cost is never understated. */
export function divideUp(amount: Usd, by: string | number): Usd {
  return seal(open(amount).div(by).toDecimalPlaces(12, Decimal.ROUND_UP));
}

/** Rounds to `decimals` decimals, halves up: for providers that meter in whole units. */
export function roundTo(amount: Usd, decimals: number): Usd {
  return seal(open(amount).toDecimalPlaces(decimals));
}

/** How many whole times `part` fits into `whole`. 0 if `part` is zero. */
export function timesIn(whole: Usd, part: Usd): number {
  return open(part).isZero() ? 0 : open(whole).div(open(part)).floor().toNumber();
}

/** `amount / unit` as decimal text, if it is exact with at most 24 decimals; else `undefined`. */
export function evenly(amount: Usd, unit: Usd): string | undefined {
  if (open(unit).isZero()) return undefined;
  const quotient = open(amount).div(open(unit));
  return quotient.times(open(unit)).eq(open(amount)) && quotient.decimalPlaces() <= 24
    ? quotient.toFixed()
    : undefined;
}

/** True for amounts above 0 and below 0.0001, the smallest that `short` can show. */
export function isTiny(amount: Usd): boolean {
  const { e, s } = open(amount);
  return e < -4 && s > 0;
}

/** Keeps at most `decimals` decimals. Rounds up, or down if `down` is set. */
export function whole(amount: Usd, down?: boolean, decimals = 12): Usd {
  return seal(
    open(amount).toDecimalPlaces(decimals, down ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL),
  );
}

/**
 * Rounds an amount for places without room for every digit: up, or down if `down` is set. Amounts
 * below 0.0001 become 0.0001. Less than half a billionth makes no difference: it is the noise of
 * somebody's floating-point arithmetic.
 */
export function short(amount: Usd, down?: boolean): Usd {
  if (isTiny(amount)) return smallest;
  const quiet = roundTo(amount, 9);
  return whole(quiet, down, places(open(quiet)));
}

/** The decimals of a short amount: two for 0 and from 1 on, three from 0.01 on, four below. */
function places({ e }: Decimal): number {
  if (e < -2) return 4;
  if (e < 0) return 3;
  return 2;
}

/** How many decimals to show: all that the amount has, and at least `fewest` and two. */
export function decimalsOf(amount: Usd, fewest = places(open(amount))): number {
  return Math.max(2, fewest, open(amount).decimalPlaces());
}
