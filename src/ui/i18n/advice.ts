import type { WidgetTranslation } from './terms.js';
import { broughtFor, wordsFrom, wordsOver, type Loaders } from './words.js';

/** What the widget says of a price; other elements say the same. */
type Advice = Pick<WidgetTranslation, 'hints' | 'problems'>;

/** A file for each language; the key is the language alone, without a region. */
const loaders: Loaders<Advice> = {
  de: () => import('./de/widget-de.js'),
  fr: () => import('./fr/widget-fr.js'),
  es: () => import('./es/widget-es.js'),
  pt: () => import('./pt-br/widget-pt-br.js'),
  ja: () => import('./ja/widget-ja.js'),
  zh: () => import('./zh-hans/widget-zh-hans.js'),
  ar: () => import('./ar/widget-ar.js'),
};

const words = wordsFrom(loaders);

/**
 * Hints and problems in the language of a tag, the page's words before ours; fetches ours if they
 * are not here. Empty until then, and in English: what a quote itself says stays.
 */
export function adviceFor(lang: string): Partial<Advice> {
  const ours = words.find(lang);
  if (!ours) void words.load(lang);
  return wordsOver<Partial<Advice>>({ ...ours }, broughtFor(lang));
}
