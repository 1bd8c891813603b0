import type { Hint } from '../../../../pricing/quote-types.js';
import type { View } from '../kit.js';
import type { Widget } from '../view.js';

const loadFit = (): Promise<typeof import('../../../../pictures/fit.js')> => import('../../../../pictures/fit.js');

/** Makes every reference small enough for its price step, in the browser. */
const fitReferences = async (widget: Widget, pixels: number): Promise<void> => {
  const { fit } = await loadFit();
  const before = widget.references;
  const fitted = await Promise.all(before.map(async (blob) => (await fit(blob, { pixels }))?.blob ?? blob));
  // The reader may have changed them meanwhile.
  if (widget.references === before) widget.references = fitted;
};

/** What one click makes of a hint; `undefined` where there is nothing to do but know it. */
const acting = (widget: Widget, { kind, facts }: Hint): (() => void) | undefined => {
  const { width, height, pixels } = facts;
  if (kind === 'reference' && pixels) return () => void fitReferences(widget, Number(pixels));
  if ((kind === 'cliff' || kind === 'snap') && width && height) return () => { widget.size = `${width}x${height}`; };
  return undefined;
};

const words = (widget: Widget, { kind, facts, saving, text }: Hint): string => {
  const { words: terms, dollars, kit: { amount, dateText } } = widget;
  const written = {
    ...facts,
    ...(saving === undefined ? {} : { saving: amount(saving, dollars) }),
    ...(facts.wallet === undefined ? {} : { wallet: amount(facts.wallet, dollars) }),
    ...(facts.readOn === undefined ? {} : { readOn: dateText(facts.readOn, dollars) }),
  };
  return terms.hints[kind]?.(written) ?? text;
};

/** Advice about the price. What one click can do, and what comes out otherwise than asked, stands by the button; what is only good to know, on the receipt. */
export const hintsView = (widget: Widget, which: 'useful' | 'quiet'): View => {
  const { kit: { html, nothing } } = widget;
  // Without a price, the ways out say it.
  const hints = (widget.quote?.total ? widget.quote.hints : []).map((hint) => ({ hint, act: acting(widget, hint) })).filter(({ hint, act }) => (Boolean(act) || hint.kind === 'snap') === (which === 'useful'));
  return hints.length === 0 ? nothing : html`<ul class="hints" part="hints">${hints.map(({ hint, act }) => html`<li>
    ${act ? html`<button type="button" class="plain hint" part="hint" @click=${act}><span aria-hidden="true">↓</span>&nbsp;${words(widget, hint)}</button>` : html`<span class="hint">${words(widget, hint)}</span>`}</li>`)}</ul>`;
};
