import { compareUsd, times, timesIn, toText, usd } from '../money.js';
import type { PuterRow } from './row.js';
import { count, optional } from '../read-list.js';
import type { Rule } from '../rule.js';

const perToken = '0.000001';

const promptTokens = 8192;

/**
 * How each of Puter's suppliers bills a request without options, by route (from its backend,
 * 2026-08-21). For an unknown supplier or scheme there is no price rather than a guess.
 */
export const puterRules: Readonly<Record<string, (row: PuterRow) => Rule | undefined>> = {
  replicate,
  together,
  cloudflare,
  openai,
  gemini,
  byteplus,
  xai: (row) => {
    const { pricing_unit: unit = 'per-image' } = row.fields;
    if (unit !== 'per-image') return undefined;
    const rule = tiers(row, (key) => key.startsWith('output:'));
    const input = paid(row.cost('media_input'));
    return rule?.kind === 'image' ? { ...rule, ...(input && { input }) } : rule;
  },
};

function steps({ fields, where }: PuterRow): { steps?: number; maxSteps?: number; fixed?: true } {
  const fixed = optional(fields.fixedSteps, (value) =>
    count(value, `${where}.fixedSteps`, 1, 1000),
  );
  if (fixed !== undefined) return { steps: fixed, fixed: true };
  const usual = optional(fields.defaultSteps, (value) =>
    count(value, `${where}.defaultSteps`, 1, 1000),
  );
  const most = optional(fields.maxSteps, (value) => count(value, `${where}.maxSteps`, 1, 1000));
  return {
    ...(usual !== undefined && { steps: usual }),
    ...(most !== undefined && { maxSteps: most }),
  };
}

/** A part that costs 0 gets no line of its own. */
function paid(amount: string | undefined): string | undefined {
  return amount === '0' ? undefined : amount;
}

function tiles(row: PuterRow): Rule | undefined {
  const tile =
    row.cost('tile_512') ?? row.cost('output_tile_512') ?? row.cost('output_tile_512_per_step');
  const input = paid(row.cost('input_tile_512') ?? row.cost('input_tile_512_per_step'));
  const step = row.cost('step');
  const told = tile ?? step;
  if (told === undefined) return undefined;
  const parts = {
    ...(paid(tile) && { tile }),
    ...(input && { input }),
    ...(paid(step) && { step }),
  };
  return {
    kind: 'tiles',
    ...(Object.keys(parts).length > 0 ? parts : { tile: told }),
    ...steps(row),
  } as Rule;
}

