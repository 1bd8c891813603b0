// Shorter functions for decimal.js, with the results of its own for every call that
// src/pricing/money.ts makes. decimal.js supports every base, precision and rounding; money.ts uses
// one precision, the four roundings that `clone` lists, and no exponent near the limits.
// Read as text: slim-decimal.mjs puts each exported function in the place of decimal.js's function
// or method of that name. Free names, such as `parseDecimal`, are decimal.js's own.
// test/config/checks/slim-decimal.node.ts compares the results.

/** Creates a Decimal class. Checks no settings and reads no hexadecimal, octal or binary text. */
export function clone(settings) {
  function Decimal(value) {
    this.constructor = Decimal;
    if (value instanceof Decimal) {
      this.s = value.s;
      this.e = value.e;
      this.d = value.d && value.d.slice();
      return;
    }
    // Most numbers are quantities, and reading a text takes three times as long.
    if (Number.isInteger(value) && value > 0 && value < BASE) {
      this.s = 1;
      this.d = [value];
      this.e = getBase10Exponent(this.d, 0);
      return;
    }
    const text = String(value);
    this.s = text[0] === '-' ? -1 : 1;
    const digits = text[0] === '-' || text[0] === '+' ? text.slice(1) : text;
    if (isDecimal.test(digits)) parseDecimal(this, digits);
    else if (value * 0 === 0) throw Error('not decimal text');
    else {
      this.e = NaN;
      this.d = null;
      if (Number.isNaN(+value)) this.s = NaN;
    }
  }
  const rounding = { ROUND_UP: 0, ROUND_CEIL: 2, ROUND_FLOOR: 3, ROUND_HALF_UP: 4 };
  return Object.assign(Decimal, settings, rounding, { prototype: P, clone });
}

export function plus(y) {
  return this.d && y.d ? added(this, y, y.s) : new this.constructor(+this + +y);
}

export function minus(y) {
  return this.d && y.d ? added(this, y, -y.s) : new this.constructor(this - y);
}

/** Adds `y`, taken with this sign, to `x`. A digit here is one of base 1e7, as in decimal.js. */
function added(x, y, sign) {
  const first = placeOf(x);
  const second = placeOf(y);
  const top = Math.max(first, second) + 1;
  const digits = Array(top - Math.min(first - x.d.length, second - y.d.length)).fill(0);
  let at = top - first;
  for (const digit of x.d) digits[at++] += digit * x.s;
  at = top - second;
  for (const digit of y.d) digits[at++] += digit * sign;
  return carried(x, digits, top, 1);
}

export function times(y) {
  y = new this.constructor(y);
  if (!this.d || !y.d) return new this.constructor(this * y);
  const digits = Array(this.d.length + y.d.length).fill(0);
  let from = 0;
  // Amounts have 80 decimal digits at most, so the largest sum here is far below 2 ** 53.
  for (const a of this.d) {
    let at = ++from;
    for (const b of y.d) digits[at++] += a * b;
  }
  return carried(y, digits, placeOf(this) + placeOf(y) + 1, this.s * y.s);
}

/** The place of the first digit of base 1e7. */
function placeOf(x) {
  return Math.floor(x.e / LOG_BASE);
}

/**
 * Builds the number with these digits, of which the first has this place. Carries what is negative
 * or 1e7 and more; the first digit that isn't 0 has the sign of the whole.
 */
function carried(of, digits, place, sign) {
  const x = new of.constructor(of);
  const flip = digits.find(Boolean) < 0 ? -1 : 1;
  let carry = 0;
  for (let at = digits.length; at--;) {
    const value = digits[at] * flip + carry;
    carry = Math.floor(value / BASE);
    digits[at] = value - carry * BASE;
  }
  while (digits.length > 1 && !digits.at(-1)) digits.pop();
  for (; digits.length > 1 && !digits[0]; place--) digits.shift();
  x.s = sign * flip;
  x.d = digits;
  x.e = digits[0] && getBase10Exponent(digits, place);
  const Ctor = x.constructor;
  return finalise(x, Ctor.precision, Ctor.rounding);
}

/** Divides to one digit beyond the precision: rounding halves up needs no remainder beyond it. */
export function divide(x, y) {
  const Ctor = x.constructor;
  if (!x.d || !y.d || !y.d[0]) return new Ctor(x / y);
  const [of, by] = [digitsToString(x.d), digitsToString(y.d)];
  const length = Math.max(of.length, Ctor.precision + 1 + by.length);
  const digits = BigInt(of.padEnd(length, '0')) / BigInt(by);
  const quotient = parseDecimal(new Ctor(x), `${digits}e${x.e - y.e + by.length - length}`);
  quotient.s = x.s * y.s;
  return finalise(quotient, Ctor.precision, Ctor.rounding);
}

/** Rounds `x` itself to so many significant digits. */
export function finalise(x, digits, rounding) {
  if (!x.d || x.d.length * LOG_BASE <= digits) return x;
  const text = digitsToString(x.d);
  if (text.length <= digits) return x;
  const isUp =
    rounding === 4 ? text[digits] >= '5' : rounding === 0 || rounding === (x.s < 0 ? 3 : 2);
  const kept = BigInt(text.slice(0, Math.max(0, digits))) + BigInt(isUp);
  return parseDecimal(x, `${kept}e${x.e - digits + 1}`);
}

export function toFixed() {
  return this.isZero() ? '0' : this.valueOf();
}

export function toString() {
  return this.toFixed();
}

export function valueOf() {
  return (this.s < 0 ? '-' : '') + finiteToString(this);
}
