// `npm run prices:take -- FILE [YYYY-MM-DD] [ADDRESS]`: makes Puter's list, as
// https://api.puter.com/puterai/image/models/details served it into FILE, the bundled one. The day
// is when it was read (today by default), the address where. What pricing does not read is left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { root } from '../run/install.mjs';

const served = 'https://api.puter.com/puterai/image/models/details';
const target = `${root}src/pricing/catalogue/puter-rows.ts`;

/** The fields of a row that pricing reads, in the order they are written. */
const fields = [
  'puterId',
  'id',
  'aliases',
  'name',
  'provider',
  'costs_currency',
  'costs',
  'costs_go_fast',
  'costs_by_generation_mode',
  'pricing_unit',
  'billingScheme',
  'billingRates',
  'inputSchema',
  'requiredInputs',
  'promptKey',
  'allowed_params',
  'param_transforms',
  'allowedQualityLevels',
  'allowedRatios',
  'defaultQuality',
  'defaultEditQuality',
  'pixelSizeThreshold',
  'minPixels',
  'maxPixels',
  'resolution_map',
  'defaultSteps',
  'maxSteps',
  'fixedSteps',
  'fixedRatio',
  'minDimension',
  'maxDimension',
  'supportsNegativePrompt',
  'supportsImageBytes',
  'requiresInputImage',
  'requiresMultipart',
];

const [file, readOn = new Date().toISOString().slice(0, 10), url = served] = process.argv.slice(2);
if (file === undefined) fail('Name the file with the list: npm run prices:take -- FILE');

const rows = (JSON.parse(readFileSync(file, 'utf8')).models ?? []).map(trimmed);
const { parsePuterCatalogue } = await tsImport(
  '../../../src/pricing/parse-puter-catalogue.ts',
  import.meta.url,
);
const read = parsePuterCatalogue({ models: rows }, readOn);
if ('refused' in read) fail(`${file}: ${read.refused}`);
for (const why of read.leftOut) console.error(`left out: ${why}`);
const unpriced = read.list.offers.filter(({ prices }) => prices.length === 0);
for (const { model, route } of unpriced) console.error(`no price: ${model} by ${route}`);

writeFileSync(
  target,
  `/** Puter's list, written by \`npm run prices:take\`. */
export const readOn = '${readOn}';
export const url = '${url}';
export const rows: readonly object[] = [
${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
];
`,
);
console.log(`${rows.length} rows of ${readOn}, ${unpriced.length} without a price: ${target}`);

/** @param {Record<string, unknown>} row */
function trimmed(row) {
  const kept = fields.filter((name) => row[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, part(name, row[name])]));
}

/** @param {string} name @param {any} value */
function part(name, value) {
  // Only the shapes are read.
  if (name === 'resolution_map')
    return Object.fromEntries(Object.keys(value).map((shape) => [shape, 0]));
  return value;
}

/** @param {string} why */
function fail(why) {
  console.error(why);
  process.exit(2);
}
