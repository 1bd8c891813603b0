import { en as first } from './en/widget.js';
import type { Terms } from './terms.js';
import { broughtFor, wordsFrom, type Loaders } from './words.js';

export type { FirstTerms, Terms } from './terms.js';
export { addTerms } from './words.js';

/** Whoever needs a word of the rest is fetched together with it (see `addWords`). */
const en = { ...first } as Terms;

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<Terms> = {
  de: () => import('./de/widget.js'),
  fr: () => import('./fr/widget.js'),
  es: () => import('./es/widget.js'),
  pt: () => import('./pt-br/widget.js'),
  ja: () => import('./ja/widget.js'),
  zh: () => import('./zh-hans/widget.js'),
  ar: () => import('./ar/widget.js'),
};

const words = wordsFrom(loaders);

/** Fetches the widget's words in the language of a tag, if they are ours. Never rejects. */
export const loadTerms = words.load;

/** The widget's words for a language tag; English while nothing nearer is known. */
export function termsFor(lang: string): Terms {
  const ours = words.find(lang) ?? en;
  const own = broughtFor(lang);
  // Ours stand behind the page's, so that words of ours which arrive later are there, too.
  return own ? Object.assign(Object.create(ours) as Terms, own) : ours;
}

/** The rest of the English words arrived. */
export function addWords(late: object): void {
  Object.assign(en, late);
}
