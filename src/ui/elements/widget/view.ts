import { html, nothing, type TemplateResult } from 'lit';
import type { UserPaysImage } from '../user-pays-image.js';
import { actionView } from './action.js';
import { confirmView } from './confirm.js';
import { controlsView } from './controls.js';
import { noticeView } from './notice.js';
import { printsView } from './prints.js';
import { progressView } from './progress.js';
import { promptView } from './prompt.js';
import { receiptView } from './receipt.js';
import { addReferences } from './references.js';
import { statusText } from './status.js';
import { tallyView } from './tally.js';

/** What every part of the widget is drawn from: the element itself, read only. */
export type Widget = UserPaysImage;

const dropped = (widget: Widget) => (event: DragEvent): void => {
  event.preventDefault();
  addReferences(widget, event.dataTransfer?.files);
};

/** The whole till, top to bottom: what, who pays and how much, what is happening, what came of it, what was spent. */
export const widgetView = (widget: Widget): TemplateResult => html`
  <div class="till" part="panel" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${dropped(widget)}>
    <slot name="header"></slot>
    <div class="ask">${promptView(widget)}${controlsView(widget)}</div>
    <div class="pay">${actionView(widget)}</div>
    ${receiptView(widget)}
    ${confirmView(widget)}
    ${noticeView(widget)}
    ${progressView(widget)}
    ${printsView(widget)}
    ${widget.compact ? nothing : tallyView(widget)}
    <slot name="footer"></slot>
    <output class="spoken" role="status">${statusText(widget)}</output>
  </div>`;
