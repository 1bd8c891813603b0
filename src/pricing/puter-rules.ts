import { compareUsd, times, timesIn, toText, usd } from './money.js';
import type { PuterRow } from './puter-row.js';
import { count, optional } from './read-list.js';
import type { Rule } from './rule.js';

const perToken = '0.000001';

const promptTokens = 8192;

/**
 * How each of Puter's suppliers bills (its backend, 2026-08-21). A supplier or scheme we don't know
 * has no price, never a guessed one.
 */
export const puterRules: Readonly<Record<string, (row: PuterRow) => Rule | undefined>> = {
  replicate,
  together,
  cloudflare,
  openai,
  gemini,
  byteplus,
  xai: (row) => {
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

/** A part that costs nothing gets no row of its own. */
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
  // A picture of one fixed size whatever is asked: the tiles of the request are not the tiles of
  // the bill.
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
  // The backend goes fast unless told otherwise where the row says so, and bills by the other table
  // then.
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

/** From the cheapest to the dearest of its tiers: which one is made is not said in our request. */
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
  return row.fields.pricing_unit === 'per-image'
    ? together(row)
    : tiers(row, (key) => key.startsWith('output:'));
}

/**
 * How many tokens a cost stands for: whole ones at least, and begun ones too. Reckoned as money:
 * 0.04 / 0.00004 is 1000, and not a hair less.
 */
function tokens(cost: string, each: string): { readonly fewest: number; readonly most: number } {
  const fewest = timesIn(usd(cost), usd(each));
  return {
    fewest,
    most: compareUsd(times(usd(each), fewest), usd(cost)) < 0 ? fewest + 1 : fewest,
  };
}

/**
 * By tokens: from the lowest quality to the highest, where the list prices every quality of a size;
 * otherwise its top is unknown.
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
 * Imagen by the picture. Gemini by tokens: its estimate for a square at one kilopixel, and as much
 * again for words and thinking.
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
