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
  }: {
    readonly part: string;
    readonly url: string;
    /** A template if part of it is in another language. */
    readonly text: string | TemplateResult;
    readonly looks?: string;
  },
): TemplateResult {
  const note = ` (${words.newTab})`;
  const isPlain = typeof text === 'string';
  // A label would take the name's language from it, so the note stands beside it. In a sentence
  // every space counts: there is none around it.
  // prettier-ignore
  const inside = isPlain ? text : html`${text}<span class="spoken">${note}</span>`;
  // prettier-ignore
  return html`<a part=${part} class=${looks ?? nothing} href=${url} target="_blank"
    rel="noopener noreferrer" aria-label=${isPlain ? text + note : nothing}>${inside}</a>`;
}
