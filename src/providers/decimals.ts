/** The exact sum of two amounts, plain decimal text; `undefined` unless both are known. */
export function decimalSum(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  const fractions = [a, b].map((amount) => amount.split('.')[1] ?? '');
  const places = Math.max(1, ...fractions.map(({ length }) => length));
  const units = (amount: string): bigint => {
    const [whole = '0', rest = ''] = amount.split('.');
    return BigInt(whole + rest.padEnd(places, '0'));
  };
  const digits = String(units(a) + units(b)).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

/** Converts cents to dollars, both plain decimal text. */
export function dollarsOf(cents: string): string {
  const [whole = '', rest = ''] = cents.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`;
}
