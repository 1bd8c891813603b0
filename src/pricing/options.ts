import { listEntries } from './list-entries.js';
import type { OptionSpec } from './price-list-types.js';
import type { ImageRequest, Problem, SentValue } from './quote-types.js';

type Specs = Readonly<Record<string, OptionSpec>>;
type Given = Pick<ImageRequest, 'options' | 'steps'>;
type Values = Readonly<Record<string, string>>;

const noValues: Values = {};

/**
 * The options of a request at an offer, by the offer's own names: what is given, else what is usual
 * there. Names that the offer does not have are ignored. A problem if a value can't be taken.
 */
export function optionsOf(specs: Specs | undefined, given: Given): Values | Problem {
  if (!specs) return noValues;
  const values: Record<string, string> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const asked = givenFor(name, spec, given);
    const value = asked === undefined ? spec.usual : read(spec, asked);
    if (asked !== undefined && value === undefined)
      return { code: 'invalid-option', text: `${name}: ${said(spec)}` };
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/**
 * What of these values is sent, in the types that the provider's list names: everything given, and
 * what is usual where the price depends on it.
 */
export function sentOptions(
  specs: Specs,
  values: Values,
  given: Given,
  isPriced: (name: string) => boolean,
): Record<string, SentValue> {
  const sent: Record<string, SentValue> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = values[name];
    if (value !== undefined && (isPriced(name) || givenFor(name, spec, given) !== undefined))
      sent[name] = typed(spec, value);
  }
  return sent;
}

/** The text given for an option under any of its names; empty text counts as nothing. */
function givenFor(
  name: string,
  { names = [name] }: OptionSpec,
  { options = {}, steps }: Given,
): string | undefined {
  const all: Readonly<Record<string, string | number | boolean | undefined>> = {
    steps,
    ...options,
  };
  for (const one of names)
    for (const spelling of [one, camel(one)]) {
      const value = Object.hasOwn(all, spelling) ? all[spelling] : undefined;
      const text = String(value ?? '').trim();
      if (text) return text;
    }
  return undefined;
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
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
