import type { View, WidgetModel } from '../model.js';
import { costText } from './cost-text.js';
import { checkingText } from './progress.js';
import { isPaidAndLost, type Left } from './left.js';
import { mixedText } from './status.js';
import { html, nothing } from 'lit';

/** What is happening to a purchase in the background, and what came of it. */
export function backgroundView(model: WidgetModel, { state }: Left): View {
  const { words } = model;
  const { pictures } = state;
  const underWay = pictures.filter(({ name }) => name !== 'done' && name !== 'failed');
  const ready = pictures.filter(({ image }) => image);
  const free = pictures.filter(({ receipt }) => receipt?.charge === 'none');
  const [checked] = underWay.filter(({ progress }) => progress?.checking);
  const costs = ready.flatMap(({ receipt, checking }) =>
    receipt ? costText(model, receipt, { checking: checking === true }) : [],
  );
  const lost = pictures.filter(isPaidAndLost);
  const [one] = lost;
  if (underWay.length === 0 && one?.receipt) {
    const isOpen = lost.some(({ receipt }) => receipt?.charge === 'possible');
    return html`<div
      class="notice"
      part="background"
      role="status"
      data-charge=${isOpen ? 'possible' : 'charged'}
    >
      <p>${mixedText(model, state, one.receipt)}</p>
    </div>`;
  }
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
