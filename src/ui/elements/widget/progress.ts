import { html, nothing, type TemplateResult } from 'lit';
import { isBusy } from '../../../generation/machine.js';
import type { PictureState } from '../../../generation/purchase.js';
import type { Widget } from './view.js';

const current = (pictures: readonly PictureState[]): PictureState | undefined =>
  pictures.find((picture) => picture.name !== 'done' && picture.name !== 'failed' && picture.name !== 'waiting') ?? pictures[0];

const seconds = (ms: number): string => (ms / 1000).toFixed(ms < 9950 ? 1 : 0);

/** While it works: how long, how far, and what stopping means for money. */
export const progressView = (widget: Widget): TemplateResult | typeof nothing => {
  const { generation, terms } = widget;
  if (!isBusy(generation)) return nothing;
  const { purchase, quote } = generation;
  const picture = purchase && current(purchase.pictures);
  const since = picture?.since;
  const took = since === undefined ? 0 : Math.max(0, widget.shop.clock.now() - since);
  const expected = widget.expectedMs(quote);
  const fraction = picture?.progress?.fraction ?? (expected === undefined ? undefined : Math.min(0.95, took / expected));
  const n = purchase?.pictures.length ?? 1;
  const position = picture?.progress?.position;
  const place = purchase && picture ? purchase.pictures.indexOf(picture) + 1 : 1;
  return html`<div class="progress" part="progress">
    ${fraction === undefined ? html`<progress aria-label=${terms.pictureOf(place, n)}></progress>` : html`<progress aria-label=${terms.pictureOf(place, n)} .value=${fraction} max="1"></progress>`}
    <p>${purchase ? html`${n > 1 ? html`${terms.pictureOf(place, n)} · ` : nothing}${position === undefined ? nothing : html`${terms.queued(position)} · `}
      <span class="figures">${terms.working(seconds(took), expected === undefined ? undefined : seconds(expected))}</span>` : terms.signingIn}
    <button type="button" class="plain" part="stop" title=${terms.stopMeans} @click=${() => widget.cancel()}>${terms.stopWaiting}</button></p>
  </div>`;
};
