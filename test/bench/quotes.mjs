import { calcPrice } from '@pydantic/genai-prices';
import { root } from '../config/run/install.mjs';
import { quantile } from './median.mjs';

export const title =
  'Prices per second in Node, itemised and sourced (ours) beside @pydantic/genai-prices calcPrice (floats, tokens): median of 7 rounds, taken in turn';

const rounds = 7;
const roundMs = 400;

function perSecond(/** @type {(index: number) => unknown} */ price) {
  const began = performance.now();
  let count = 0;
  let last;
  while (performance.now() - began < roundMs)
    for (let more = 0; more < 100; more += 1) last = price((count += 1));
  if (last === undefined || last === null) throw new Error('no price');
  return count / ((performance.now() - began) / 1000);
}

export async function measure() {
  const { quote, compare } = await import(`${root}dist/pricing.js`);
  const at = Date.now();
  const models = ['flux-2-pro', 'flux-2-max', 'flux-1-kontext-pro', 'flux-2-flex'];
  const subjects = {
    'quote(), a new request each time': (index) =>
      quote(
        {
          provider: 'bfl',
          model: models[index % 4],
          width: 512 + (index % 64) * 16,
          height: 512 + (index % 97) * 16,
        },
        { at },
      ).total,
    'compare(), all providers and models': (index) =>
      compare({ width: 512 + (index % 64) * 16, height: 1024 }, { at })[0],
    'genai-prices calcPrice()': (index) =>
      calcPrice(
        { input_tokens: 1000 + (index % 6400), output_tokens: 100 + (index % 97) },
        ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'o3'][index % 4],
        { providerId: 'openai' },
      ),
  };
  const rates = new Map(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, price] of Object.entries(subjects)) rates.get(name)?.push(perSecond(price));
  return Object.fromEntries(
    [...rates].map(([name, list]) => [
      name,
      { 'per second': Math.round(quantile(list)), slowest: Math.round(Math.min(...list)) },
    ]),
  );
}
