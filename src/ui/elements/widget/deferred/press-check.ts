import { render } from 'lit';
import type { ConfirmReason } from '../../../../generation/machine.js';
import { priceLineView } from '../action.js';
import type { WidgetModel } from '../model.js';
import { isCovered } from './covers.js';
import { isLegible } from './legible.js';

/**
 * Why the reader is asked before this press buys, as far as the page around the widget gives a
 * reason. `model` is what was drawn last, `by` the press. A page's own button, and a call of
 * `generate()`, show the price in the page's own way, so only our price line is compared.
 */
export function reasonToAsk(
  root: ShadowRoot,
  model: WidgetModel,
  { by, redraw }: { readonly by: Event | undefined; readonly redraw: () => void },
): ConfirmReason | undefined {
  const { hasOwnActions, quote } = model;
  const button = root.querySelector<HTMLElement>('.deal .buy');
  const isPress = by instanceof Event && by.composedPath().includes(root);
  // Play money costs nothing, whatever can be read.
  const mustBeRead = isPress && !hasOwnActions && !quote.simulated;
  const why = mustBeRead && button && !canBeRead(button) ? 'unseen' : undefined;
  if (isLineRight(root, model)) return why;
  redraw();
  return hasOwnActions ? 'changed' : why;
}

/** True if the line with the price says what it would say if it were drawn now. */
function isLineRight(root: ShadowRoot, model: WidgetModel): boolean {
  const drawn = document.createElement('div');
  render(priceLineView(model, { toggle: () => undefined }), drawn);
  return words(root.querySelector('.line')) === words(drawn);
}

function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * True unless something speaks against it that the reader can read the amounts on a button. Looked at
 * when it is pressed: what a page does before or after is its own affair.
 */
function canBeRead(button: HTMLElement): boolean {
  const cells = [...button.querySelectorAll<HTMLElement>('.sum')].filter(words);
  const texts = cells.length > 0 ? cells : [button];
  try {
    return texts.every((text) => isLegible(text, button) && !isCovered(text, button));
  } catch {
    // The page took away what it takes to look.
    return false;
  }
}
