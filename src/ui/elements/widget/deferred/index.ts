import type { View, Widget } from '../view.js';
import { en } from '../../../i18n/en-deferred.js';
import { deferredStyles } from '../../../styles/deferred.js';
import { html, nothing } from 'lit';

export { confirmView } from './confirm.js';
export { dropped, left, over } from './drop.js';
export { exactView } from './exact-size.js';
export { hintsView } from './hints.js';
export { accountView } from './account.js';
export { keyView } from './key.js';
export { budgetMeterView } from './budget-meter.js';
export { noticeView } from './notice.js';
export { resultsView } from './results.js';
export { progressView } from './progress.js';
export { receiptView } from './receipt.js';
export { resultText } from './status.js';
export { thumbnailsView } from './thumbnails.js';

/** The English words these parts need; other languages bring theirs in one file. */
export const words = en;
export const style = deferredStyles;

/**
 * What the foot of the till opens: the pictures kept here, and what was spent in full, where the
 * page has the element for it.
 */
export function foldsView(widget: Widget): View {
  const { widgetState, language, quote } = widget;
  const simulated = Boolean(quote?.simulated);
  // The same object as long as nothing changed: what the reader does in there stays theirs.
  const draft = widgetState.memo('details', [simulated], () => ({ simulated }));
  return html`${widgetState.isOpen('details') ? html`<div class="details"><user-pays-tally lang=${language} .draft=${draft}></user-pays-tally></div>` : nothing}
  ${widgetState.isOpen('gallery') ? (widgetState.lazy(loadGallery)?.galleryView(widget) ?? nothing) : nothing}`;
}

function loadGallery(): Promise<typeof import('./gallery.js')> {
  return import('./gallery.js');
}
