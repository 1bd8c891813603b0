import { html, type TemplateResult } from 'lit';

/** A sentence with templates as arguments. Each is placed where the language puts that argument. */
export function sentence(
  sentence: (...gaps: string[]) => string,
  ...parts: readonly unknown[]
): readonly unknown[] {
  // Private-use characters mark the places: no text of ours contains them.
  const gaps = parts.map((_, index) => String.fromCharCode(0xe000 + index));
  return sentence(...gaps)
    .split(/([\ue000-\ue00f])/)
    .map((text) => (gaps.includes(text) ? parts[gaps.indexOf(text)] : text));
}

/** Marks a name or a quotation as English, whatever the language around it. */
export function english(text: string): TemplateResult {
  return html`<bdi lang="en">${text}</bdi>`;
}
