import { html, nothing, type TemplateResult } from 'lit';
import { compareUsd, isAmount, minus, sum, toText, usd } from '../../../pricing/money.js';
import type { Caps } from '../../../spending/journal-port.js';
import { typed } from '../../typed.js';
import { takenForm } from '../shared/taken-form.js';
import { byReader } from '../shared/by-reader.js';
import { bar } from './amounts.js';
import type { TallyActions, TallyModel } from './statement.js';

const spans = { session: 'session', day: 'today', month: 'month' } as const;
const names = ['session', 'day', 'month'] as const;

/** The reader's own limits: lowering applies at once, raising has to be confirmed. */
export function limitsView(model: TallyModel, actions: TallyActions): TemplateResult {
  const { caps, draft, terms } = model;
  const taken = takenForm(submitted(model, actions));
  return html`<details part="limits">
    <summary>${terms.limits}</summary>
    <p class="quiet">${terms.limitsWhy}</p>
    <form
      novalidate
      @submit=${taken.submit}
      @keydown=${taken.keydown}
      @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
    >
      ${names.map((name) => field(model, name, caps[name]))}<button
        type="button"
        @click=${taken.click}
      >
        ${terms.setLimits}
      </button>
    </form>
    ${draft.raise ? raiseView(model, actions, draft.raise) : nothing}
  </details>`;
}

function submitted(model: TallyModel, actions: TallyActions) {
  return (form: HTMLFormElement): void => {
    const fields = [...form.querySelectorAll('input')];
    const texts = fields.map(({ value }) => value.trim().replace(',', '.'));
    const wrong = fields.find(
      (_, at) => texts[at] && !(isAmount(texts[at]) && !texts[at].startsWith('-')),
    );
    if (wrong) {
      wrong.setCustomValidity(model.terms.notAnAmount);
      wrong.reportValidity();
      return;
    }
    void actions.setLimits(
      Object.fromEntries(fields.flatMap(({ name }, at) => (texts[at] ? [[name, texts[at]]] : []))),
    );
  };
}

function field(
  model: TallyModel,
  name: (typeof names)[number],
  limit: string | undefined,
): TemplateResult {
  const { draft, terms, tally } = model;
  const { settled, inDoubt } = tally[spans[name]];
  const spent = sum([usd(settled), usd(inDoubt)]);
  const left = limit === undefined ? undefined : minus(usd(limit), spent);
  // Once the reader has answered, the limit that holds is set again, whatever was typed.
  const value = draft.raise ? draft.raise[name] : limit;
  const shown = left && (compareUsd(left, usd('0')) > 0 ? toText(left) : '0');
  return html`<div class="limit">
    <label for=${`limit-${name}`}>${terms.limitOf[name]}</label>
    <span class="money"
      ><span aria-hidden="true">$</span
      ><input
        id=${`limit-${name}`}
        name=${name}
        inputmode="decimal"
        autocomplete="off"
        size="7"
        placeholder=${terms.noLimit}
        .value=${value ?? ''}
    /></span>
    ${
      limit === undefined || shown === undefined
        ? nothing
        : html`${bar(Number(toText(spent)), Number(limit))}<span class="quiet figures"
              >${terms.left(model.dollars(shown, { down: true }), model.dollars(limit, typed))}</span
            >`
    }
  </div>`;
}

function raiseView(model: TallyModel, actions: TallyActions, raise: Caps): TemplateResult {
  const { caps, terms, dollars } = model;
  const words = (limit: string | undefined): string =>
    limit === undefined ? terms.noLimit : dollars(limit, typed);
  const higher = names.filter(
    (name) =>
      caps[name] !== undefined &&
      (raise[name] === undefined || compareUsd(usd(raise[name]), usd(caps[name])) > 0),
  );
  return html`<div class="ask" part="raise" role="group" aria-label=${terms.raise}>
    <p>
      ${terms.raise}
      ${higher.map((name) => html`<b class="figures">${terms.raised(terms.limitOf[name], words(caps[name]), words(raise[name]))}</b> `)}
    </p>
    <button type="button" @click=${byReader(() => void actions.setLimits(raise, true))}>
      ${terms.raiseYes}
    </button>
    <button
      type="button"
      @click=${() => actions.change({ raise: undefined, said: '' }, '[part=limits] summary')}
    >
      ${terms.no}
    </button>
  </div>`;
}
