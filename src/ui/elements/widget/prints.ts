import { html, nothing, type TemplateResult } from 'lit';
import type { PictureState, Receipt } from '../../../generation/purchase.js';
import { amount } from '../../amount.js';
import type { Widget } from './view.js';

const receiptText = (widget: Widget, receipt: Receipt): string => {
  const { terms } = widget;
  if (receipt.simulated) return terms.simulatedCharge(amount(receipt.charged ?? receipt.estimated, widget.dollars));
  if (receipt.charge === 'none') return terms.notCharged;
  if (receipt.charge === 'possible') return terms.maybeCharged(receipt.estimated && amount(receipt.estimated, widget.dollars));
  if (receipt.charged === undefined) return terms.wasCharged('');
  return receipt.basis === 'reported' ? `${terms.charged(amount(receipt.charged, widget.dollars))} ✓` : terms.estimated(amount(receipt.charged, widget.dollars));
};

const print = (widget: Widget, picture: PictureState): TemplateResult | typeof nothing => {
  const { image, receipt } = picture;
  if (!image) return nothing;
  return html`<figure>
    <img part="image" src=${image.url} alt=${image.alt} width=${image.width} height=${image.height} referrerpolicy="no-referrer">
    <figcaption><span>${image.width} × ${image.height}</span>${receipt ? html`<span class="cost">${receiptText(widget, receipt)}</span>` : nothing}</figcaption>
  </figure>`;
};

/** The pictures of the purchase on show, each with its own receipt. */
export const printsView = (widget: Widget): TemplateResult | typeof nothing => {
  const pictures = widget.pictures.filter((picture) => picture.image);
  if (pictures.length === 0) return nothing;
  return html`<div class="prints" part="images">${pictures.map((picture) => print(widget, picture))}</div>`;
};