function cloudflare(row: PuterRow): Rule | undefined {
  // The image has a fixed size whatever is asked for, so the tiles can't be computed from the
  // request.
  if (row.fields.fixedRatio !== undefined) return undefined;
  const rule = tiles(row);
  switch (row.fields.billingScheme) {
    case 'tile-plus-step':
    case 'step-only':
    case 'flux2-klein-4b-tile':
      return rule;
    case 'flux2-dev-tile-step':
      return rule && ({ ...rule, perStep: true } as Rule);
    case 'flux2-klein-9b-mp': {
      const [first, further, input] = [
        row.cost('first_mp'),
        row.cost('subsequent_mp'),
        paid(row.cost('input_image_mp')),
      ];
      return first && further
        ? {
            kind: 'megapixel',
            pixels: 1e6,
            exact: true,
            first,
            further,
            ...(input && { input, inputAsOutput: true }),
            decimals: 8,
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

function replicate(row: PuterRow): Rule | undefined {
  const { fields } = row;
  const each = row.cost('output');
  if (fields.billingScheme === 'per-image') return each ? { kind: 'image', each } : undefined;
  if (fields.billingScheme !== 'megapixel') return undefined;
  const transforms = fields.param_transforms as { go_fast?: { default?: unknown } } | undefined;
  // If the row has go_fast on by default, the backend uses it unless told otherwise, and bills by
  // the other table.
  const table =
    fields.costs_go_fast !== undefined && transforms?.go_fast?.default === true
      ? 'costs_go_fast'
      : 'costs';
  const [run, output, input] = [
    paid(row.cost('run', table)),
    row.cost('output_mp', table),
    paid(row.cost('input_mp', table)),
  ];
  const declares =
    Array.isArray(fields.allowed_params) && fields.allowed_params.includes('output_megapixels');
  return output
    ? {
        kind: 'declared-megapixel',
        ...(run && { run }),
        output,
        ...(input && { input }),
        ...(declares && {
          choices:
            row.fields.id === 'black-forest-labs/flux-2-pro'
              ? ['0.5', '1', '2', '4']
              : ['0.25', '0.5', '1', '2', '4'],
        }),
      }
    : undefined;
}

/**
 * A range from the cheapest to the most expensive tier, because our request does not say which one
 * will be made.
 */
function tiers(row: PuterRow, wanted: (key: string) => boolean): Rule | undefined {
  const amounts = row.keys.filter(wanted).map((key) => row.cost(key));
  const known = amounts.flatMap((amount) => amount ?? []).sort((a, b) => Number(a) - Number(b));
  const [from, each] = [known[0], known.at(-1)];
  return from && each && known.length === amounts.length
    ? { kind: 'image', each, ...(from !== each && { from }) }
    : undefined;
}

function together(row: PuterRow): Rule | undefined {
  const [perImage, perMegapixel] = [row.cost('per-image'), row.cost('1MP')];
  switch (row.fields.pricing_unit) {
    case 'per-image':
      return perImage ? { kind: 'image', each: perImage } : undefined;
    case 'per-MP':
      return perMegapixel
        ? { kind: 'megapixel', pixels: 1e6, exact: true, further: perMegapixel }
        : undefined;
    case 'per-tier':
      return tiers(row, () => true);
    default:
      return undefined;
  }
}

function byteplus(row: PuterRow): Rule | undefined {
  switch (row.fields.pricing_unit) {
    case 'per-image':
      return together(row);
    case 'per-tier':
    case undefined:
      return tiers(row, (key) => key.startsWith('output:'));
    default:
      return undefined;
  }
}

/**
 * How many tokens a cost stands for, rounded down and rounded up. Computed with exact amounts: 0.04
 * / 0.00004 is exactly 1000.
 */
function tokens(cost: string, each: string): { readonly fewest: number; readonly most: number } {
  const fewest = timesIn(usd(cost), usd(each));
  return {
    fewest,
    most: compareUsd(times(usd(each), fewest), usd(cost)) < 0 ? fewest + 1 : fewest,
  };
}

/**
 * Billed by tokens: a range from the lowest to the highest quality. Sizes for which the row does
 * not price every quality are left out, because their high end is unknown.
 */
function openai(row: PuterRow): Rule | undefined {
  const [output, input] = [paid(row.cost('image_output')), paid(row.cost('text_input'))];
  const levels = Array.isArray(row.fields.allowedQualityLevels)
    ? row.fields.allowedQualityLevels.filter((one) => one !== 'auto').map(String)
    : [];
  if (!output || !levels.length) return undefined;
  const image = toText(times(usd(output), perToken));
  const bySize = [
    ...new Set(row.keys.flatMap((key) => /^\w+:(\d+x\d+)$/.exec(key)?.[1] ?? [])),
  ].flatMap((size) => {
    const costs = levels.map((level) => row.cost(`${level}:${size}`));
    const known = costs.flatMap((cost) => cost ?? []).sort((a, b) => Number(a) - Number(b));
    const [low, high] = [known[0], known.at(-1)];
    return low && high && known.length === costs.length
      ? [[size, [tokens(low, image).fewest, tokens(high, image).most]] as const]
      : [];
  });
  return bySize.length
    ? {
        kind: 'tokens',
        image,
        tokens: Object.fromEntries(bySize),
        ...(input && { prompt: toText(times(usd(input), perToken)), promptTokens }),
      }
    : undefined;
}

/**
 * Imagen is billed per image, Gemini by tokens: from the estimate for a 1K square to twice as many,
 * since text and thinking also cost tokens.
 */
function gemini(row: PuterRow): Rule | undefined {
  const each = row.cost('per-image');
  if (each) return { kind: 'image', each };
  const [output, input, estimate] = [
    paid(row.cost('output_image')),
    paid(row.cost('input')),
    row.cost('1K:1x1') ?? row.cost('1x1'),
  ];
  if (!output || !estimate) return undefined;
  const image = toText(times(usd(output), perToken));
  return {
    kind: 'tokens',
    image,
    tokens: { '*': [tokens(estimate, image).fewest, 2 * tokens(estimate, image).most] },
    ...(input && { prompt: toText(times(usd(input), perToken)), promptTokens }),
  };
}
