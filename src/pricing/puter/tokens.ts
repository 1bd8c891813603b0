import { times, toText, usd } from '../money.js';
import { saidCosts, type RowOffer, type RowPrice } from './row-offer.js';
import type { PuterRow } from './row.js';
import type { Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';

/** Text is reckoned with this many tokens at most: a prompt of some four thousand characters. */
const textTokens = 1000;

/** A reference at OpenAI may count as more tokens than Puter reserves for it (560). */
const openaiReference = 1600;
/** What Puter reserves for a reference at Google. */
const geminiReference = 560;

/**
 * The tokens of an image by tier at Google, as Puter estimates them (its source, September 2026).
 * The first tier is the usual one.
 */
const imageTokens: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'gemini-3.1-flash-image': { 512: 747, '1K': 1120, '2K': 1680, '4K': 2520 },
  'gemini-3.1-flash-lite-image': { '1K': 1120 },
  'gemini-3-pro-image': { '1K': 1120, '2K': 1120, '4K': 2000 },
  'gemini-2.5-flash-image': { '': 1290 },
};

/** The tokens along the longer side by quality at OpenAI, from the same source. */
const sides: readonly (readonly [RegExp, Readonly<Record<string, number>>])[] = [
  [/^gpt-image-2\.5-/, { low: 16, medium: 24, high: 48, xhigh: 64, max: 96 }],
  [/^gpt-image-2$/, { low: 16, medium: 48, high: 96 }],
];

const openaiSizes: Sizes = {
  pixels: 'exact',
  min: 16,
  max: 3840,
  step: 16,
  area: 8_294_400,
  least: 655_360,
  longest: 3,
  snaps: 'shape',
};

/**
 * A Google row: from the tokens of the image at the chosen tier to those and some text. Without a
 * table of tokens for the model there is no price.
 */
export function geminiOffer(row: PuterRow): RowOffer | undefined {
  const known = imageTokens[String(row.fields.id)];
  const image = perToken(row.cost('output_image'));
  if (!known || !image) return undefined;
  const [prompt, text] = [perToken(row.cost('input')), perToken(row.cost('output'))];
  const rule = (count: number): Rule => ({
    kind: 'tokens',
    image,
    tokens: { '*': [count, count] },
    ...(prompt && {
      prompt,
      promptTokens: textTokens,
      input: prompt,
      inputTokens: geminiReference,
    }),
    ...(text && { text, textTokens }),
  });
  const levels = levelsOf(row).filter((level) => known[level] !== undefined);
  const prices: RowPrice[] =
    levels.length > 0
      ? levels.map((quality) => ({ rule: rule(known[quality]!), options: { quality } }))
      : [{ rule: rule(known['']!) }];
  const [usual] = levels;
  return {
    prices,
    ...(usual !== undefined && {
      options: {
        quality: { type: 'choice', values: levels, usual, names: ['quality', 'resolution'] },
      },
    }),
    sizes: shapesOf(row.fields.allowedRatios),
    references: 10,
    seed: false,
  };
}

/** An OpenAI row: what Puter estimates for size and quality; `auto` may be any quality. */
export function openaiOffer(row: PuterRow): RowOffer | undefined {
  const known = sides.find(([ids]) => ids.test(String(row.fields.id)))?.[1];
  const image = perToken(row.cost('image_output'));
  if (!known || !image) return undefined;
  const [prompt, input] = [perToken(row.cost('text_input')), perToken(row.cost('image_input'))];
  const rule = (side: number, from?: number): Rule => ({
    kind: 'area-tokens',
    image,
    side,
    ...(from && { from }),
    ...(prompt && { prompt, promptTokens: textTokens }),
    ...(input && { input, inputTokens: openaiReference }),
  });
  const levels = levelsOf(row).filter((level) => known[level] !== undefined || level === 'auto');
  const all = levels.flatMap((level) => known[level] ?? []);
  if (all.length === 0) return undefined;
  const says = saidOf(row, ['text_input', 'image_input', 'image_output']);
  const prices = levels.map((quality) => ({
    says,
    rule: known[quality] ? rule(known[quality]) : rule(Math.max(...all), Math.min(...all)),
    options: { quality },
  }));
  return {
    prices,
    options: { quality: { type: 'choice', values: levels, usual: levels[0]! } },
    sizes: openaiSizes,
    references: 10,
    seed: false,
  };
}

/** The costs of these names, of which the row may lack some. */
function saidOf(row: PuterRow, names: readonly string[]): string {
  return saidCosts(
    new Map(
      names.flatMap((name) => {
        const cost = row.cost(name);
        return cost === undefined ? [] : [[name, cost] as const];
      }),
    ),
  );
}

export function levelsOf({ fields: { allowedQualityLevels: levels } }: PuterRow): string[] {
  return Array.isArray(levels) ? levels.map(String).filter(Boolean) : [];
}

/** US dollars per token, from US dollars per million. */
function perToken(amount: string | undefined): string | undefined {
  return amount === undefined || amount === '0'
    ? undefined
    : toText(times(usd(amount), '0.000001'));
}

function shapesOf(allowed: unknown): Sizes {
  const ratios = (Array.isArray(allowed) ? allowed : []).flatMap((one: unknown) => {
    const { w, h } = (one ?? {}) as { w?: unknown; h?: unknown };
    return Number.isInteger(w) && Number.isInteger(h) ? [`${String(w)}:${String(h)}`] : [];
  });
  return {
    pixels: 'ratio',
    min: 64,
    max: 16_384,
    step: 1,
    area: 16_384 ** 2,
    ...(ratios.length > 0 && { ratios: ratios.slice(0, 100) }),
  };
}
