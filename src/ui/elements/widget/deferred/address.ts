import type { View, WidgetModel } from '../model.js';
import { nothing } from 'lit';
import { tabLinkView } from './tab-link.js';

/** The address of a paid picture that could not be fetched here, so that the reader can open it. */
export function addressView(model: WidgetModel, url = ''): View {
  if (!/^https?:/i.test(url)) return nothing;
  return tabLinkView(model, {
    part: 'address',
    url,
    text: model.words.openAddress,
    looks: 'plain',
  });
}
