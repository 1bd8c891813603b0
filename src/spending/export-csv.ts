import type { Entry } from './entry.js';

const columns: readonly (readonly [
  name: string,
  read: (entry: Entry) => string | number | boolean | undefined,
])[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['line', ({ id }) => id],
  ['purchase', ({ purchase }) => purchase],
  ['provider', ({ provider }) => provider],
  ['model', ({ model }) => model],
  ['route', ({ route }) => route],
  ['size', ({ size }) => size],
  ['site', ({ site }) => site],
  ['simulated', ({ simulated }) => simulated],
  ['standing', ({ standing }) => standing],
  ['estimate_low_usd', ({ low }) => low],
  ['estimate_high_usd', ({ high }) => high],
  ['charged_usd', ({ charged }) => charged],
  ['basis', ({ basis }) => basis],
  ['pictures', ({ pictures }) => pictures],
  ['took_ms', ({ took }) => took],
  ['code', ({ code }) => code],
  ['note', ({ note }) => note],
  ['prompt', ({ prompt }) => prompt],
];

/**
 * Where a spreadsheet would start a formula: at the start of a cell (full-width signs included),
 * and after a `;`, tab or line end, because where the list separator is `;` the quotes around a
 * cell do not hold it together.
 */
const formulas = /(^|[;\t\r\n])([\s"']*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * The entries as CSV (RFC 4180): one row per picture, every cell quoted, exact decimal amounts in
 * US dollars, ISO times in UTC. Starts with a byte order mark, without which Excel misreads UTF-8.
 */
export function exportCsv(entries: readonly Entry[]): string {
  const names = columns.map(([name]) => name);
  const rows = entries.map((entry) => columns.map(([, read]) => read(entry)));
  const lines = [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}

function cell(value: string | number | boolean | undefined): string {
  const text = String(value ?? '');
  const isAmount = /^-?\d+(\.\d+)?$/.test(text);
  const safe = isAmount ? text : text.replace(formulas, "$1$2'$3").replace(/^[\t\r]/, "'$&");
  return `"${safe.replaceAll('"', '""')}"`;
}
