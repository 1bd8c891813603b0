import { nothing } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { View, Widget } from '../view.js';

function load(): Promise<typeof import('../deferred/drafts.js')> {
  return import('../deferred/drafts.js');
}

function drafts(widget: Widget): typeof import('../deferred/drafts.js') | undefined {
  return widget.widgetState.isOpen('drafts') ? widget.widgetState.lazy(load) : undefined;
}

/** Two models, one to draft on and one for the final, with what both cost. */
export function planView(widget: Widget): View {
  return drafts(widget)?.planView(widget) ?? nothing;
}

/** What drafting saves, for the receipt. */
export function planNoteView(widget: Widget): View {
  return drafts(widget)?.planNoteView(widget) ?? nothing;
}

/** The way from a draft to its final, with its price. */
export function promoteView(widget: Widget, picture: PictureState): View {
  return drafts(widget)?.promoteView(widget, picture) ?? nothing;
}
