import { render } from 'lit';
import type { ConfirmReason } from '../../../../generation/machine.js';
import { priceLineView } from '../action.js';
import type { WidgetModel } from '../model.js';
import { isCovered, isUnderOthers } from './covers.js';
import { isLegible, isPlain } from './legible.js';

interface Press {
  readonly isOwnPress: boolean;
  /** True if the browser itself would not vouch for what the button shows. */
  readonly isDoubtful: boolean;
  readonly redraw: () => void;
}

/**
 * Why the reader is asked before this press buys, as far as the page around the widget gives a
 * reason. `model` is what was drawn last; `isOwnPress` is true for a press inside the widget. A
 * page's own button, and a call of `generate()`, show the price in the page's own way, so only our
 * price line is compared.
 */
export function reasonToAsk(
  root: ShadowRoot,
  model: WidgetModel,
  { isOwnPress, isDoubtful, redraw }: Press,
): ConfirmReason | undefined {
  const { hasOwnActions, quote } = model;
  const button = root.querySelector<HTMLElement>('.deal .buy');
  // Play money costs nothing, whatever can be read.
  const mustBeRead = isOwnPress && !hasOwnActions && !quote.simulated;
  const why = mustBeRead && button && !canBeRead(button, isDoubtful) ? 'unseen' : undefined;
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
function canBeRead(button: HTMLElement, isDoubtful: boolean): boolean {
  const texts = amountsOn(button);
  try {
    if (isDoubtful && texts.some((text) => isPlain(text) && !isUnderOthers(text, button)))
      return false;
    return texts.every((text) => isLegible(text, button) && !isCovered(text, button));
  } catch {
    // The page took away what it takes to look.
    return false;
  }
}

/** What on a button says an amount; the button itself where nothing else does. */
export function amountsOn(button: HTMLElement): HTMLElement[] {
  const cells = [...button.querySelectorAll<HTMLElement>('.sum')].filter(words);
  return cells.length > 0 ? cells : [button];
}
