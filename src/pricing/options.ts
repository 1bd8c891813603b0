import { listEntries } from './list-entries.js';
import type { OptionSpec } from './price-list-types.js';
import type { ImageRequest, Problem, SentValue } from './quote-types.js';

type Specs = Readonly<Record<string, OptionSpec>>;
type Given = Pick<ImageRequest, 'options' | 'steps'>;
type Values = Readonly<Record<string, string>>;

const noValues: Values = {};

/** What an offer takes where nothing is given, and what is missing then. */
interface Usual {
  readonly values: Values;
  readonly lacks: Problem | undefined;
}

const usuals = new WeakMap<Specs, Usual>();

/**
 * The options of a request at an offer, by the offer's own names: what is given, else what is usual
 * there. Names that the offer does not have are ignored. A problem if a value can't be taken.
 */
export function optionsOf(specs: Specs | undefined, given: Given): Values | Problem {
  if (!specs) return noValues;
  const usual = usualOf(specs);
  const texts = textsOf(given);
  if (!texts) return usual.lacks ?? usual.values;
  const values: Record<string, string> = { ...usual.values };
  for (const [name, spec] of Object.entries(specs)) {
    const asked = givenFor(name, spec, texts);
    if (asked === undefined) continue;
    const value = read(spec, asked);
    if (value === undefined) return { code: 'invalid-option', text: `${name}: ${said(spec)}` };
    values[name] = value;
  }
  return lackOf(specs, values) ?? values;
}

/** The problem that something needed is missing. */
function lackOf(specs: Specs, values: Values): Problem | undefined {
  const name = Object.keys(specs).find((one) => specs[one]?.needed && values[one] === undefined);
  return name === undefined ? undefined : { code: 'invalid-option', text: `${name} is needed` };
}

/**
 * What of these values is sent, in the types that the provider's list names: everything given, and
 * what is usual where the price depends on it (`priced`).
 */
export function sentOptions(
  specs: Specs,
  values: Values,
  given: Given,
  priced: readonly string[],
): Record<string, SentValue> {
  const texts = textsOf(given);
  const names = texts
    ? Object.keys(specs).filter(
        (name) => priced.includes(name) || givenFor(name, specs[name]!, texts) !== undefined,
      )
    : priced;
  const sent: Record<string, SentValue> = {};
  for (const name of names) {
    const [spec, value] = [specs[name], values[name]];
    if (spec && value !== undefined) sent[name] = typed(spec, value);
  }
  return sent;
}

/** What is usual, looked up once for each offer. */
function usualOf(specs: Specs): Usual {
  const known = usuals.get(specs);
  if (known) return known;
  const entries = Object.entries(specs).flatMap(([name, { usual }]) =>
    usual === undefined ? [] : [[name, usual] as const],
  );
  const values: Values = Object.fromEntries(entries);
  const usual = { values, lacks: lackOf(specs, values) };
  usuals.set(specs, usual);
  return usual;
}

/**
 * What is given, as text, by names in snake case: `fontUrls` is `font_urls`. Empty text counts as
 * nothing; `undefined` if nothing is given at all.
 */
function textsOf({ options, steps }: Given): Values | undefined {
  if (!options && steps === undefined) return undefined;
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries({ steps, ...options })) {
    const text = String(value ?? '').trim();
    if (text) texts[snake(name)] = text;
  }
  return texts;
}

/** `fontUrls` as `font_urls`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The text given for an option under any of its names; the first one given counts. */
function givenFor(name: string, { names = [name] }: OptionSpec, texts: Values): string | undefined {
  const one = names.find((each) => Object.hasOwn(texts, each));
  return one === undefined ? undefined : texts[one];
}

/** The value as the provider spells it. `undefined` if it can't be taken. */
function read(spec: OptionSpec, text: string): string | undefined {
  const { type, values = [], also = {}, min = -Infinity, max = Infinity, whole, most } = spec;
  const low = text.toLowerCase();
  switch (type) {
    case 'choice':
      return (
        values.find((one) => one.toLowerCase() === low) ??
        (Object.hasOwn(also, low) ? also[low] : undefined)
      );
    case 'switch':
      return low === 'true' || low === 'false' ? low : undefined;
    case 'number': {
      const asked = Number(text);
      const number = spec.clamps ? Math.min(max, Math.max(min, Math.round(asked))) : asked;
      return number >= min && number <= max && (!whole || Number.isInteger(number))
        ? String(number)
        : undefined;
    }
    case 'list':
      return listEntries(text).length <= (most ?? Infinity) ? text : undefined;
    default:
      return text;
  }
}

function typed({ type }: OptionSpec, value: string): SentValue {
  if (type === 'number') return Number(value);
  if (type === 'switch') return value === 'true';
  return type === 'list' ? listEntries(value) : value;
}

/** What an option can be, for people who gave something else. */
function said({ type, values = [], min, max, whole, most }: OptionSpec): string {
  if (type === 'choice') return `one of ${values.join(', ')}`;
  if (type === 'switch') return 'true or false';
  if (type === 'list') return `at most ${most}`;
  const number = whole ? 'a whole number' : 'a number';
  return `${number}${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`;
}
