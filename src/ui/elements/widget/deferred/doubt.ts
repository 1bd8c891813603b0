import type { PictureState, Receipt } from '../../../../generation/purchase.js';
import { isMetered } from '../../../../generation/meter.js';
import { sum, toText, usd } from '../../../../pricing/money.js';
import type { Entry } from '../../../../spending/entry.js';
import { providerName } from '../../../provider-names.js';
import type { View, Widget } from '../view.js';
import { amount } from '../../../amount.js';
import { html, nothing } from 'lit';

/** The sentence for an order that was charged more than once; `undefined` for every other. */
export function severalText(
  { words, dollars }: Widget,
  { provider, times, charged }: Pick<Receipt, 'provider' | 'times' | 'charged'>,
): string | undefined {
  return times === undefined || charged === undefined
    ? undefined
    : words.chargedTimes(providerName(provider), times, amount(charged, dollars));
}

/** How the doubts of the purchase on show ended, once all of them have; `undefined` until then. */
export function endedDoubts(
  widget: Widget,
): { readonly text: string; readonly charge: 'none' | 'charged' } | undefined {
  const open = widget.pictures.filter(({ receipt }) => receipt?.charge === 'possible');
  const ended = checkedAmong(widget).filter(({ id }) => open.some((picture) => picture.id === id));
  if (open.length === 0 || ended.length < open.length) return undefined;
  const receipts = ended.flatMap(({ receipt }) => receipt ?? []);
  const texts = [...new Set(receipts.map((receipt) => checkedText(widget, receipt)))];
  return {
    text: texts.join(' '),
    charge: receipts.some(({ charge }) => charge === 'charged') ? 'charged' : 'none',
  };
}

function checkedAmong(widget: Widget): readonly PictureState[] {
  return widget.pageServices.recovered.get().filter(({ checked }) => checked);
}

/** How a doubt ended: what the provider's own meter showed. */
function checkedText(widget: Widget, receipt: Receipt): string {
  const { words, dollars } = widget;
  const provider = providerName(receipt.provider);
  if (receipt.charge === 'none') return words.checkedFree(provider);
  return (
    severalText(widget, receipt) ??
    words.checkedCharged(provider, amount(receipt.charged ?? '', dollars))
  );
}

/** What is still in doubt from before, and how doubts from before ended. */
export function doubtView(widget: Widget): View {
  const { words, pageServices, pictures } = widget;
  const ended = checkedAmong(widget).filter(
    ({ id }) => !pictures.some((picture) => picture.id === id),
  );
  const dismiss = (): void =>
    pageServices.recovered.set(
      pageServices.recovered.get().filter((picture) => !ended.includes(picture)),
    );
  const sentences = ended.flatMap(({ receipt }) => (receipt ? [checkedText(widget, receipt)] : []));
  return html`<div part="doubts" role="status">
    ${openDoubtView(widget)}${
      sentences.length === 0
        ? nothing
        : html`<div class="note" part="checked">
            ${sentences.map((text) => html`<p>${text}</p>`)}<button
              type="button"
              class="plain"
              @click=${dismiss}
            >
              ${words.dismiss}
            </button>
          </div>`
    }
  </div>`;
}

function openDoubtView(widget: Widget): View {
  const { words, dollars } = widget;
  const doubts = doubtsBefore(widget);
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
function doubtsBefore(widget: Widget): readonly Entry[] {
  const {
    tallies: { tally },
    pageServices: { journal },
    widgetState,
    pictures,
  } = widget;
  if (!tally || (tally.all.inDoubt === '0' && tally.all.unpriced === undefined)) return [];
  const doubts = widgetState.memo('doubts', [tally], () =>
    journal.entries().filter(({ standing, simulated }) => standing === 'in-doubt' && !simulated),
  );
  return doubts.filter(({ id }) => !pictures.some((picture) => picture.id === id));
}
