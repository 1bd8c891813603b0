import type { PictureState, Receipt } from '../../../../generation/purchase.js';
import { linksOf } from '../../../../accounts/provider-links.js';
import { isMetered } from '../../../../generation/meter.js';
import { sum, toText, usd } from '../../../../pricing/money.js';
import type { Entry } from '../../../../spending/entry.js';
import { providerName } from '../../../../accounts/provider-records.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { amount } from '../../../amount.js';
import { atLeast } from '../../shared/at-least.js';
import { byReader } from '../../shared/by-reader.js';
import { isLeft } from './left.js';
import { tabLinkView } from './tab-link.js';
import { html, nothing } from 'lit';

/** The sentence for an order that was charged more than once; `undefined` for every other. */
export function severalText(
  { words, dollars }: WidgetModel,
  { provider, times, charged }: Pick<Receipt, 'provider' | 'times' | 'charged'>,
): string | undefined {
  return times === undefined || charged === undefined
    ? undefined
    : words.chargedTimes(providerName(provider), times, amount(charged, dollars));
}

/** How the doubts of the displayed purchase ended; `undefined` until all have ended. */
export function endedDoubts(
  model: WidgetModel,
): { readonly text: string; readonly charge: 'none' | 'charged' } | undefined {
  const open = model.pictures.filter(({ receipt }) => receipt?.charge === 'possible');
  const ended = checkedAmong(model).filter(({ id }) => open.some((picture) => picture.id === id));
  if (open.length === 0) return undefined;
  if (ended.length < open.length) return toldDoubts(model, open);
  const receipts = ended.flatMap(({ receipt }) => receipt ?? []);
  const texts = [...new Set(receipts.map((receipt) => checkedText(model, receipt)))];
  return {
    text: texts.join(' '),
    charge: receipts.some(({ charge }) => charge === 'charged') ? 'charged' : 'none',
  };
}

/** True if all pictures of the displayed purchase, which had failed, were fetched since. */
export function cameAfterAll({
  pictures,
  recovered,
}: Pick<WidgetModel, 'pictures' | 'recovered'>): boolean {
  return (
    pictures.length > 0 &&
    pictures.every(({ id }) => recovered.some((each) => each.id === id && each.image))
  );
}

/** The reader's answer for all of them; `undefined` while one is unanswered. */
function toldDoubts(
  { words, dollars, readerAnswer }: WidgetModel,
  open: readonly PictureState[],
): ReturnType<typeof endedDoubts> {
  const told = open.flatMap(({ id }) => readerAnswer(id) ?? []);
  if (told.length < open.length) return undefined;
  const all = toText(sum(told.map(usd)));
  return all === '0'
    ? { text: words.toldFree, charge: 'none' }
    : { text: words.toldCharged(amount(all, dollars)), charge: 'charged' };
}

/**
 * Where readers can check, and what they can answer about entries in doubt; nothing for simulated
 * money.
 */
export function answersView(
  model: WidgetModel,
  actions: WidgetActions,
  doubts: readonly Entry[],
): View {
  if (doubts.length === 0) return nothing;
  const { words } = model;
  const [{ provider }] = doubts as [Entry];
  const name = askedName(model, doubts);
  const page = linksOf(provider)?.topUp;
  const say = (isCharged: boolean): void => {
    actions.settle(doubts, isCharged);
    actions.focusButton();
  };
  // For an unknown amount, the tally's list of doubts has a field to enter it.
  const charged = (): void =>
    doubts.some(({ high }) => high === undefined) ? actions.toggle('details', true) : say(true);
  return html`<p class="answers answers-doubt" part="answers">
    ${
      page === undefined
        ? nothing
        : tabLinkView(model, {
            part: 'open-provider',
            url: page,
            text: words.openProvider(name),
            looks: 'second',
          })
    }
    <button type="button" class="second" part="was-charged" @click=${byReader(charged)}>
      ${words.iWasCharged}
    </button>
    <button type="button" class="second" part="was-not" @click=${byReader(() => say(false))}>
      ${words.iWasNot}
    </button>
  </p>`;
}

