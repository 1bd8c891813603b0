import type { QuoteLine } from '../../../pricing/quote-types.js';
import type { FirstTerms } from '../../i18n/index.js';

/** A row's words: the language's own by its key, the price list's English otherwise. */
export function lineText(terms: FirstTerms, { key, label, detail }: QuoteLine): string {
  const words = terms.lines[key];
  return words === undefined ? label : detail === undefined ? words : `${words} ${detail}`;
}
