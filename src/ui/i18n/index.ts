import { en, type Terms } from './en.js';

export type { Terms } from './en.js';

const known = new Map<string, Terms>([['en', en]]);

/** A page brings its own words, or a language of its own. `lang` is a BCP 47 tag; `pt-BR` is looked up before `pt`. */
export const addTerms = (lang: string, terms: Terms): void => void known.set(lang.toLowerCase(), terms);

/** The words for a language tag; English while nothing nearer is known. */
export const termsFor = (lang: string): Terms => {
  const tag = lang.toLowerCase();
  return known.get(tag) ?? known.get(tag.split('-')[0] ?? '') ?? en;
};