/** Who can tell about these entries. */
function askedName({ payer }: WidgetModel, doubts: readonly Entry[]): string {
  const providers = new Set(doubts.map(({ provider }) => provider));
  const [provider = ''] = providers;
  return providers.size === 1 ? providerName(provider) : payer.name;
}

function checkedAmong(model: WidgetModel): readonly PictureState[] {
  return model.recovered.filter(({ checked }) => checked);
}

/** How a doubt ended: what the provider's own meter showed. */
function checkedText(model: WidgetModel, receipt: Receipt): string {
  const { words, dollars } = model;
  const provider = providerName(receipt.provider);
  if (receipt.charge === 'none') return words.checkedFree(provider);
  return (
    severalText(model, receipt) ??
    words.checkedCharged(provider, amount(receipt.charged ?? '', dollars))
  );
}

/** Earlier purchases still in doubt, and how earlier doubts ended. */
export function doubtView(model: WidgetModel, actions: WidgetActions): View {
  const { words, pictures } = model;
  const ended = checkedAmong(model).filter(
    ({ id }) => !pictures.some((picture) => picture.id === id),
  );
  const sentences = ended.flatMap(({ receipt }) => (receipt ? [checkedText(model, receipt)] : []));
  return html`<div part="doubts" role="status">
    ${doneDoubtView(model, actions)}${openDoubtView(model, actions)}${
      sentences.length === 0
        ? nothing
        : html`<div class="note" part="checked">
            ${sentences.map((text) => html`<p>${text}</p>`)}<button
              type="button"
              class="plain"
              @click=${() => actions.dismissRecovered(ended)}
            >
              ${words.dismiss}
            </button>
          </div>`
    }
  </div>`;
}

/** For a purchase where some pictures were delivered and others may have been charged. */
function doneDoubtView(model: WidgetModel, actions: WidgetActions): View {
  const { words, dollars, generation, payer } = model;
  const doubts = generation.name === 'done' || isLeft(generation) ? doubtsNow(model) : [];
  if (doubts.length === 0) return nothing;
  const most = mostOf(doubts);
  const text = most === '0' ? '' : atLeast(amount(most, dollars), doubts.some(isRepeated));
  return html`<div class="note" part="doubt" data-charge="possible">
    <p>${words.maybeCharged(text)} ${words.doubtAsk(payer.name)}</p>
    ${answersView(model, actions, doubts)}
  </div>`;
}

function openDoubtView(model: WidgetModel, actions: WidgetActions): View {
  const { words, dollars } = model;
  const doubts = doubtsBefore(model);
  const known = doubts.filter(({ high }) => high !== undefined);
  if (doubts.length === 0) return nothing;
  const text = [
    ...(known.length > 0 ? [atLeast(amount(mostOf(doubts), dollars), known.some(isRepeated))] : []),
    ...(known.length < doubts.length ? [words.unpriced(doubts.length - known.length)] : []),
  ].join(' ');
  const [asked] = doubts.filter(isMetered);
  return html`<div class="note" part="doubt" data-charge="possible">
    <p>
      ${words.fromBefore(text)}
      ${asked ? words.checkedEachVisit(providerName(asked.provider)) : words.doubtAsk(askedName(model, doubts))}
    </p>
    ${answersView(model, actions, doubts)}
  </div>`;
}

/** Entries in doubt from before the displayed purchase, real money only. */
function doubtsBefore({ doubts, pictures }: WidgetModel): readonly Entry[] {
  return doubts.filter(({ id }) => !pictures.some((picture) => picture.id === id));
}

/** Entries in doubt of the displayed purchase. */
export function doubtsNow({ doubts, pictures }: WidgetModel): readonly Entry[] {
  return doubts.filter(({ id }) => pictures.some((picture) => picture.id === id));
}

function isRepeated({ repeated }: Entry): boolean {
  return repeated === true;
}

/** The most these entries may have cost, US dollars, without those of unknown price. */
function mostOf(lines: readonly Entry[]): string {
  return toText(sum(lines.flatMap(({ high }) => (high === undefined ? [] : [usd(high)]))));
}
