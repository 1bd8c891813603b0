import type { UserPaysError } from '../../../../base/error.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';

/**
 * The address of a picture that is paid for and could not be fetched here: the reader may have it
 * there.
 */
export function addressView({ words: terms }: WidgetModel, error: UserPaysError | undefined): View {
  const { url = '' } = error?.facts ?? {};
  if (!/^https?:/i.test(url)) return nothing;
  return html`<a class="plain" part="address" href=${url} target="_blank" rel="noopener noreferrer"
    >${terms.openAddress}</a
  >`;
}
