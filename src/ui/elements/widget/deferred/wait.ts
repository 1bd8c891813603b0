import { html, nothing } from 'lit';
import type { View, WidgetModel } from '../model.js';

/** After the button's words: how long the provider asked to be left alone. */
export function waitView({ wait, words }: WidgetModel): View {
  const seconds = Math.ceil(wait / 1000);
  return seconds > 0 ? html` <span class="wait">${words.again(String(seconds))}</span>` : nothing;
}
