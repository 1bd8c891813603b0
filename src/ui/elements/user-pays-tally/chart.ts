import { html, nothing, svg, type TemplateResult } from 'lit';
import { sum, toText, usd, type Usd } from '../../../pricing/money.js';
import type { Entry } from '../../../spending/entry.js';
import { localDate } from '../../../spending/local-date.js';
import type { TallyModel } from './statement.js';
import { times } from '../../../base/times.js';

const days = 30;
/** Size of the drawing, which is stretched to the available width. */
const height = 60;
const column = 10;

/** A column for each of the last thirty days, and a line at the reader's daily limit. */
export function chartView(model: TallyModel): TemplateResult | symbol {
  const { entries, simulated, caps, terms, dollars, language } = model;
  const spent = spentByDay(entries.filter((entry) => entry.simulated === simulated));
  const dates = times(days, (at) => daysBefore(model.now, days - 1 - at));
  const names = dates.map(localDate);
  const sums = names.map((name) => Number(toText(spent.get(name) ?? usd('0'))));
  const most = Math.max(...sums);
  if (most <= 0) return nothing;
  const limit = simulated ? 0 : Number(caps.day ?? 0);
  const top = Math.max(most, limit);
  const best = sums.indexOf(most);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(dates[best]);
  const said = terms.chart(dollars(toText(spent.get(names[best] ?? '') ?? usd('0'))), when);
  return html`<figure class="chart" part="chart">
    <svg
      viewBox="0 0 ${days * column} ${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${said}
    >
      ${sums.map((part, at) => columnView(part / top, at))}
      ${limit > 0 ? svg`<line class="limit-line" x1="0" x2="${days * column}" y1="${y(limit / top)}" y2="${y(limit / top)}"></line>` : nothing}
    </svg>
    <figcaption class="quiet" aria-hidden="true">${said}</figcaption>
  </figure>`;
}

/** The same local time some days earlier; not all days have 24 hours. */
function daysBefore(now: number, count: number): number {
  const date = new Date(now);
  return date.setDate(date.getDate() - count);
}

/** A day without spending keeps its place as a thin line. */
function columnView(share: number, at: number): TemplateResult {
  const tall = share > 0 ? Math.max(2, share * height) : 0.75;
  return svg`<rect
    class=${share > 0 ? 'spent-day' : 'rail'}
    x="${at * column + 1}"
    y="${(height - tall).toFixed(2)}"
    width="${column - 2}"
    height="${tall.toFixed(2)}"
  ></rect>`;
}

function y(share: number): string {
  return (height - share * height).toFixed(2);
}

/** The settled sum of each day, US dollars, by local date. */
function spentByDay(entries: readonly Entry[]): ReadonlyMap<string, Usd> {
  const spent = new Map<string, Usd>();
  for (const { at, charged, standing } of entries) {
    if (charged === undefined || standing === 'refused') continue;
    const day = localDate(at);
    spent.set(day, sum([spent.get(day) ?? usd('0'), usd(charged)]));
  }
  return spent;
}
