import { html, type TemplateResult } from 'lit';
import type { Hint, Problem } from '../../../pricing/quote-types.js';
import type { AmountStyle } from '../../amount.js';
import { adviceFor } from '../../i18n/advice.js';
import { isDetailed } from './detailed-problem.js';
import { english } from './sentence.js';
import { writtenFacts } from './written-facts.js';

/** A hint in the language of the style, as the widget says it; until that is here, in English. */
export function hintView(hint: Hint, style: AmountStyle): TemplateResult | string {
  const said = adviceFor(style.language).hints?.[hint.kind];
  return said ? said(writtenFacts(hint, style)) : english(hint.text);
}

/** Why there is no price, as the widget says it; until that is here, in English. */
export function problemView(language: string, { code, text }: Problem): TemplateResult | string {
  const said = adviceFor(language).problems?.[code];
  if (said === undefined) return english(text);
  return isDetailed(code) ? html`${said}: ${english(text)}` : said;
}
