import { html, nothing, type TemplateResult } from 'lit';
import type { WidgetModel } from '../model.js';

/** A link that opens a tab, and says so. */
export function tabLinkView(
  { words }: WidgetModel,
  {
    part,
    url,
    text,
    looks,
    lang,
  }: {
    readonly part: string;
    readonly url: string;
    readonly text: string;
    readonly looks?: string;
    /** The language of `text`, where it is not the one around it. */
    readonly lang?: string;
  },
): TemplateResult {
  const note = ` (${words.newTab})`;
  // A name in another language keeps it, so what is said of it stands beside it. In a sentence
  // every space counts: there is none around it.
  // prettier-ignore
  const inside = lang === undefined ? text
    : html`<bdi lang=${lang}>${text}</bdi><span class="spoken">${note}</span>`;
  // prettier-ignore
  return html`<a part=${part} class=${looks ?? nothing} href=${url} target="_blank"
    rel="noopener noreferrer" aria-label=${lang === undefined ? text + note : nothing}>${inside}</a>`;
}
