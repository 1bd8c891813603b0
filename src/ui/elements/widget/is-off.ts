import type { Widget } from './view.js';

/**
 * True where nothing can be bought: it says so itself, or a `<fieldset disabled>` around it does.
 */
export function isOff(widget: Widget): boolean {
  return widget.disabled || widget.element.matches(':disabled');
}
