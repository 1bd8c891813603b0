import { isBusy } from '../../../../generation/machine.js';
import type { PictureState } from '../../../../generation/purchase.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';

/** While it works: how long, how far, and what stopping means for money. */
export function progressView(model: WidgetModel, actions: WidgetActions): View {
  const { generation, words: terms, language, expectedMs: expected } = model;
  if (!isBusy(generation)) return nothing;
  const { purchase } = generation;
  const picture = purchase && current(purchase.pictures);
  const took = picture?.since === undefined ? 0 : Math.max(0, model.now - picture.since);
  const fraction =
    picture?.progress?.fraction ??
    (expected === undefined ? undefined : Math.min(0.95, took / expected));
  const n = purchase?.pictures.length ?? 1;
  const position = picture?.progress?.position;
  const place = purchase && picture ? purchase.pictures.indexOf(picture) + 1 : 1;
  const isSent = Boolean(purchase?.pictures.some(({ since }) => since !== undefined));
  const label = purchase
    ? terms.pictureOf(place, n)
    : model.account.status === 'signing-in'
      ? terms.signingIn
      : terms.sending;
  const stage =
    position !== undefined
      ? terms.queued(position)
      : picture?.name === 'submitting'
        ? terms.sending
        : picture?.name === 'saving'
          ? terms.fetching
          : undefined;
  return html`<div class="progress" part="progress">
    ${fraction === undefined ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} .value=${fraction} max="1"></progress>`}
    <p>
      <span
        >${purchase ? html`${n > 1 ? html`${label} · ` : nothing}${stage === undefined ? nothing : html`${stage} · `}<span class="figures">${terms.elapsed(secondsText(took, language), expected === undefined ? undefined : secondsText(expected, language, true))}</span>` : label}</span
      >
      <button
        type="button"
        class="plain"
        part="stop"
        aria-describedby="stop-means"
        @click=${() => actions.cancel()}
      >
        ${terms.stopWaiting}
      </button>
    </p>
    <p class="quiet" id="stop-means">${isSent ? terms.stopMeans : terms.stopFree}</p>
  </div>`;
}

function current(pictures: readonly PictureState[]): PictureState | undefined {
  return (
    pictures.find(
      (picture) =>
        picture.name !== 'done' && picture.name !== 'failed' && picture.name !== 'waiting',
    ) ?? pictures[0]
  );
}

/** `6.2`, `14`, in the language's own digits. What is only expected is said in whole seconds. */
function secondsText(ms: number, language: string, isExpected = false): string {
  const digits = ms < (isExpected ? 1950 : 9950) ? 1 : 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ms / 1000);
}
