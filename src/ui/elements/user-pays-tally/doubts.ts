import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isAmount } from '../../../pricing/money.js';
import type { Entry } from '../../../spending/entry.js';
import { atLeast } from '../shared/at-least.js';
import { takenForm } from '../shared/taken-form.js';
import { byReader } from '../shared/by-reader.js';
import { nameOf } from './names.js';
import type { TallyActions, TallyModel } from './statement.js';

/**
 * Purchases with an unknown outcome. After a look at their account, readers can say for each whether
 * and how much they were charged.
 */
export function doubtsView(model: TallyModel, actions: TallyActions): TemplateResult | symbol {
  const { entries, terms, simulated } = model;
  const open = entries.filter((entry) => entry.simulated === simulated && isAsked(entry));
  const doubts = open.filter(({ standing }) => standing === 'in-doubt');
  const underWay = open.length - doubts.length;
  return html`${underWay ? html`<p class="quiet" part="under-way">${terms.underWay(underWay)}</p>` : nothing}
  ${
    doubts.length
      ? html`<section part="doubts" role="group" aria-label=${terms.doubts(doubts.length)}>
          <h3>${terms.doubts(doubts.length)}</h3>
          <p class="quiet">${terms.doubtsWhy}</p>
          <ul>
            ${repeat(
              doubts,
              ({ id }) => id,
              (entry) => line(model, actions, entry),
            )}
          </ul>
        </section>`
      : nothing
  }`;
}

/** Not what was delivered for a known price and is read from the provider's meter. */
function isAsked({ charge, standing, high, job }: Entry): boolean {
  if (charge === 'possible') return true;
  return standing === 'in-doubt' && (high === undefined || job?.['meter'] === undefined);
}

function line(model: TallyModel, actions: TallyActions, entry: Entry): TemplateResult {
  const { terms } = model;
  const what = titleOf(model, entry);
  const taken = takenForm(submitted(model, actions, entry));
  return html`<li>
    <p>
      <span>${what}</span>
      <span class="doubt">${highestOf(model, entry)}</span>
    </p>
    ${entry.repeated ? html`<p class="quiet">${terms.sentAgain}</p>` : nothing}
    <form
      novalidate
      @submit=${taken.submit}
      @keydown=${taken.keydown}
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
      <button type="button" @click=${taken.click}>${terms.wasCharged}</button>
      ${
        entry.charge === 'charged'
          ? nothing
          : html`<button
              type="button"
              @click=${byReader(() => void actions.settle(entry, '0', what))}
            >
              ${terms.notCharged}
            </button>`
      }
    </form>
  </li>`;
}

function highestOf({ terms, dollars }: TallyModel, { high, repeated }: Entry): string {
  if (high === undefined) return terms.unknownPrice;
  return repeated ? atLeast(dollars(high), true) : terms.upTo(dollars(high));
}

function titleOf({ language }: TallyModel, { provider, model, size, at }: Entry): string {
  const when = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
  return [when, nameOf(provider, model), sizeOf(size, language)].filter(Boolean).join(', ');
}

/** A size keeps its order where the text around it runs from right to left. */
function sizeOf(size: string, language: string): string {
  const text = size.replace('x', ' × ');
  return /^(ar|fa|he|ur)\b/.test(language) && text ? `\u2066${text}\u2069` : text;
}

function submitted(model: TallyModel, actions: TallyActions, entry: Entry) {
  return (form: HTMLFormElement): void => {
    const field = form.elements.namedItem('amount') as HTMLInputElement;
    const amount = field.value.trim().replace(',', '.');
    if (isAmount(amount) && !amount.startsWith('-'))
      void actions.settle(entry, amount, titleOf(model, entry));
    else {
      field.setCustomValidity(model.terms.notAnAmount);
      field.reportValidity();
    }
  };
}
