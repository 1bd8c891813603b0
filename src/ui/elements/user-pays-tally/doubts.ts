import { html, nothing, type TemplateResult } from 'lit';
import { isAmount } from '../../../pricing/money.js';
import type { Entry } from '../../../spending/entry.js';
import { typed } from '../../typed.js';
import { nameOf } from './names.js';
import type { TallyView } from './statement.js';

/**
 * What nobody here knows the outcome of, and the reader's way to say it after a look at the
 * account.
 */
export function doubtsView(view: TallyView): TemplateResult | symbol {
  const {
    element: { journal },
    terms,
    simulated,
  } = view;
  const open = journal
    .entries()
    .filter((entry) => entry.simulated === simulated && entry.charge === 'possible');
  const doubts = open.filter(({ standing }) => standing === 'in-doubt');
  const underWay = open.length - doubts.length;
  return html`${underWay ? html`<p class="quiet" part="under-way">${terms.underWay(underWay)}</p>` : nothing}
  ${
    doubts.length
      ? html`<section part="doubts" role="group" aria-label=${terms.doubts(doubts.length)}>
          <h3>${terms.doubts(doubts.length)}</h3>
          <p class="quiet">${terms.doubtsWhy}</p>
          <ul>
            ${doubts.map((entry) => line(view, entry))}
          </ul>
        </section>`
      : nothing
  }`;
}

function line(view: TallyView, entry: Entry): TemplateResult {
  const { terms, dollars } = view;
  const what = titleOf(view, entry);
  return html`<li>
    <p>
      <span>${what}</span>
      <span class="doubt"
        >${entry.high ? terms.upTo(dollars(entry.high)) : terms.unknownPrice}</span
      >
    </p>
    <form
      novalidate
      @submit=${submitted(view, entry)}
      @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
    >
      <span class="money"
        ><span aria-hidden="true">$</span
        ><input
          name="amount"
          inputmode="decimal"
          autocomplete="off"
          size="7"
          aria-label=${terms.amountCharged(what)}
          value=${entry.high ?? ''}
      /></span>
      <button>${terms.wasCharged}</button>
      <button type="button" @click=${() => void settle(view, entry, '0')}>
        ${terms.notCharged}
      </button>
    </form>
  </li>`;
}

function titleOf({ element }: TallyView, { provider, model, size, at }: Entry): string {
  const when = new Intl.DateTimeFormat(element.language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
  return [when, nameOf(provider, model), size.replace('x', ' × ')].filter(Boolean).join(', ');
}

function submitted(view: TallyView, entry: Entry) {
  return (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem(
      'amount',
    ) as HTMLInputElement;
    const amount = field.value.trim().replace(',', '.');
    if (isAmount(amount) && !amount.startsWith('-')) void settle(view, entry, amount);
    else {
      field.setCustomValidity(view.terms.notAnAmount);
      field.reportValidity();
    }
  };
}

/**
 * Writes down what the reader found. `computed`: should the provider still report it, its word
 * counts.
 */
async function settle(view: TallyView, entry: Entry, charged: string): Promise<void> {
  const { element, terms, dollars } = view;
  await element.journal.settle(entry.id, {
    charged,
    basis: 'computed',
    pictures: 0,
    note: terms.checkedByReader,
  });
  const what = titleOf(view, entry);
  element.change(
    {
      said:
        charged === '0'
          ? terms.settledAsNothing(what)
          : terms.settledAs(what, dollars(charged, typed)),
    },
    '[part=status]',
  );
}
