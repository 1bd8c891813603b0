import type { Offer, Sizes } from '../price-list-types.js';
import { byteplusOffer } from './byteplus.js';
import { meteredOffer } from './metered.js';
import { replicateOffer } from './replicate.js';
import type { RowOffer } from './row-offer.js';
import type { PuterRow } from './row.js';
import { puterRules } from './rules.js';
import { geminiOffer, levelsOf, openaiOffer } from './tokens.js';
import { cloudflareOffer } from './cloudflare.js';
import { xaiOffer, xaiOptions } from './xai.js';

type Reader = (row: PuterRow) => RowOffer | undefined;

/**
 * Rows that say by themselves how they are billed and what may be chosen, by route. The first reader
 * that understands a row counts.
 */
const ofRow: Readonly<Record<string, Reader>> = {
  replicate: (row) => meteredOffer(row) ?? replicateOffer(row),
  cloudflare: cloudflareOffer,
  byteplus: byteplusOffer,
};

/**
 * Suppliers whose rows look the same in a list that knows options and in one that does not. Without
 * options their tiers are a range, which must not stand in for a row that can't be understood.
 */
const ofList: Readonly<Record<string, Reader>> = {
  openai: openaiOffer,
  gemini: (row) =>
    geminiOffer(row) ??
    (row.cost('per-image') === undefined
      ? { prices: [], ...tiersOf(row, ['quality', 'resolution']) }
      : undefined),
  xai: (row) => xaiOffer(row) ?? { prices: [], ...xaiOptions(row) },
};

/** The tiers that a row names may be chosen, whether we know what they cost or not. */
function tiersOf(row: PuterRow, names?: readonly string[]): Pick<RowOffer, 'options'> {
  const values = levelsOf(row);
  const [usual] = values;
  if (usual === undefined || values.length < 2) return {};
  return { options: { quality: { type: 'choice', values, usual, ...(names && { names }) } } };
}

/**
 * What a row of Puter's catalogue offers, by its route. `knowsOptions`: the list is of a server that
 * reads options, which shows in its having rates by option anywhere (September 2026).
 */
export function rowOffer(row: PuterRow, route: string, knowsOptions: boolean): RowOffer {
  const read = own(ofRow, route)?.(row) ?? (knowsOptions ? own(ofList, route)?.(row) : undefined);
  if (read) return read;
  const rule = own(puterRules, route)?.(row);
  return {
    prices: rule ? [{ rule, ...(row.free && { free: true as const }) }] : [],
    ...(knowsOptions && tiersOf(row)),
  };
}

/** A list may name a route `constructor`, and no reader is meant by that. */
function own<T>(readers: Readonly<Record<string, T>>, route: string): T | undefined {
  return Object.hasOwn(readers, route) ? readers[route] : undefined;
}

/** What Cloudflare's models make where the list names no limits (August 2026). */
const unlimited: Sizes = { pixels: 'exact', min: 64, max: 2500, step: 1, area: 2500 ** 2 };

/** Fields of an offer that the row decides even where the model is known. */
export function ofKnown(known: Offer, read: RowOffer): Partial<Offer> {
  const { options, sizes, notHosted } = read;
  return {
    ...(options && { options }),
    ...(sizes && known.sizes.pixels === sizes.pixels && { sizes }),
    ...(!sizes && known.route === 'cloudflare' && { sizes: unlimited }),
    ...(notHosted && { notHosted }),
  };
}
