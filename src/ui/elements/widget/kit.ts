import { nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PictureState } from '../../../generation/purchase.js';
import { minus, roundTo } from '../../../pricing/money.js';
import { amount, dateText, inFull, priceText } from '../../amount.js';
import { kit } from '../../kit.js';
import { modelChoices, priceWith, sizeChoices, sizeText, sizeValue, takeModel } from './choices.js';
import { addReferences } from './references.js';
import type { Widget } from './view.js';

/** What a part of the widget comes to. */
export type View = TemplateResult | symbol;

/** lit's `live`, whose own type no declaration file can name. */
const asShown: (value: unknown) => unknown = live;

/** What parts that are fetched later are handed instead of importing it. */
export const widgetKit = {
  ...kit,
  live: asShown,
  minus,
  roundTo,
  amount,
  dateText,
  inFull,
  priceText,
  modelChoices,
  priceWith,
  sizeChoices,
  sizeText,
  sizeValue,
  takeModel,
  addReferences,
  toolsView,
  promoteView,
  planNoteView,
};

/** Two models, one to draft on and one for the final, with what both cost. */
export function planView(widget: Widget): View {
  return widget.widgetState.isOpen('drafts')
    ? (widget.widgetState.lazy(loadDrafts)?.planView(widget) ?? nothing)
    : nothing;
}

function loadDrafts(): Promise<typeof import('./deferred/drafts.js')> {
  return import('./deferred/drafts.js');
}

function loadTools(): Promise<typeof import('./deferred/tools.js')> {
  return import('./deferred/tools.js');
}

/**
 * What can be done with a finished picture. Fetched with the first one, so that copying and sharing
 * happen inside the click.
 */
function toolsView(
  widget: Widget,
  picture: PictureState,
  pinned?: { readonly is: boolean; readonly toggle: () => void },
): View {
  return widget.widgetState.lazy(loadTools)?.toolsView(widget, picture, pinned) ?? nothing;
}

/** What drafting saves, for the receipt. */
function planNoteView(widget: Widget): View {
  return widget.widgetState.isOpen('drafts')
    ? (widget.widgetState.lazy(loadDrafts)?.planNoteView(widget) ?? nothing)
    : nothing;
}

/** The way from a draft to its final, with its price. */
function promoteView(widget: Widget, picture: PictureState): View {
  return widget.widgetState.isOpen('drafts')
    ? (widget.widgetState.lazy(loadDrafts)?.promoteView(widget, picture) ?? nothing)
    : nothing;
}
