/** A JSON object with unchecked fields. */
export type Fields = { readonly [name: string]: unknown };

/** Parses JSON. `undefined` for anything that is not JSON. */
export function parseJson(text: string): unknown {
  // What is not stored is read as '', at each new price: an exception costs as much as the price.
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The value as an object with unchecked fields. Anything that is not an object becomes an empty
 * one, so that reading a field of it never throws.
 */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** The value if it is an array, else an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a non-empty string, else `undefined`. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value if it is a finite number, else `undefined`. */
export function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
