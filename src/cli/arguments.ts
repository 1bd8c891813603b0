import { parseArgs } from 'node:util';
import { didYouMean } from './did-you-mean.js';
import { Mistake } from './mistake.js';

/** `text` may be given once, `texts` several times, a `flag` has no value. */
export type Options = Readonly<Record<string, 'text' | 'texts' | 'flag'>>;

export interface Arguments {
  /** The value of a `text`. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/**
 * Reads what follows a command.
 * @throws Mistake for an option that the command does not have, or that has a value too many or none
 */
export function readArguments(args: readonly string[], options: Options): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries({ ...options, help: 'flag' }).map(([name, kind]) => [
        name,
        { type: kind === 'flag' ? 'boolean' : 'string', ...(name === 'help' && { short: 'h' }) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new Mistake(`“${token.value}” is one word too many: options begin with --.`);
    if (token.kind === 'option') add(given, token, options);
  }
  return {
    text: (name) => given.get(name)?.[0],
    texts: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
  };
}

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function add(given: Map<string, string[]>, token: Token, options: Options): void {
  const { name, rawName, value, inlineValue } = token;
  const kind = name === 'help' ? 'flag' : Object.hasOwn(options, name) ? options[name] : undefined;
  if (!kind)
    throw new Mistake(
      `${rawName} is no option here.${didYouMean(
        `--${name}`,
        Object.keys(options).map((one) => `--${one}`),
      )}`,
    );
  if (kind === 'flag' && value !== undefined) throw new Mistake(`${rawName} takes no value.`);
  // The next option is no value; a file may be `-`.
  const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
  if (kind !== 'flag' && isMissing) throw new Mistake(`${rawName} needs a value.`);
  if (kind !== 'texts' && given.has(name)) throw new Mistake(`${rawName} is given twice.`);
  given.set(name, [...(given.get(name) ?? []), value ?? '']);
}
