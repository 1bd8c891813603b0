import type { QuoteLine } from '../../../pricing/quote-types.js';
import type { FirstTerms } from '../../i18n/index.js';

/** A row's words: the language's own by its key, the price list's English otherwise. */
export function lineText(terms: FirstTerms, { key, label, detail }: QuoteLine): string {
  const words = terms.lines[key];
  if (words === undefined) return label;
  if (detail === undefined) return words;
  return `${words} ${detail}`;
}
