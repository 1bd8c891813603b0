import { isPressing } from '../../../../generation/acts.js';
import type { WidgetActions } from '../action-types.js';
import type { Deferred, DeferredPorts, View, WidgetModel } from '../model.js';
import { DeferredWidget } from './deferred-widget.js';
import { en } from '../../../i18n/en/deferred.js';
import { deferredStyles } from '../../../styles/deferred.js';
import { html, nothing } from 'lit';

export { confirmView } from './confirm.js';
export { dropView } from './drop-zone.js';
export { exactView } from './exact-size.js';
export { optionsView } from './options.js';
export { hintsView } from './hints.js';
export { aboutView, accountView } from './account.js';
export { isBlocked } from './obstacles.js';
export { payeesView } from './payees.js';
export { pendingView } from './pending.js';
export { budgetMeterView } from './budget-meter.js';
export { noticeView } from './notice.js';
export { resultsView } from './results.js';
export { pictureView } from './picture.js';
export { readableName } from '../../../../pricing/readable-name.js';
export { progressView } from './progress.js';
export { receiptView } from './receipt.js';
export { shapesView } from './shapes.js';
export { resultText } from './status.js';
export { thumbnailsView } from './thumbnails.js';
export { waitView } from './wait.js';

/** The deferred part of one widget. */
export function createDeferred(ports: DeferredPorts): Deferred {
  return new DeferredWidget(ports);
}

/** How long what comes late waits for a finger at most, milliseconds. */
const patience = 3000;
/** What ends a press, and how long after it a click may follow, milliseconds. */
const releases = { click: 0, keyup: 0, pointerup: 300, pointercancel: 0 };

/**
 * Resolves once the reader presses nothing: what comes with the first touch makes the widget taller,
 * and a button must not move away from under a finger.
 */
export async function notPressed(): Promise<void> {
  if (!isPressing()) return;
  const over = new AbortController();
  await new Promise<void>((done) => {
    setTimeout(done, patience);
    for (const [type, after] of Object.entries(releases))
      addEventListener(type, () => setTimeout(done, after), {
        capture: true,
        signal: over.signal,
      });
  });
  over.abort();
}

/** The English words these views need; every other language has all its words in one file. */
export const words = en;
export const style = deferredStyles;

/**
 * What the footer of the widget opens: the kept pictures, and the details of what was spent if the
 * page has defined that element.
 */
export function foldsView(model: WidgetModel, actions: WidgetActions): View {
  const { open, language, quote } = model;
  // A boolean, not an object: lit sets an object again in every render, over what the child has.
  return html`${
    open.has('details')
      ? html`<div class="details">
          <user-pays-tally
            lang=${language}
            .simulated=${quote.simulated === true}
          ></user-pays-tally>
        </div>`
      : nothing
  }
  ${open.has('gallery') ? model.parts.gallery?.galleryView(model, actions) : nothing}`;
}
