import { quoteFromList } from '../pricing/quote-from-list.js';
import type { ProblemCode, Quote } from '../pricing/quote-types.js';
import { readArguments } from './arguments.js';
import { quoteHelp } from './help.js';
import { Mistake } from './mistake.js';
import { exit, type Ports } from './ports.js';
import { priceList } from './price-list.js';
import { quoteOptions, quoteRequest } from './quote-request.js';
import { quoteText } from './quote-text.js';

/** The options that a problem is about; none where nothing typed is wrong: nobody knows the price. */
const about: Readonly<Record<ProblemCode, string | undefined>> = {
  'invalid-size': 'size',
  'too-small': 'size',
  'too-large': 'size',
  'off-grid': 'size',
  'size-not-offered': 'size',
  'invalid-count': 'count',
  'invalid-steps': 'option',
  'invalid-option': 'option',
  'invalid-reference': 'references',
  'too-many-references': 'references',
  'needs-reference': 'references',
  'prompt-too-long': undefined,
  'unknown-provider': 'provider',
  'unknown-model': 'model',
  'unknown-route': 'route',
  'not-hosted': undefined,
  'no-price': undefined,
  'bad-price-list': 'prices',
};

/**
 * Prints the price of one request.
 * @throws Mistake if an argument is invalid
 */
export async function quote(args: readonly string[], ports: Ports): Promise<number> {
  const given = readArguments(args, quoteOptions);
  if (given.has('help')) {
    ports.out(quoteHelp);
    return exit.ok;
  }
  const list = await priceList(given.text('prices'), ports);
  const made = quoteFromList(quoteRequest(given, list), { prices: list, at: ports.now() });
  const wrong = made.problem && about[made.problem.code];
  if (given.has('json')) ports.out(`${JSON.stringify(made, null, 2)}\n`);
  if (wrong) throw new Mistake(mistake(made, wrong, given.text(wrong)));
  if (!given.has('json')) ports.out(quoteText(made, list));
  return made.total ? exit.ok : exit.unknown;
}

/** `--size 1025x1024: multiples of 16 pixels. 1024×1024 is the nearest size FLUX.2 pro makes.` */
function mistake({ problem, hints }: Quote, name: string, typed = ''): string {
  const told = problem?.text ?? '';
  if (name === 'option') return `--option ${told}.`;
  const way = hints.find(({ kind }) => kind === 'snap');
  return `--${name}${typed && ` ${typed}`}: ${told}.${way ? ` ${way.text}.` : ''}`;
}
