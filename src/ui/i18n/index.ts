import { en as first } from './en/widget.js';
import type { Terms } from './terms.js';
import { broughtFor, wordsFrom, wordsOver, type Loaders } from './words.js';

export type { FirstTerms, Terms } from './terms.js';
export { addTerms } from './words.js';

/** Whoever needs a word of the rest is fetched together with it (see `addWords`). */
const en = { ...first } as Terms;

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<Terms> = {
  de: () => import('./de/widget-de.js'),
  fr: () => import('./fr/widget-fr.js'),
  es: () => import('./es/widget-es.js'),
  pt: () => import('./pt-br/widget-pt-br.js'),
  ja: () => import('./ja/widget-ja.js'),
  zh: () => import('./zh-hans/widget-zh-hans.js'),
  ar: () => import('./ar/widget-ar.js'),
};

const words = wordsFrom(loaders);

/** Fetches the widget's words in the language of a tag, if they are ours. Never rejects. */
export const loadTerms = words.load;

/** The widget's words for a language tag; English while nothing nearer is known. */
export function termsFor(lang: string): Terms {
  return wordsOver(words.find(lang) ?? en, broughtFor(lang));
}

/** The rest of the English words arrived. */
export function addWords(late: object): void {
  Object.assign(en, late);
}
