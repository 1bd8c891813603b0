import { broughtFor } from '../index.js';
import type { Slips } from './types.js';

export type { Slips } from './types.js';

/**
 * Each language is a file of its own, fetched when a tally or a calculator is first in it. English
 * comes with the element itself.
 */
const loaders: Readonly<Record<string, () => Promise<Slips>>> = {
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  pt: async () => (await import('./pt-br.js')).ptBr,
  ja: async () => (await import('./ja.js')).ja,
  zh: async () => (await import('./zh-hans.js')).zhHans,
  ar: async () => (await import('./ar.js')).ar,
};

const known = new Map<string, Slips>();
const asked = new Map<string, Promise<void>>();

/** The words of one element, the page's own before ours before English. */
export interface SlipWords<T> {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly terms: T;
}

/**
 * The words for a language tag as far as they are here; `arrived` is called when there are more.
 */
export function slipTerms<K extends 'tally' | 'calculator'>(
  lang: string,
  kind: K,
  english: Slips[K],
  arrived: () => void,
): SlipWords<Slips[K]> {
  const own = ours(lang, arrived);
  const brought = broughtFor(lang);
  return {
    tag: brought?.tag ?? own?.tag ?? 'en',
    dir: brought?.dir ?? own?.dir ?? 'ltr',
    terms: { ...english, ...own?.[kind], ...brought?.[kind] },
  };
}

/**
 * Ours for a language tag; `undefined` while they are fetched, which ends in `arrived`, and where
 * there are none.
 */
function ours(lang: string, arrived: () => void): Slips | undefined {
  const [language = ''] = lang.toLowerCase().split('-');
  const here = known.get(language);
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  if (here || !load) return here;
  const loading = asked.get(language) ?? load().then((terms) => void known.set(language, terms));
  asked.set(language, loading);
  // What could not be had is asked for again when the element is next drawn.
  loading.then(arrived, () => void asked.delete(language));
  return undefined;
}
