import type { Generation } from '../../../../generation/machine.js';
import type { PurchaseState } from '../../../../generation/purchase.js';
import type { View, WidgetModel } from '../model.js';
import { costText } from './cost-text.js';
import { checkingText } from './progress.js';
import { html, nothing } from 'lit';

type Left = Extract<Generation, { name: 'cancelled' }> & { readonly state: PurchaseState };

/** True for a purchase that the reader does not wait for, while it goes on or once it is there. */
export function isLeft(generation: Generation): generation is Left {
  return (
    generation.name === 'cancelled' &&
    Boolean(generation.state?.pictures.some(({ name }) => name !== 'failed'))
  );
}

/** What is happening to a purchase in the background, and what came of it. */
export function backgroundView(model: WidgetModel, { state: { pictures } }: Left): View {
  const { words } = model;
  const underWay = pictures.filter(({ name }) => name !== 'done' && name !== 'failed');
  const ready = pictures.filter(({ image }) => image);
  const free = pictures.filter(({ receipt }) => receipt?.charge === 'none');
  const [checked] = underWay.filter(({ progress }) => progress?.checking);
  const costs = ready.flatMap(({ receipt, checking }) =>
    receipt ? costText(model, receipt, { checking: checking === true }) : [],
  );
  const told = [
    ...(underWay.length > 0 ? [words.inBackground(underWay.length)] : []),
    ...(ready.length > 0 ? [`${words.ready(ready.length)} ${costs.join(words.comma)}`] : []),
    ...(free.length > 0 ? [`${words.notChargedCount(free.length)}.`] : []),
  ];
  return html`<div class="notice" part="background" role="status" data-charge="none">
    <p>${checked ? checkingText(model, checked) : told.join(' ')}</p>
    ${
      underWay.length > 0 && !checked
        ? html`<p class="quiet">${words.landsIn(words.galleryShort)}</p>`
        : nothing
    }
  </div>`;
}
