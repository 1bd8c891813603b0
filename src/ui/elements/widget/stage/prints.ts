import type { TemplateResult } from 'lit';
import { isBusy } from '../../../../generation/machine.js';
import type { PictureState, Receipt } from '../../../../generation/purchase.js';
import type { View } from '../kit.js';
import { retirePictureUrl } from '../../../../pictures/picture-url.js';
import { providerName } from '../../../provider-names.js';
import type { Widget } from '../view.js';
import { driveView, whereView } from './drive.js';

/** Estimate → charged, not charged or still being checked: the short receipt under a print. */
const costText = ({ words: terms, dollars, kit: { amount } }: Widget, receipt: Receipt, checking: boolean): string => {
  const { charge, charged, estimated, basis, provider, simulated } = receipt;
  if (charge === 'none') return terms.notCharged;
  const known = charged ?? estimated;
  const text = known ? amount(known, dollars) : '';
  if (simulated) return terms.simulatedCharge(text);
  if (checking && text) return terms.checkingCharge(text, providerName(provider));
  if (charge === 'possible') return terms.maybeCharged(text);
  if (charged === undefined) return text ? terms.computed(`≤ ${text}`) : terms.wasCharged('');
  return basis === 'reported' ? terms.charged(text) : terms.computed(text);
};

const costView = (widget: Widget, { receipt, checking = false }: PictureState): View => {
  const { words: terms, dollars, kit: { html, nothing, amount } } = widget;
  if (!receipt) return nothing;
  const differs = receipt.charged !== undefined && receipt.estimated !== '' && receipt.charged !== receipt.estimated;
  const sure = receipt.charge === 'charged' && receipt.charged !== undefined && receipt.basis === 'reported' && !checking;
  return html`<span class="cost" data-sure=${sure}>${costText(widget, receipt, checking)}${sure ? html`<span aria-hidden="true"> ✓</span>` : nothing}${differs ? html`
    <span class="quiet">${terms.estimateWas(amount(receipt.estimated, dollars))}${receipt.note ? html`: <span lang="en">${receipt.note}</span>` : nothing}</span>` : nothing}</span>`;
};

const finished = (widget: Widget, picture: PictureState): TemplateResult => {
  const { image, seed } = picture;
  const { kit: { html, nothing, sizeText, toolsView } } = widget;
  return html`<figure class="print"><div class="paper"><img part="image" src=${image?.url ?? ''} alt=${image?.alt ?? ''} width=${image?.width ?? 0} height=${image?.height ?? 0} referrerpolicy="no-referrer"></div>
    <figcaption>${costView(widget, picture)}<span>${image ? sizeText(image) : nothing}${seed === undefined ? nothing : html` · ${widget.words.seed(String(seed))}`}</span></figcaption>
    ${whereView(widget, picture)}${toolsView(widget, picture)}</figure>`;
};

/** Crop marks in the corners of a sheet, as a printer sets them. */
const cropMarks = ({ width, height }: { width: number; height: number }): string => {
  const long = Math.min(width, height) / 16;
  const [near, right, foot] = [long / 2, width - long / 2, height - long / 2];
  return [[near, near, 1, 1], [right, near, -1, 1], [near, foot, 1, -1], [right, foot, -1, -1]].map(([x, y, across = 0, down = 0]) => `M${x} ${y}h${across * long}m${-across * long} 0v${down * long}`).join('');
};

/** The place of a picture that is not there, in its shape, so that nothing jumps when it comes. */
const frame = (widget: Widget, picture: PictureState, size: { width: number; height: number }): TemplateResult => {
  const { words: terms, generation, kit: { html, nothing, sizeText } } = widget;
  const failed = picture.name === 'failed';
  return html`<figure class="print" data-stage=${picture.name}><div class="paper">
      <svg class="frame" viewBox="0 0 ${size.width} ${size.height}" width=${size.width} height=${size.height} aria-hidden="true"><rect width="100%" height="100%"/><path d=${cropMarks(size)}></path></svg></div>
    <figcaption>${failed ? html`<span>${picture.receipt ? html`<b>${costText(widget, picture.receipt, false)}</b> ` : nothing}${picture.error ? terms.errors[picture.error.code](picture.error.facts) : nothing}</span>`
      : html`<span>${picture.name === 'waiting' && isBusy(generation) ? terms.waiting : sizeText(size)}</span>`}</figcaption></figure>`;
};

const back = (widget: Widget): View => {
  const { words: terms, shop, kit: { html, nothing } } = widget;
  const recovered = shop.recovered.get();
  if (recovered.length === 0) return nothing;
  const pictures = recovered.filter(({ image }) => image);
  const open = recovered.some(({ name }) => name !== 'done' && name !== 'failed');
  return html`<div class="back" part="recovered"><div class="note"><p role="status">${open ? terms.recovering : terms.recovered(pictures.length)}</p>
    ${open ? nothing : html`<button type="button" class="plain" @click=${() => { retire(pictures); shop.recovered.set([]); }}>${terms.dismiss}</button>`}</div>
    ${pictures.length === 0 ? nothing : html`<div class="prints" data-count=${Math.min(pictures.length, 2)}>${pictures.map((picture) => finished(widget, picture))}</div>`}</div>`;
};

const shownBefore = new WeakMap<Widget, { readonly id: string; readonly pictures: readonly PictureState[] }>();

/** Pictures of an earlier purchase that are shown no more need no address here. */
const retire = (pictures: readonly PictureState[]): void => {
  for (const { image } of pictures) if (image?.blob) retirePictureUrl(image.blob);
};

const replaced = (widget: Widget, id: string | undefined): void => {
  const before = shownBefore.get(widget);
  if (id === undefined) return;
  if (before && before.id !== id) retire(before.pictures);
  shownBefore.set(widget, { id, pictures: widget.pictures });
};

/** The pictures of the purchase on show, each with its own receipt; before that, those of an interrupted one, or the page's own empty state. */
export const printsView = (widget: Widget): TemplateResult => {
  const { generation, pictures, kit: { html } } = widget;
  replaced(widget, pictures[0]?.id);
  // While the reader is asked about another one, or said no to it, the last ones stay.
  const last = generation.name === 'confirming' || generation.name === 'quoted' ? shownBefore.get(widget)?.pictures.filter(({ image }) => image) ?? [] : [];
  const shown = pictures.length === 0 ? last : pictures.length === 1 && pictures[0]?.name === 'failed' ? [] : pictures;
  const size = generation.name === 'idle' ? { width: 1, height: 1 } : generation.quote.request;
  return html`${back(widget)}${shown.length === 0 ? html`<slot name="empty"></slot>`
    : html`<div class="prints" part="images" data-count=${Math.min(shown.length, 4)}>${shown.map((picture) => (picture.image ? finished(widget, picture) : frame(widget, picture, size)))}</div>`}${driveView(widget)}`;
};
