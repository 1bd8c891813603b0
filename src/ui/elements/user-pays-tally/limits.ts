import { html, nothing, type TemplateResult } from 'lit';
import { compareUsd, isAmount, sum, times, toText, usd } from '../../../pricing/money.js';
import type { Caps } from '../../../spending/journal-port.js';
import { isUserPaysError } from '../../../base/error.js';
import { typed } from '../../typed.js';
import { bar } from './amounts.js';
import type { TallyView } from './statement.js';

const spans = { session: 'session', day: 'today', month: 'month' } as const;
const names = ['session', 'day', 'month'] as const;

/** The reader's own limits: lowered at once, raised in one explicit step. */
export function limitsView(view: TallyView): TemplateResult {
  const {
    element: { journal, draft },
    terms,
  } = view;
  const caps = journal.readerCaps();
  return html`<details part="limits">
    <summary>${terms.limits}</summary>
    <p class="quiet">${terms.limitsWhy}</p>
    <form
      novalidate
      @submit=${submitted(view)}
      @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
    >
      ${names.map((name) => field(view, name, caps[name]))}<button>${terms.setLimits}</button>
    </form>
    ${draft.raise ? raiseView(view, draft.raise, caps) : nothing}
  </details>`;
}

function submitted(view: TallyView) {
  return (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = [...(event.currentTarget as HTMLFormElement).querySelectorAll('input')];
    const texts = fields.map(({ value }) => value.trim().replace(',', '.'));
    const wrong = fields.find(
      (_, at) => texts[at] && !(isAmount(texts[at]) && !texts[at].startsWith('-')),
    );
    if (wrong) {
      wrong.setCustomValidity(view.terms.notAnAmount);
      wrong.reportValidity();
      return;
    }
    void save(
      view,
      Object.fromEntries(fields.flatMap(({ name }, at) => (texts[at] ? [[name, texts[at]]] : []))),
    );
  };
}

async function save(view: TallyView, caps: Caps, raise = false): Promise<void> {
  const { element, terms } = view;
  try {
    await element.journal.setReaderCaps(caps, { raise });
    element.change({ raise: undefined, said: terms.limitsSet }, '[part=status]');
  } catch (error) {
    if (!isUserPaysError(error) || error.facts['reason'] !== 'raise') throw error;
    element.change({ raise: caps, said: '' }, '[part=raise] button');
  }
}

function field(
  view: TallyView,
  name: (typeof names)[number],
  limit: string | undefined,
): TemplateResult {
  const { terms, tally } = view;
  const { settled, inDoubt } = tally[spans[name]];
  const spent = sum([usd(settled), usd(inDoubt)]);
  const left = limit === undefined ? undefined : sum([usd(limit), times(spent, '-1')]);
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
        .value=${limit ?? ''}
    /></span>
    ${
      limit === undefined || shown === undefined
        ? nothing
        : html`${bar(Number(toText(spent)), Number(limit))}<span class="quiet figures"
              >${terms.left(view.dollars(shown, { down: true }), view.dollars(limit, typed))}</span
            >`
    }
  </div>`;
}

function raiseView(view: TallyView, raise: Caps, caps: Caps): TemplateResult {
  const { element, terms, dollars } = view;
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
    <button type="button" @click=${() => void save(view, raise, true)}>${terms.raiseYes}</button>
    <button
      type="button"
      @click=${() => element.change({ raise: undefined, said: '' }, '[part=limits] summary')}
    >
      ${terms.no}
    </button>
  </div>`;
}
