import { html, type TemplateResult } from 'lit';
import { iconView } from './icon.js';

/**
 * An icon with a tooltip and a spoken label. `which`: the picture it belongs to, `''` where there is
 * only one.
 */
export function toolButton(
  words: string,
  part: string,
  act: () => void,
  which: string,
): TemplateResult {
  // Read by themselves: no space before or after the words.
  // prettier-ignore
  return html`<button type="button" class="plain tool" part=${part} title=${words}
    aria-label=${labelOf(words, which)} @click=${act}>${iconView(part)}<span class="spoken">${words}</span></button>`;
}

/** A button's label, with the picture it belongs to: `Download: Picture 2 of 4`. */
export function labelOf(words: string, which: string): string {
  return which === '' ? words : `${words}: ${which}`;
}
