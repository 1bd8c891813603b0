import { html, nothing, type TemplateResult } from 'lit';
import { providerName } from '../../../accounts/provider-records.js';
import { compareUsd, sum, toText, usd } from '../../../pricing/money.js';
import { localDate } from '../../../spending/local-date.js';
import type { Entry } from '../../../spending/entry.js';
import { bar, spentCell, type Amounts } from './amounts.js';
import { nameOf } from './names.js';
import type { TallyModel } from './statement.js';
import { spansView } from './sums.js';

type Row = Amounts & { readonly name: string; readonly pending: readonly Entry[] };

const daysOnShow = 14;

export function daysView(model: TallyModel): TemplateResult {
  const { terms } = model;
  const rows = byDay(model);
  const days = rows.length
    ? table(model, terms.day, rows)
    : html`<p class="quiet">${terms.nothingYet}</p>`;
  return html`<details>
    <summary>${terms.byDay}</summary>
    ${spansView(model)}
    <div part="days">${days}</div>
  </details>`;
}

/** The lines of each day, newest day first; older days together. */
function byDay(model: TallyModel): Row[] {
  const { language, terms } = model;
  const sorted = [...groups(model, ({ at }) => localDate(at))].sort(([a], [b]) => (a < b ? 1 : -1));
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const earlier = sorted.slice(daysOnShow).flatMap(([, entries]) => entries);
  return [
    ...sorted
      .slice(0, daysOnShow)
      .map(([, entries]) => rowOf(format.format(entries[0]?.at), entries)),
    ...(earlier.length ? [rowOf(terms.earlier, earlier)] : []),
  ];
}

/** The lines of the money on show, but refused ones, by what `key` says of them. */
function groups(
  { entries, simulated }: TallyModel,
  key: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.simulated !== simulated || entry.standing === 'refused') continue;
    const group = found.get(key(entry));
    if (group) group.push(entry);
    else found.set(key(entry), [entry]);
  }
  return found;
}

function rowOf(name: string, entries: readonly Entry[]): Row {
  const pending = entries.filter(({ standing }) => standing !== 'settled');
  return {
    name,
    settled: toText(
      sum(entries.flatMap(({ charged }) => (charged === undefined ? [] : [usd(charged)]))),
    ),
    inDoubt: toText(sum(pending.flatMap(({ high }) => (high ? [usd(high)] : [])))),
    unpriced: pending.filter(({ high }) => !high).length,
    repeated: pending.filter(({ repeated }) => repeated).length,
    pictures: entries.reduce((total, { pictures }) => total + pictures, 0),
    pending,
  };
}

function table(model: TallyModel, what: string, rows: readonly Row[]): TemplateResult {
  const { terms } = model;
  const most = Math.max(...rows.map(({ settled }) => Number(settled)));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${what}</th>
        <th scope="col">${terms.pictures}</th>
        <th scope="col">${terms.spent}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.name}${bar(Number(row.settled), most)}</th>
            <td>${row.pictures}</td>
            ${spentCell(model, row, row.pending)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Nothing unless more than one provider was paid. */
export function providersView(model: TallyModel): TemplateResult | symbol {
  const { terms, tally, simulated } = model;
  const { byModel } = simulated ? tally.sandbox : tally;
  const names = [...new Set(byModel.map(({ provider }) => provider))];
  if (names.length < 2) return nothing;
  const rows = names
    .map((provider) => ({
      name: providerName(provider),
      ...together(byModel.filter((one) => one.provider === provider)),
      pending: model.entries.filter(
        (entry) =>
          entry.provider === provider &&
          entry.simulated === simulated &&
          entry.charge === 'possible',
      ),
    }))
    .sort((a, b) => compareUsd(usd(b.settled), usd(a.settled)));
  return html`<details part="providers">
    <summary>${terms.byProvider}</summary>
    ${table(model, terms.provider, rows)}
  </details>`;
}

/** Nothing unless this tally has lines of more than one site, one that is not known included. */
export function sitesView(model: TallyModel): TemplateResult | symbol {
  const { terms } = model;
  const sites = groups(model, ({ site }) => site ?? '');
  if (sites.size < 2) return nothing;
  const rows = [...sites]
    .map(([site, entries]) => rowOf(site || terms.unknownSite, entries))
    .sort((a, b) => compareUsd(usd(b.settled), usd(a.settled)));
  return html`<details part="sites">
    <summary>${terms.bySite}</summary>
    ${table(model, terms.site, rows)}
  </details>`;
}

function together(all: readonly Amounts[]): Amounts {
  return {
    settled: toText(sum(all.map(({ settled }) => usd(settled)))),
    inDoubt: toText(sum(all.map(({ inDoubt }) => usd(inDoubt)))),
    unpriced: all.reduce((count, { unpriced = 0 }) => count + unpriced, 0),
    repeated: all.reduce((count, { repeated = 0 }) => count + repeated, 0),
    pictures: all.reduce((count, { pictures }) => count + pictures, 0),
  };
}

export function modelsView(model: TallyModel): TemplateResult {
  const { terms, tally, simulated } = model;
  const rows = [...(simulated ? tally.sandbox : tally).byModel]
    .sort((a, b) => compareUsd(usd(b.settled), usd(a.settled)))
    .map((one) => ({
      ...one,
      name: nameOf(one.provider, one.model),
      pending: model.entries.filter(
        ({ provider, model: made, ...entry }) =>
          provider === one.provider &&
          made === one.model &&
          entry.simulated === simulated &&
          entry.charge === 'possible',
      ),
    }));
  return html`<details part="models">
    <summary>${terms.byModel}</summary>
    ${rows.length ? table(model, terms.model, rows) : html`<p class="quiet">${terms.nothingYet}</p>`}
  </details>`;
}
