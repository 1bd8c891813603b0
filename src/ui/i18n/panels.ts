import { elementWords, type ElementWords } from './element-words.js';
import type { CalculatorTerms } from './en/calculator.js';
import type { TallyTerms } from './en/tally.js';
import type { PanelTranslation } from './terms.js';
import { wordsFrom, type Loaders } from './words.js';

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<PanelTranslation> = {
  de: () => import('./de/panels-de.js'),
  fr: () => import('./fr/panels-fr.js'),
  es: () => import('./es/panels-es.js'),
  pt: () => import('./pt-br/panels-pt-br.js'),
  ja: () => import('./ja/panels-ja.js'),
  zh: () => import('./zh-hans/panels-zh-hans.js'),
  ar: () => import('./ar/panels-ar.js'),
};

const words = wordsFrom(loaders);

/** The tally's words for a language tag. */
export function tallyWords(lang: string, english: TallyTerms): ElementWords<TallyTerms> {
  return elementWords('tally', lang, words, english);
}

/** The calculator's words for a language tag. */
export function calculatorWords(
  lang: string,
  english: CalculatorTerms,
): ElementWords<CalculatorTerms> {
  return elementWords('calculator', lang, words, english);
}
