/** Lists that were read field by field: what is in them has been looked at. */
const looked = new WeakSet<object>();

/** True for a list that came out of one of our readers. */
export const isRead = (list: object): boolean => looked.has(list);

/**
 * Raised while reading a list from elsewhere, with where and why; `parse…` turns it into a refusal
 * of the whole list.
 */
class Refusal extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Refuses the list being read. */
export const refuse = (why: string): never => {
  throw new Refusal(why);
};

/**
 * Reads a whole list or refuses it whole: a list half understood is a wrong price waiting to be
 * shown.
 */
export const wholly = <T>(read: () => T): { readonly list: T } | { readonly refused: string } => {
  try {
    const list = read();
    if (typeof list === 'object' && list !== null) looked.add(list);
    return { list };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
};

export const object = (value: unknown, where: string): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : refuse(`${where} is not an object`);

/** A list of at most `most` entries. */
export const entries = (value: unknown, most: number, where: string): readonly unknown[] =>
  Array.isArray(value) && value.length <= most
    ? (value as readonly unknown[])
    : refuse(`${where} is not a list of at most ${most}`);

// Control and direction characters have no business in a name, and could make one look like
// another.
const plain = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]*$/u;

/** Text for people: no control or direction characters, at most `most` characters. */
export const words = (value: unknown, where: string, most = 200): string =>
  typeof value === 'string' && value.length > 0 && value.length <= most && plain.test(value)
    ? value
    : refuse(`${where} is not a text of 1 to ${most} characters`);

/** An id: visible ASCII. */
export const id = (value: unknown, where: string): string =>
  typeof value === 'string' && /^[\w@+][\w@.:/+-]{0,99}$|^\*$/.test(value)
    ? value
    : refuse(`${where} is not an id`);

export const oneOf = <T extends string>(value: unknown, choices: readonly T[], where: string): T =>
  choices.find((choice) => choice === value) ?? refuse(`${where} is none of ${choices.join(', ')}`);

/** A whole number from `least` to `most`. */
export const count = (value: unknown, where: string, least = 1, most = 1e9): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuse(`${where} is not a whole number from ${least} to ${most}`);

/** US dollars as plain decimal text, not negative. Never a JSON number: 0.1 + 0.2 has no way in. */
export const dollars = (value: unknown, where: string): string =>
  typeof value === 'string' && /^\d{1,9}(\.\d{1,18})?$/.test(value)
    ? value
    : refuse(`${where} is not an amount as decimal text`);

export const date = (value: unknown, where: string): string => {
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  const at = Date.parse(text);
  // Whoever writes 9999 wants to be the newest for ever.
  return !Number.isNaN(at) && text < '2100' && new Date(at).toISOString().startsWith(text)
    ? text
    : refuse(`${where} is not a date like 2026-11-21`);
};

/** An https address. */
export const address = (value: unknown, where: string): string => {
  const text = words(value, where, 300);
  return /^https:\/\/[^\s/@]+(\/\S*)?$/.test(text) && URL.canParse(text)
    ? text
    : refuse(`${where} is not an https address`);
};

/** The value when it is there. */
export const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : read(value);
