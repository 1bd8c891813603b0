import type { PictureState, Receipt } from '../../../../generation/purchase.js';
import { isMetered } from '../../../../generation/meter.js';
import { sum, toText, usd } from '../../../../pricing/money.js';
import type { Entry } from '../../../../spending/entry.js';
import { providerName } from '../../../../accounts/provider-records.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { amount } from '../../../amount.js';
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

/** How the doubts of the purchase on show ended, once all of them have; `undefined` until then. */
export function endedDoubts(
  model: WidgetModel,
): { readonly text: string; readonly charge: 'none' | 'charged' } | undefined {
  const open = model.pictures.filter(({ receipt }) => receipt?.charge === 'possible');
  const ended = checkedAmong(model).filter(({ id }) => open.some((picture) => picture.id === id));
  if (open.length === 0 || ended.length < open.length) return undefined;
  const receipts = ended.flatMap(({ receipt }) => receipt ?? []);
  const texts = [...new Set(receipts.map((receipt) => checkedText(model, receipt)))];
  return {
    text: texts.join(' '),
    charge: receipts.some(({ charge }) => charge === 'charged') ? 'charged' : 'none',
  };
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

/** What is still in doubt from before, and how doubts from before ended. */
export function doubtView(model: WidgetModel, actions: WidgetActions): View {
  const { words, pictures } = model;
  const ended = checkedAmong(model).filter(
    ({ id }) => !pictures.some((picture) => picture.id === id),
  );
  const sentences = ended.flatMap(({ receipt }) => (receipt ? [checkedText(model, receipt)] : []));
  return html`<div part="doubts" role="status">
    ${openDoubtView(model)}${
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

function openDoubtView(model: WidgetModel): View {
  const { words, dollars } = model;
  const doubts = doubtsBefore(model);
  const known = doubts.flatMap(({ high }) => (high === undefined ? [] : [usd(high)]));
  if (doubts.length === 0) return nothing;
  const text = [
    ...(known.length > 0 ? [amount(toText(sum(known)), dollars)] : []),
    ...(known.length < doubts.length ? [words.unpriced(doubts.length - known.length)] : []),
  ].join(' ');
  const [asked] = doubts.filter(isMetered);
  return html`<div class="note" part="doubt" data-charge="possible">
    <p>
      ${words.fromBefore(text)}${asked ? ` ${words.checkedEachVisit(providerName(asked.provider))}` : nothing}
    </p>
  </div>`;
}

/** Lines in doubt from before the purchase on show, of real money. */
function doubtsBefore({ doubts, pictures }: WidgetModel): readonly Entry[] {
  return doubts.filter(({ id }) => !pictures.some((picture) => picture.id === id));
}
