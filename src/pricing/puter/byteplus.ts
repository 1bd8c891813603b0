import type { OptionSpec, Sizes } from '../price-list-types.js';
import type { RowOffer, RowPrice } from './row-offer.js';
import type { PuterRow } from './row.js';
import { puterRules } from './rules.js';
import { count, optional } from '../read-list.js';
import type { Rule } from '../rule.js';

/** From more pixels than this on, Seedream Pro is billed as its largest tier. */
const largeFrom = 2_610_000;

/** What words for a tier mean, in its order. */
const words = ['1k', '1.5k', '2k', '3k', '4k'];
const tierWords: Readonly<Record<string, string>> = {
  low: '1k',
  medium: '1.5k',
  high: '2k',
  hd: '2k',
};

/** A BytePlus row that says how many pixels it makes (September 2026); `undefined` for others. */
export function byteplusOffer(row: PuterRow): RowOffer | undefined {
  const { fields, where } = row;
  if (fields.pixelSizeThreshold === undefined) return undefined;
  const threshold = count(fields.pixelSizeThreshold, `${where}.pixelSizeThreshold`);
  const [fewest, most] = [
    count(fields.minPixels ?? threshold, `${where}.minPixels`),
    count(fields.maxPixels, `${where}.maxPixels`),
  ];
  const tiers = Array.isArray(fields.allowedQualityLevels)
    ? fields.allowedQualityLevels.map(String)
    : [];
  const sizes: Sizes = {
    pixels: 'exact',
    min: 64,
    max: 16_384,
    step: 8,
    area: most,
    least: Math.max(threshold, fewest),
    longest: 16,
    snaps: 'shape',
    ratios: ratiosOf(fields.resolution_map),
  };
  const options = tiers.length > 0 ? { quality: tierOption(tiers) } : {};
  const isPro = fields.pricing_unit === 'per-tier';
  const same = puterRules.byteplus?.(row);
  const prices = isPro ? pricesByTier(row, tiers) : same && [{ rule: same }];
  const references = Math.min(isPro ? 10 : 14, mostReferences(row) ?? Infinity);
  return { prices: prices ?? [], options, sizes, references, seed: false };
}

/** Some rows say how many references they take. */
function mostReferences({ fields, where }: PuterRow): number | undefined {
  return optional(fields.maxInputImages, (value) => count(value, `${where}.maxInputImages`, 0));
}

/** The shapes it makes at every tier. */
function ratiosOf(map: unknown): string[] {
  const ratios = typeof map === 'object' && map !== null ? Object.keys(map) : [];
  const plain = ratios.filter((ratio) => /^[1-9]\d{0,3}:[1-9]\d{0,3}$/.test(ratio)).slice(0, 100);
  return plain.length > 0 ? plain : ['1:1'];
}

/** A tier below the lowest one, or between two, is moved up. */
function tierOption(tiers: readonly string[]): OptionSpec {
  const up = (tier: string): string =>
    words.slice(words.indexOf(tier)).find((one) => tiers.includes(one)) ?? tiers.at(-1)!;
  const also = [
    ...words.filter((one) => !tiers.includes(one)).map((one) => [one, up(one)]),
    ...Object.entries(tierWords).map(([word, tier]) => [word, up(tier)]),
  ];
  return {
    type: 'choice',
    values: tiers,
    also: Object.fromEntries(also) as Record<string, string>,
    resizes: true,
  };
}

/** By tier where one is chosen, else by the pixels asked for. The first reference is free. */
function pricesByTier(row: PuterRow, tiers: readonly string[]): RowPrice[] | undefined {
  const input = row.cost('input_image');
  const rule = (each: string): Rule => ({
    kind: 'tiered-image',
    each,
    ...(input && input !== '0' && { input, free: 1 }),
  });
  const [small, large] = [row.cost('output:1k'), row.cost('output:2k')];
  const chosen = tiers.map((tier) => [tier, row.cost(`output:${tier}`)] as const);
  if (!small || !large || chosen.some(([, cost]) => cost === undefined)) return undefined;
  return [
    ...chosen.map(([quality, cost]) => ({ rule: rule(cost!), options: { quality } })),
    { rule: { ...rule(small), above: largeFrom, large } as Rule, options: { quality: '' } },
  ];
}
