/** Lists that were read field by field: what is in them has been looked at. */
const looked = new WeakSet<object>();

/**
 * Raised while reading a list from elsewhere, with where and why; `parse…` turns it into a refusal
 * of the whole list.
 */
class Refusal extends Error {}

type Fields = Readonly<Record<string, unknown>>;

// Control and direction characters have no business in a name, and could make one look like
// another.
const plain = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]*$/u;

/** True for a list that came out of one of our readers. */
export function isRead(list: object): boolean {
  return looked.has(list);
}

/** Refuses the list being read. */
export function refuse(why: string): never {
  throw new Refusal(why);
}

/**
 * Reads a whole list or refuses it whole: a list half understood is a wrong price waiting to be
 * shown.
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

/** A list of at most `most` entries. */
export function entries(value: unknown, most: number, where: string): readonly unknown[] {
  return Array.isArray(value) && value.length <= most
    ? (value as readonly unknown[])
    : refuse(`${where} is not a list of at most ${most}`);
}

/** Text for people: no control or direction characters, at most `most` characters. */
export function words(value: unknown, where: string, most = 200): string {
  return typeof value === 'string' && value.length > 0 && value.length <= most && plain.test(value)
    ? value
    : refuse(`${where} is not a text of 1 to ${most} characters`);
}

/** An id: visible ASCII. */
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

/** US dollars as plain decimal text, not negative. Never a JSON number: 0.1 + 0.2 has no way in. */
export function dollars(value: unknown, where: string): string {
  return typeof value === 'string' && /^\d{1,9}(\.\d{1,18})?$/.test(value)
    ? value
    : refuse(`${where} is not an amount as decimal text`);
}

export function date(value: unknown, where: string): string {
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  const at = Date.parse(text);
  // Whoever writes 9999 wants to be the newest for ever.
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

/** The value when it is there. */
export function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}
