import type { ElementTerms, Spoken } from './terms.js';
import { broughtFor, wordsOver, type Words } from './words.js';

/** The words of one element, with the language and direction they are written in. */
export interface ElementWords<T> extends Spoken {
  readonly terms: T;
}

/**
 * The words of an element beside the widget, the page's before ours before English, as far as they
 * are here; ours are fetched.
 */
export function elementWords<K extends keyof ElementTerms>(
  kind: K,
  lang: string,
  words: Words<Spoken & Pick<ElementTerms, K>>,
  english: ElementTerms[K],
): ElementWords<ElementTerms[K]> {
  void words.load(lang);
  const ours = words.find(lang);
  const own = broughtFor(lang);
  return {
    tag: own?.tag ?? ours?.tag ?? 'en',
    dir: own?.dir ?? ours?.dir ?? 'ltr',
    terms: wordsOver({ ...english, ...ours?.[kind] }, own?.[kind]),
  };
}
