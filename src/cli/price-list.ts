import { catalogue } from '../pricing/catalogue/index.js';
import { parsePriceList } from '../pricing/parse-price-list.js';
import type { PriceList } from '../pricing/price-list-types.js';
import { didYouMean } from './did-you-mean.js';
import { Mistake } from './mistake.js';
import type { Ports } from './ports.js';

/**
 * The list of a file, or the bundled one.
 * @throws Mistake if the file is none
 */
export async function priceList(file: string | undefined, ports: Ports): Promise<PriceList> {
  if (file === undefined) return catalogue;
  const text = await ports.read(file).catch((error: unknown) => {
    throw new Mistake(`--prices ${file} can’t be read: ${words(error)}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Mistake(`--prices ${file} is no JSON: ${words(error)}.`);
  }
  const read = parsePriceList(json);
  if ('refused' in read) throw new Mistake(`--prices ${file} is no price list: ${read.refused}.`);
  return read.list;
}

/**
 * The provider’s id as the list has it.
 * @throws Mistake if the list has none of that name
 */
export function providerIn(list: PriceList, typed: string): string {
  const id = typed.trim().toLowerCase();
  const known = [...new Set(list.offers.map(({ provider }) => provider))];
  if (known.includes(id)) return id;
  throw new Mistake(
    `--provider ${typed} has no prices.${didYouMean(id, known) || ` There are ${known.join(', ')}.`}`,
  );
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
