/** Words of one group by name: texts, functions that make one, or more words. */
type Group = Readonly<Record<string, unknown>>;

/** Words that stand for a price by themselves: an amount in them would be one that nobody computed. */
const priceWords = /^(free|freeAsOf|priceUnknown|unknown|unknownPrice|nothingYet|generateSample)$/;

/** The button that buys: whatever it is given as a price has to be on it. */
const buttons = /^(generate|signInAndGenerate|addKeyToGenerate)$/;

/**
 * Puts a page's words over ours. A sentence that lacks an amount it was given, or names another one,
 * is ours instead; so is one that fails. Loaded when a page brings words.
 */
export function wordsOver<T extends object>(ours: T, own: object): T {
  const all = Object.create(ours) as Record<string, unknown>;
  for (const [name, said] of Object.entries(own) as [string, unknown][])
    all[name] = wordOver(name, ours as Group, said);
  return all as T;
}

function wordOver(name: string, ours: Group, said: unknown): unknown {
  if (isSay(said))
    return (...given: unknown[]) => sentence(name, () => said(...given), ours, given);
  if (typeof said === 'object' && said !== null) return wordsOver(fields(ours[name]), said);
  return priceWords.test(name) && amountsIn(String(said)).length > 0 ? ours[name] : said;
}

function sentence(
  name: string,
  say: () => unknown,
  ours: Group,
  given: readonly unknown[],
): unknown {
  const our = ours[name];
  const fallback = (): unknown => (isSay(our) ? our(...given) : our) ?? '';
  try {
    const text = say();
    const mine = our === undefined ? undefined : String(fallback());
    return typeof text === 'string' && isHonest(name, text, mine, textsIn(given))
      ? text
      : fallback();
  } catch {
    return fallback();
  }
}

function isSay(said: unknown): said is (...given: readonly unknown[]) => unknown {
  return typeof said === 'function';
}

/** True if a sentence has every amount that ours has, and no other. */
function isHonest(
  name: string,
  text: string,
  ours: string | undefined,
  given: readonly string[],
): boolean {
  const needed = given.filter((each) => buttons.test(name) || isMoney(each));
  if (needed.some((each) => !text.includes(each) && (ours?.includes(each) ?? true))) return false;
  if (needed.length === 0 && !priceWords.test(name)) return true;
  const known = [...given, ours ?? ''].join(' ');
  return amountsIn(text).every((amount) => known.includes(amount));
}

/** The texts a sentence is made of; facts come as an object. */
function textsIn(given: readonly unknown[]): string[] {
  return given
    .flatMap((each) =>
      typeof each === 'object' && each ? (Object.values(each) as unknown[]) : [each],
    )
    .filter((each): each is string => typeof each === 'string' && each !== '');
}

/** An amount, or the mark of a place where one is put (see `sentence.ts`). */
function isMoney(text: string): boolean {
  return /[\ue000-\ue00f]/.test(text) || amountsIn(text).length > 0;
}

/** Figures with a currency: `$0.030`, `0,03 $`, `CHF 0.03`. */
function amountsIn(text: string): readonly string[] {
  const unit = String.raw`(?:\p{Sc}|\b[A-Z]{3}\b)`;
  const figure = String.raw`\p{N}[\p{N}.,٫٬]*`;
  return (
    text.match(new RegExp(`${unit}\\s?${figure}|${figure}\\s?(?:[A-Z]{2})?${unit}`, 'gu')) ?? []
  );
}

function fields(value: unknown): Group {
  return typeof value === 'object' && value !== null ? (value as Group) : {};
}
