import { html, nothing } from 'lit';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { exactView } from './exact-size.js';
import { optionsView } from './options.js';

/** Below the menus: the exact size, and what the model offers beside size. */
export function belowView(model: WidgetModel, actions: WidgetActions): View {
  return html`${model.open.has('exact') ? exactView(model, actions) : nothing}
  ${optionsView(model, actions)}`;
}
