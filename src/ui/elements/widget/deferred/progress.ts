import { isBusy } from '../../../../generation/machine.js';
import type { PictureState, PurchaseState } from '../../../../generation/purchase.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing, type TemplateResult } from 'lit';

/** The progress of a purchase: how long, how far, and whether stopping still saves money. */
export function progressView(model: WidgetModel, actions: WidgetActions): View {
  const { generation } = model;
  if (!isBusy(generation)) return nothing;
  const { purchase } = generation;
  const picture = purchase && currentPicture(purchase.pictures);
  const label = purchase ? readyText(model, purchase) : beforeText(model);
  return html`<div class="progress" part="progress">
    ${barView(label, fractionOf(model, picture), purchase && stepText(model, purchase))}
    <p>
      <span>${purchase ? farView(model, purchase, picture, label) : label}</span>
      <button
        type="button"
        class="plain"
        part="stop"
        aria-describedby="stop-means"
        @click=${() => actions.leave()}
      >
        ${stopText(model, purchase?.pictures ?? [])}
      </button>
    </p>
    <p class="quiet" id="stop-means">${stopMeans(model, purchase?.pictures ?? [])}</p>
  </div>`;
}

/** True once its order left: from then on, stopping saves nothing. */
function isSent({ isSent: hasLeft, since, name }: PictureState): boolean {
  return (
    hasLeft === true || name === 'done' || (since !== undefined && /^(polling|saving)$/.test(name))
  );
}

function isUnsent(picture: PictureState): boolean {
  return picture.name !== 'failed' && !isSent(picture);
}

/** What the button does: an order that was sent goes on, and only others can be cancelled. */
function stopText({ words }: WidgetModel, pictures: readonly PictureState[]): string {
  if (!pictures.some(isSent)) return words.cancel;
  return pictures.some(isUnsent) ? words.cancelRest : words.stopWaiting;
}

/** What that means for the reader's money and pictures. */
function stopMeans({ words, generation }: WidgetModel, pictures: readonly PictureState[]): string {
  const unsent = pictures.filter(isUnsent).length;
  if (!pictures.some(isSent)) return words.stopFree;
  if (unsent > 0) return words.stopRest(unsent, pictures.length);
  if (pictures.some(({ progress, name }) => progress?.checking && name !== 'failed'))
    return words.stopChecking;
  const isSimulated = 'quote' in generation && generation.quote.simulated;
  return isSimulated ? words.stopSimulated : words.stopMeans;
}

/** The first picture in progress. */
function currentPicture(pictures: readonly PictureState[]): PictureState | undefined {
  return (
    pictures.find(
      (picture) =>
        picture.name !== 'done' && picture.name !== 'failed' && picture.name !== 'waiting',
    ) ?? pictures[0]
  );
}

/** `2 of 4 ready`: several are made at a time, so no one of them is the present one. */
function readyText({ words: terms }: WidgetModel, { pictures }: PurchaseState): string {
  const ready = pictures.filter(({ image }) => image).length;
  return pictures.length > 1 ? terms.readyOf(ready, pictures.length) : terms.making;
}

/** The steps before there is a purchase. */
function beforeText({ words: terms, account }: WidgetModel): string {
  return account.status === 'signing-in' ? terms.signingIn : terms.sending;
}

/** `words`: the progress in words, because a percentage guessed from time says little. */
function barView(label: string, fraction: number | undefined, words = label): TemplateResult {
  return fraction === undefined
    ? html`<progress aria-label=${label} aria-valuetext=${words}></progress>`
    : html`<progress
        aria-label=${label}
        aria-valuetext=${words}
        .value=${fraction}
        max="1"
      ></progress>`;
}

/** As the provider reports it, else estimated from earlier times. */
function fractionOf(model: WidgetModel, picture: PictureState | undefined): number | undefined {
  const { expectedMs } = model;
  const said = picture?.progress?.fraction;
  if (said !== undefined || expectedMs === undefined) return said;
  return Math.min(0.95, tookMs(model, picture) / expectedMs);
}

function tookMs({ now }: WidgetModel, picture: PictureState | undefined): number {
  return picture?.since === undefined ? 0 : Math.max(0, now - picture.since);
}

/** How many of several are ready, the stage of the first to come, and how long it has taken. */
function farView(
  model: WidgetModel,
  { pictures }: PurchaseState,
  picture: PictureState | undefined,
  label: string,
): TemplateResult {
  const { words, language, expectedMs } = model;
  const stage = stageText(model, picture);
  const took = secondsText(tookMs(model, picture), language);
  const usual =
    expectedMs === undefined ? undefined : secondsText(expectedMs, language, { isExpected: true });
  const which = pictures.length > 1 ? html`${label} · ` : nothing;
  // The bar says so much where there is little room.
  const isUsual = stage === words.makingNow;
  const doing =
    stage === undefined
      ? nothing
      : html`<span class=${isUsual ? 'doing' : nothing}>${stage} · </span>`;
  return html`${which}${doing}<span class="figures">${words.elapsed(took, usual)}</span>`;
}

/** The progress in steps: `2 of 4 ready`, or the stage of the first picture. */
export function stepText(model: WidgetModel, purchase: PurchaseState): string {
  const { pictures } = purchase;
  const { words } = model;
  return pictures.length > 1 && pictures.some(({ image }) => image)
    ? readyText(model, purchase)
    : (stageText(model, currentPicture(pictures)) ?? words.making);
}

/** What is asked of the provider about an order that brought no picture. */
export function checkingText({ words, payer }: WidgetModel, { progress }: PictureState): string {
  const text = progress?.checking === 'lost' ? words.checkingLost : words.checkingRefused;
  return text(payer.name);
}

/** The stage of a picture; `undefined` while it is being made. */
function stageText(model: WidgetModel, picture: PictureState | undefined): string | undefined {
  const { words: terms } = model;
  const position = picture?.progress?.position;
  if (position !== undefined) return terms.queued(position);
  if (picture?.progress?.checking) return checkingText(model, picture);
  if (picture?.name === 'submitting') return isSent(picture) ? terms.makingNow : terms.sending;
  return picture?.name === 'saving' ? terms.fetching : undefined;
}

/** `6.2`, `14`, in the language's own digits. Expected times are whole seconds. */
function secondsText(ms: number, language: string, { isExpected = false } = {}): string {
  const digits = ms < (isExpected ? 1950 : 9950) ? 1 : 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ms / 1000);
}
