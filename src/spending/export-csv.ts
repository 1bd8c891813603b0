import type { Entry } from './entry.js';

const columns: readonly (readonly [name: string, read: (entry: Entry) => string | number | boolean | undefined])[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['line', ({ id }) => id],
  ['purchase', ({ purchase }) => purchase],
  ['provider', ({ provider }) => provider],
  ['model', ({ model }) => model],
  ['route', ({ route }) => route],
  ['size', ({ size }) => size],
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

// A spreadsheet runs cells that begin like a formula; amounts are ours and may begin with a minus.
const cell = (value: string | number | boolean | undefined): string => {
  const text = String(value ?? '');
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** The lines as CSV (RFC 4180): one row per picture, exact decimal amounts in US dollars, ISO times in UTC. */
export const exportCsv = (entries: readonly Entry[]): string =>
  [columns.map(([name]) => name), ...entries.map((entry) => columns.map(([, read]) => cell(read(entry))))].map((row) => `${row.join(',')}\r\n`).join('');
