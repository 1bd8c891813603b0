import type { RemarkTranslation } from './terms.js';
import { wordsFrom, type Loaders } from './words.js';

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<RemarkTranslation> = {
  de: () => import('./de/remarks-de.js'),
  fr: () => import('./fr/remarks-fr.js'),
  es: () => import('./es/remarks-es.js'),
  pt: () => import('./pt-br/remarks-pt-br.js'),
  ja: () => import('./ja/remarks-ja.js'),
  zh: () => import('./zh-hans/remarks-zh-hans.js'),
  ar: () => import('./ar/remarks-ar.js'),
};

const words = wordsFrom(loaders);

/**
 * One of our remarks about a price, in the language of a tag; fetches them if they are not here.
 * `undefined` until then, and for a remark that is not ours: its English stays.
 */
export function remarkFor(lang: string, remark: string): string | undefined {
  const remarks = words.find(lang);
  if (!remarks) void words.load(lang);
  const text = remarks && Object.hasOwn(remarks, remark) ? remarks[remark] : undefined;
  // A size keeps its order where the text around it runs from right to left.
  return lang.startsWith('ar') ? text?.replace(/\d+\s*×\s*\d+/g, '\u2066$&\u2069') : text;
}
