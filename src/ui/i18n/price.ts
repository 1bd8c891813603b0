import { elementWords, type ElementWords } from './element-words.js';
import { en } from './en/price.js';
import { en as receipt } from './en/receipt.js';
import type { PriceTerms, PriceTranslation } from './terms.js';
import { wordsFrom, type Loaders } from './words.js';

const english: PriceTerms = { ...en, ...receipt };

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<PriceTranslation> = {
  de: () => import('./de/price-de.js'),
  fr: () => import('./fr/price-fr.js'),
  es: () => import('./es/price-es.js'),
  pt: () => import('./pt-br/price-pt-br.js'),
  ja: () => import('./ja/price-ja.js'),
  zh: () => import('./zh-hans/price-zh-hans.js'),
  ar: () => import('./ar/price-ar.js'),
};

const words = wordsFrom(loaders);

/** Fetches the price element's words in the language of a tag, if they are ours. Never rejects. */
export const loadWords = words.load;

/** The price element's words for a language tag. */
export function wordsFor(lang: string): ElementWords<PriceTerms> {
  return elementWords('price', lang, words, english);
}
