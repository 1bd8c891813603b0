import { shared } from '../../../base/shared.js';
import type { Slips } from './types.js';

export type { Slips } from './types.js';

/** Each language is a file of its own, fetched when a tally or a calculator is first in it. English comes with the element itself. */
const loaders: Readonly<Record<string, () => Promise<Slips>>> = {
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  pt: async () => (await import('./pt-br.js')).ptBr,
  ja: async () => (await import('./ja.js')).ja,
  zh: async () => (await import('./zh-hans.js')).zhHans,
  ar: async () => (await import('./ar.js')).ar,
};

interface Shelf {
  readonly known: Map<string, Slips>;
  readonly asked: Map<string, Promise<void>>;
}

/** One for the page: the tally and the calculator are loaded apart. */
const shelf = (): Shelf => shared('slip-words', 1, () => ({ known: new Map<string, Slips>(), asked: new Map<string, Promise<void>>() }));

/** A page brings its own words for the tally and the calculator, or a language of its own; they win over ours. `lang` is a BCP 47 tag. */
export const addSlipTerms = (lang: string, terms: Slips): void => void shelf().known.set(lang.toLowerCase(), terms);

/** The words for a language tag; `undefined` while they are fetched, which ends in `arrived`, and where nobody brought any. */
export const slipTerms = (lang: string, arrived: () => void): Slips | undefined => {
  const { known, asked } = shelf();
  const tag = lang.toLowerCase();
  const language = tag.split('-')[0] ?? '';
  const here = known.get(tag) ?? known.get(language);
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  if (here || !load) return here;
  const loading = asked.get(language) ?? load().then((terms) => {
    if (!known.has(language)) known.set(language, terms);
  });
  asked.set(language, loading);
  // What could not be had is asked for again when the element is next drawn.
  loading.then(arrived, () => void asked.delete(language));
  return undefined;
};
