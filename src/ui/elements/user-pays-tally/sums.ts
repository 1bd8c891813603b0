import { html, nothing, type TemplateResult } from 'lit';
import { sum, toText, usd } from '../../../pricing/money.js';
import type { Entry } from '../../../spending/entry.js';
import { localDate } from '../../../spending/local-date.js';
import { spentCell, spentView } from './amounts.js';
import { chartView } from './chart.js';
import type { TallyActions, TallyModel } from './statement.js';

const spans = ['session', 'today', 'month', 'all'] as const;

/** One large sum for the chosen period, and the days it is made of. */
export function sumsView(model: TallyModel, actions: TallyActions): TemplateResult {
  const { terms, tally, simulated, draft } = model;
  const sums = simulated ? tally.sandbox : tally;
  const span = draft.span ?? (sums.session.purchases > 0 ? 'session' : 'all');
  const { pictures } = sums[span];
  return html`<div class="head">
      <h2>${simulated ? terms.titleSimulated : terms.title}</h2>
      ${kindSwitch(model, actions)}
    </div>
    ${simulated ? html`<p class="quiet">${terms.noRealMoney}</p>` : nothing}
    <div class="figure" part="sum">
      ${spentView(model, sums[span], pendingIn(model, span))}
      <span class="quiet">${terms.count(pictures)}</span>
    </div>
    <div class="switch" role="group" aria-label=${terms.since}>
      ${spans.map(
        (one) =>
          html`<button
            type="button"
            aria-pressed=${one === span}
            @click=${() => actions.change({ ...draft, span: one })}
          >
            ${terms[one]}
          </button>`,
      )}
    </div>
    ${chartView(model)} ${estimatedView(model)}`;
}

/** A table of all four sums. */
export function spansView(model: TallyModel): TemplateResult {
  const { terms, tally, simulated } = model;
  const sums = simulated ? tally.sandbox : tally;
  return html`<table part="sums">
    <thead>
      <tr>
        <th scope="col">${terms.since}</th>
        <th scope="col">${terms.pictures}</th>
        <th scope="col">${terms.spent}</th>
      </tr>
    </thead>
    <tbody>
      ${spans.map(
        (span) =>
          html`<tr>
            <th scope="row">${terms[span]}</th>
            <td>${sums[span].pictures}</td>
            ${spentCell(model, sums[span], pendingIn(model, span))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The entries of a period that may have been charged. */
function pendingIn(
  { entries, simulated, now }: TallyModel,
  span: (typeof spans)[number],
): readonly Entry[] {
  const own = entries.filter((entry) => entry.simulated === simulated);
  // The newest entry belongs to the session of the sums.
  const visit = own.at(-1)?.session;
  const today = localDate(now);
  const isIn = {
    session: ({ session }: Entry) => session === visit,
    today: ({ at }: Entry) => localDate(at) >= today,
    month: ({ at }: Entry) => localDate(at).slice(0, 7) >= today.slice(0, 7),
    all: () => true,
  }[span];
  return own.filter((entry) => entry.charge === 'possible' && isIn(entry));
}

function kindSwitch(
  { terms, tally, simulated }: TallyModel,
  actions: TallyActions,
): TemplateResult | symbol {
  const both = tally.all.purchases > 0 && tally.sandbox.all.purchases > 0;
  if (!both) return nothing;
  const choice = (of: boolean, words: string): TemplateResult =>
    html` <button
      type="button"
      aria-pressed=${of === simulated}
      @click=${() => actions.change({ simulated: of })}
    >
      ${words}
    </button>`;
  return html`<div class="switch" role="group" aria-label=${terms.title}>
    ${choice(false, terms.real)}${choice(true, terms.simulated)}
  </div>`;
}

/** The part no provider reported: delivered pictures at their list price. */
function estimatedView({
  entries,
  terms,
  simulated,
  dollars,
}: TallyModel): TemplateResult | symbol {
  const own = entries.filter(
    ({ basis, pictures, charged, ...entry }) =>
      entry.simulated === simulated &&
      entry.standing === 'settled' &&
      basis === 'computed' &&
      pictures > 0 &&
      charged !== '0',
  );
  if (simulated || own.length === 0) return nothing;
  return html`<p class="quiet" part="estimated">
    ${terms.estimated(dollars(toText(sum(own.map(({ charged = '0' }) => usd(charged))))))}
  </p>`;
}
