import { html, type TemplateResult } from 'lit';

/**
 * A sentence with templates in it: each stands where the language puts that argument.
 */
export function sentence(
  sentence: (...gaps: string[]) => string,
  ...parts: readonly unknown[]
): readonly unknown[] {
  // Characters for private use stand in no text of ours.
  const gaps = parts.map((_, index) => String.fromCharCode(0xe000 + index));
  return sentence(...gaps)
    .split(/([\ue000-\ue00f])/)
    .map((text) => (gaps.includes(text) ? parts[gaps.indexOf(text)] : text));
}

/** A name or a quotation, which stays English in every language. */
export function english(text: string): TemplateResult {
  return html`<bdi lang="en">${text}</bdi>`;
}
