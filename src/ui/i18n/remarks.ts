import type { RemarkTranslation } from './terms.js';
import { wordsFrom, type Loaders } from './words.js';

/** A file for each language; the key is the language alone, without a region. */
export const loaders: Loaders<RemarkTranslation> = {
  de: () => import('./de/remarks.js'),
  fr: () => import('./fr/remarks.js'),
  es: () => import('./es/remarks.js'),
  pt: () => import('./pt-br/remarks.js'),
  ja: () => import('./ja/remarks.js'),
  zh: () => import('./zh-hans/remarks.js'),
  ar: () => import('./ar/remarks.js'),
};

const words = wordsFrom(loaders);

/**
 * One of our remarks about a price, in the language of a tag; fetches them if they are not here.
 * `undefined` until then, and for a remark that is not ours: its English stays.
 */
export function remarkFor(lang: string, remark: string): string | undefined {
  const remarks = words.find(lang);
  if (!remarks) void words.load(lang);
  return remarks && Object.hasOwn(remarks, remark) ? remarks[remark] : undefined;
}
