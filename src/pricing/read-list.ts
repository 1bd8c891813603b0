/** Lists returned by our parsers, whose content has been checked. */
const looked = new WeakSet<object>();

/**
 * Thrown while an untrusted list is read, with the place and the reason. `wholly` turns it into a
 * refusal.
 */
class Refusal extends Error {}

type Fields = Readonly<Record<string, unknown>>;

// No control, direction or other invisible characters: they could make one name look like another.
const plain = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]*$/u;

/** True for a list returned by one of our parsers. */
export function isRead(list: object): boolean {
  return looked.has(list);
}

/** Refuses what `wholly` is reading. */
export function refuse(why: string): never {
  throw new Refusal(why);
}

/**
 * Runs a reader. Its result is either complete or refused with the reason: a partly understood list
 * would show wrong prices. Other errors propagate.
 */
export function wholly<T>(read: () => T): { readonly list: T } | { readonly refused: string } {
  try {
    const list = read();
    if (typeof list === 'object' && list !== null) looked.add(list);
    return { list };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

export function object(value: unknown, where: string): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : refuse(`${where} is not an object`);
}

/** The value as an array of at most `most` entries. */
export function entries(value: unknown, most: number, where: string): readonly unknown[] {
  return Array.isArray(value) && value.length <= most
    ? (value as readonly unknown[])
    : refuse(`${where} is not a list of at most ${most}`);
}

/** Text for people: no control or direction characters, 1 to `most` characters. */
export function words(value: unknown, where: string, most = 200): string {
  return typeof value === 'string' && value.length > 0 && value.length <= most && plain.test(value)
    ? value
    : refuse(`${where} is not a text of 1 to ${most} characters`);
}

/** An id: 1 to 100 ASCII letters, digits and `_@.:/+-`, or `*`. */
export function id(value: unknown, where: string): string {
  return typeof value === 'string' && /^[\w@+][\w@.:/+-]{0,99}$|^\*$/.test(value)
    ? value
    : refuse(`${where} is not an id`);
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[], where: string): T {
  return (
    choices.find((choice) => choice === value) ??
    refuse(`${where} is none of ${choices.join(', ')}`)
  );
}

/** A whole number from `least` to `most`. */
export function count(value: unknown, where: string, least = 1, most = 1e9): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuse(`${where} is not a whole number from ${least} to ${most}`);
}

/**
 * US dollars as plain decimal text, not negative. JSON numbers are refused because they are not
 * exact.
 */
export function dollars(value: unknown, where: string): string {
  return typeof value === 'string' && /^\d{1,9}(\.\d{1,18})?$/.test(value)
    ? value
    : refuse(`${where} is not an amount as decimal text`);
}

/** A day that exists, `YYYY-MM-DD`, before the year 2100. */
export function date(value: unknown, where: string): string {
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  const at = Date.parse(text);
  // A date like 9999-01-01 would make a price the newest for ever.
  return !Number.isNaN(at) && text < '2100' && new Date(at).toISOString().startsWith(text)
    ? text
    : refuse(`${where} is not a date like 2026-11-21`);
}

/** An https address. */
export function address(value: unknown, where: string): string {
  const text = words(value, where, 300);
  return /^https:\/\/[^\s/@]+(\/\S*)?$/.test(text) && URL.canParse(text)
    ? text
    : refuse(`${where} is not an https address`);
}

/** `read(value)`, or `undefined` if the value is missing. */
export function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

/**
 * Allows only the named fields, because a typo in a price list must not silently change a price.
 */
export function only(fields: Fields, names: readonly string[], where: string): Fields {
  const other = Object.keys(fields).find((name) => !names.includes(name));
  return other === undefined
    ? fields
    : refuse(`${where} has an unknown field ${JSON.stringify(other.slice(0, 40))}`);
}

/** `true`, or `undefined` if it is missing. */
export function yes(value: unknown, where: string): true | undefined {
  return value === undefined || value === true ? value : refuse(`${where} is not true`);
}

/** A size in pixels, `WIDTHxHEIGHT`. */
export function size(value: unknown, where: string): string {
  return typeof value === 'string' && /^[1-9]\d{0,5}x[1-9]\d{0,5}$/.test(value)
    ? value
    : refuse(`${where} is not a size like 1024x1024`);
}
