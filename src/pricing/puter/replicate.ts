import type { OptionSpec } from '../price-list-types.js';
import { saidCosts, type RowOffer, type RowPrice } from './row-offer.js';
import type { PuterRow } from './row.js';
import { puterRules } from './rules.js';
import type { Rule } from '../rule.js';

/** Parameters of older rows that readers may choose, and what they may be. */
const choosable: Readonly<Record<string, OptionSpec>> = {
  steps: { type: 'number', min: 1, max: 50, whole: true, names: ['steps', 'num_inference_steps'] },
  guidance: { type: 'number', min: 0, max: 20 },
  response_format: {
    type: 'choice',
    values: ['webp', 'jpg', 'png'],
    names: ['response_format', 'output_format'],
  },
  output_quality: { type: 'number', min: 0, max: 100, whole: true },
  prompt_upsampling: { type: 'switch' },
  prompt_enhance: { type: 'switch' },
  contrast: { type: 'choice', values: ['low', 'medium', 'high'] },
  style: { type: 'text' },
};

/**
 * An older Replicate row: per image or per declared megapixel, with a second table for fast runs or
 * one per mode where it has them.
 */
export function replicateOffer(row: PuterRow): RowOffer | undefined {
  const rule = puterRules.replicate?.(row);
  if (!rule) return undefined;
  const free = row.free && { free: true as const };
  const allowed: readonly unknown[] = Array.isArray(row.fields.allowed_params)
    ? row.fields.allowed_params
    : [];
  const options: Record<string, OptionSpec> = Object.fromEntries(
    Object.entries(choosable).filter(([name]) => allowed.includes(name)),
  );
  if (rule.kind === 'declared-megapixel' && rule.choices)
    options.output_megapixels = {
      type: 'choice',
      values: rule.choices,
      resizes: true,
      hidden: true,
    };
  const priced = bySpeed(row, rule) ?? byMode(row);
  if (priced) Object.assign(options, priced.options);
  return { prices: priced?.prices ?? [{ rule, ...free }], options };
}

/** Two tables: for fast runs, which are usual where the row says so, and for others. */
function bySpeed(row: PuterRow, usual: Rule): RowOffer | undefined {
  const { costs_go_fast: fastTable, param_transforms: transforms } = row.fields;
  if (fastTable === undefined) return undefined;
  const isFast =
    (transforms as { go_fast?: { default?: unknown } } | undefined)?.go_fast?.default === true;
  if (!isFast) return undefined;
  const slow = puterRules.replicate?.({
    ...row,
    fields: { ...row.fields, costs_go_fast: undefined },
  });
  if (!slow) return undefined;
  const fast = row.amounts(fastTable, `${row.where}.costs_go_fast`);
  return {
    prices: [
      { rule: usual, options: { go_fast: 'true' }, says: saidCosts(fast) },
      { rule: slow, options: { go_fast: 'false' } },
    ],
    options: { go_fast: { type: 'switch', usual: 'true' } },
  };
}

/** A price per mode. The mode that costs what the row asks without one is usual. */
function byMode(row: PuterRow): RowOffer | undefined {
  const modes = row.modes();
  const usual = modes.find(([, each]) => each === row.cost('output'))?.[0];
  if (usual === undefined || modes.some(([, each]) => each === '0')) return undefined;
  const prices = modes.map(([generation_mode, each]): RowPrice => ({
    rule: { kind: 'image', each },
    options: { generation_mode },
    says: saidCosts(new Map([['output', each]])),
  }));
  const values = modes.map(([mode]) => mode);
  return { prices, options: { generation_mode: { type: 'choice', values, usual } } };
}
