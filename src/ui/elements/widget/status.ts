import type { Widget } from './view.js';

/** What a screen reader is told, politely: that the picture is there. Prices speak for themselves in the button's name. */
export const statusText = (widget: Widget): string => (widget.generation.name === 'done' ? widget.terms.ready : '');
