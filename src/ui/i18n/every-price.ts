import { terms as ar } from './ar/price-ar.js';
import { terms as de } from './de/price-de.js';
import { elementWords, type ElementWords } from './element-words.js';
import { en } from './en/price.js';
import { en as receipt } from './en/receipt.js';
import { terms as es } from './es/price-es.js';
import { terms as fr } from './fr/price-fr.js';
import { terms as ja } from './ja/price-ja.js';
import { languageTag } from './language.js';
import { terms as pt } from './pt-br/price-pt-br.js';
import type { Language, PriceTerms, PriceTranslation } from './terms.js';
import { terms as zh } from './zh-hans/price-zh-hans.js';

const ours: Readonly<Record<Language, PriceTranslation>> = { ar, de, es, fr, ja, pt, zh };
const all = new Map<string, PriceTranslation>(Object.entries(ours));

const here = {
  find: (lang: string) => all.get(languageTag(lang)?.toLowerCase().split('-')[0] ?? ''),
  load: () => Promise.resolve(),
};

/** The price element's words for a language tag, for who can't wait until they are fetched. */
export function priceWordsFor(lang: string): ElementWords<PriceTerms> {
  return elementWords('price', lang, here, { ...en, ...receipt });
}
