/** A seed: a number, or its digits as text beyond 2^53, where no number is exact. */
export type Seed = number | string;

/** The largest seed that every JSON reader keeps as it is. */
export const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Reads a seed; `undefined` for anything else, and for a number that has lost its last digits. */
export function seedIn(value: unknown): Seed | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? exact(BigInt(value)) : undefined;
}

/**
 * The seed of one picture of several. No two are alike: after the largest that the provider takes
 * (`most`) it goes on from 1.
 */
export function seedAt(first: Seed, index: number, most = mostExact): Seed {
  const at = BigInt(first) + BigInt(index);
  return exact(at > most && BigInt(first) <= most ? at - most : at);
}

function exact(whole: bigint): Seed {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : String(whole);
}

/**
 * JSON whose long seeds are text, since `JSON.parse` would round them. Only names and values outside
 * of text can match: a quotation mark inside of text has a backslash before it.
 */
export function withSeedsAsText(json: string): string {
  return json.replace(/("\w{0,20}seed"\s*:\s*)(-?\d{16,20})(?=\s*[,}])/gi, '$1"$2"');
}

/** The reverse: JSON whose long seeds are numbers again. */
export function withSeedsAsNumbers(json: string): string {
  return json.replace(/("seed":)"(-?\d{16,20})"/g, '$1$2');
}
