import type { OptionSpec, Sizes } from '../price-list-types.js';
import type { RowOffer } from './row-offer.js';
import type { PuterRow } from './row.js';
import { puterRules } from './rules.js';
import { count, optional } from '../read-list.js';

/**
 * A Cloudflare row that says which sizes and steps it makes (September 2026). Sizes outside are
 * brought inside, side by side, before they are billed.
 */
export function cloudflareOffer(row: PuterRow): RowOffer | undefined {
  const { fields } = row;
  const sizes = sizesOf(row);
  if (!sizes) return undefined;
  const { fixedRatio: _fixed, ...open } = fields;
  const rule = puterRules.cloudflare?.({ ...row, fields: open });
  if (!rule) return undefined;
  const options: Record<string, OptionSpec> = {};
  if (rule.kind === 'tiles' && !rule.fixed)
    options.steps = {
      type: 'number',
      names: ['steps', 'num_steps'],
      usual: String(rule.steps ?? 25),
      min: 1,
      max: rule.maxSteps ?? 50,
      whole: true,
      clamps: true,
    };
  if (fields.supportsNegativePrompt === true) options.negative_prompt = { type: 'text' };
  return {
    prices: [{ rule, ...(row.free && { free: true as const }) }],
    options,
    sizes,
    references: Number(takesPictures(row)),
    ...(fields.requiresInputImage === true && { needsReference: true as const }),
    // Without a mask, too, Puter takes the order.
    ...(/inpainting/.test(String(fields.id)) && { mask: 'white' as const }),
    seed: false,
  };
}

/** Rows that are sent as a form take a picture, and so do those that say so. */
function takesPictures({ fields }: PuterRow): boolean {
  return fields.requiresMultipart === true || fields.supportsImageBytes === true;
}

/** `undefined` for a row that names neither a fixed size nor limits of a side. */
function sizesOf({ fields, where }: PuterRow): Sizes | undefined {
  const fixed = fields.fixedRatio as { w?: unknown; h?: unknown } | undefined;
  if (fixed !== undefined && typeof fixed === 'object') {
    const [w, h] = [count(fixed.w, `${where}.fixedRatio`), count(fixed.h, `${where}.fixedRatio`)];
    return {
      pixels: 'exact',
      min: Math.min(w, h),
      max: Math.max(w, h),
      step: 1,
      area: w * h,
      also: [`${w}x${h}`],
      only: true,
      snaps: 'sides',
    };
  }
  const side = (name: string): number | undefined =>
    optional(fields[name], (value) => count(value, `${where}.${name}`, 1, 1e5));
  const [min, max] = [side('minDimension'), side('maxDimension')];
  if (min === undefined && max === undefined) return undefined;
  const most = max ?? 2500;
  return {
    pixels: 'exact',
    min: min ?? 64,
    max: most,
    step: 1,
    area: most ** 2,
    snaps: 'sides',
  };
}
