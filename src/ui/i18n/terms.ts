import type { LineKey } from '../../pricing/quote-types.js';
import type { en } from './en.js';
import type { en as stage } from './en-stage.js';

/** The words of the first look, here from the start. */
export type FirstTerms = typeof en;

/** English is the type every language has to satisfy. */
export type Terms = FirstTerms & typeof stage;

/** What a language other than English has to bring: also the words that English takes from the price list itself. */
export type Translation = Terms & { readonly lines: Record<LineKey, string> };
