// `npm run prices:check [-- YYYY-MM-DD]`: how old the bundled prices are, source by source, today
// or on that day. Exits with 1 when one is past its
// limit, with 2 when the day is none, else with 0. Never part of `npm test`: a suite must not fail
// because days pass.
import { tsImport } from 'tsx/esm/api';

const [asked] = process.argv.slice(2);
const at = asked === undefined ? Date.now() : Date.parse(asked);
if (Number.isNaN(at)) {
  console.error(`${asked} is not a day like 2026-11-22.`);
  process.exit(2);
}

const { sourceAges } = await tsImport('./old-prices.ts', import.meta.url);
const ages = sourceAges(at);
const past = ages.filter(({ days, limit }) => days > limit);

for (const { provider, name, url = 'no address', readOn, undated, models, days, limit } of ages) {
  const age = days > limit ? `${days - limit} days past its limit` : `${limit - days} days left`;
  console.log(
    `${days > limit ? 'PAST' : '  ok'}  ${provider}: ${name}, ${models === 1 ? '1 price' : `${models} prices`}, ${undated ? 'undated, from' : 'read on'} ${readOn}${undated ? ' at the earliest' : ''}: ${days} days of ${limit}, ${age}\n      ${url}`,
  );
}
console.log(
  past.length
    ? `\n${past.length} of ${ages.length} sources are past their limit: read them again, then change their rows in src/pricing/catalogue and test/pricing/source-rows.ts.`
    : '\nEvery source is within its limit.',
);
process.exit(past.length ? 1 : 0);
