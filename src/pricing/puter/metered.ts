import { text } from '../../base/json.js';
import type { OptionSpec, Sizes } from '../price-list-types.js';
import {
  inputSchema,
  isPicture,
  referencesOf,
  type InputField,
  type InputSchema,
} from './schema.js';
import { saidCosts, type RowOffer, type RowPrice } from './row-offer.js';
import type { PuterRow } from './row.js';
import { entries, object, refuse } from '../read-list.js';
import type { Rule } from '../rule.js';
import type { MeteredRule } from '../rules/metered.js';

/** Puter gives a prediction up after ten minutes. */
const mostSeconds = 600;
/** An account must be able to pay a minute before Puter takes the order (measured). */
const gateSeconds = 60;

/** What a rate may count; with anything else the price is unknown. */
const counted = ['output', 'run', 'input_mp', 'output_mp', 'second', 'font'];

/** Inputs that are sent as prompt, seed or size, or of which Puter always sends one. */
const notOptions = new Set([
  'prompt',
  'seed',
  'width',
  'height',
  'image_width',
  'image_height',
  'aspect_ratio',
  'num_outputs',
  'num_images',
  'num_samples',
  'number_of_images',
  'max_images',
  'batch_size',
  'allow_fallback_model',
  'user_id',
  'return_temp_files',
  'force_reset_cache',
  'archive_outputs',
  'batched_prompt',
]);

/** Inputs that pages may set, and that readers are not asked about. */
const hidden =
  /safety|moderation|_weights$|^lora_|^extra_lora|_url$|scheduler|random|interval|^eta$/;

/**
 * A Replicate row of September 2026: billed by `billingRates`, which may depend on its inputs.
 * `undefined` for other rows. Never a guess: with a part nobody knows, or a rate that depends on an
 * input without a value, there is no price.
 */
export function meteredOffer(row: PuterRow): RowOffer | undefined {
  const { fields, where } = row;
  if (fields.billingScheme !== 'metered') return undefined;
  const schema = inputSchema(fields.inputSchema, `${where}.inputSchema`);
  const rates = entries(fields.billingRates ?? [], 50, `${where}.billingRates`);
  if (!schema) return { prices: [] };
  const declared = declaredBy(schema);
  const prices = rates.map((rate, index) =>
    priceOf(row, rate, `${where}.billingRates[${index}]`, declared),
  );
  const known = prices.filter((price): price is RowPrice => price !== undefined);
  const isWhole =
    rates.length > 0 &&
    known.length === prices.length &&
    known.every((price) => isSettled(price, schema));
  // The first rate that fits counts, so none after one without conditions ever does.
  const last = known.findIndex(({ options }) => !options);
  const needed = requiredOf(row);
  const references = referencesOf(schema);
  return {
    prices: !isWhole ? [] : last < 0 ? known : known.slice(0, last + 1),
    options: optionsOf(schema, known, { promptKey: text(fields.promptKey) ?? 'prompt', needed }),
    sizes: sizesOf(schema),
    references,
    ...(needed.some(isPicture) && { needsReference: true as const }),
    ...maskOf(row, schema),
    seed: 'seed' in schema,
  };
}

/**
 * Which colour of a mask may change, as the models' pages at Replicate say (read 2026-11): black at
 * Ideogram, white at FLUX Fill and the models built like SDXL. Where no page was read, a mask is not
 * offered.
 */
function maskOf({ fields }: PuterRow, schema: InputSchema): Pick<RowOffer, 'mask'> {
  if (!('mask' in schema)) return {};
  const id = String(fields.id);
  if (/^ideogram-ai\//.test(id)) return { mask: 'black' };
  return /flux-fill|sdxl|realvis|proteus|dalle|ssd-1b|playground/.test(id) ? { mask: 'white' } : {};
}

function requiredOf({ fields }: PuterRow): string[] {
  return Array.isArray(fields.requiredInputs) ? fields.requiredInputs.map(String) : [];
}

/** The input that says how many megapixels are to be made, if there is one. */
function declaringInput(schema: InputSchema): string | undefined {
  return schema.resolution?.choices?.some((one) => / MP$/.test(one)) ? 'resolution' : undefined;
}

type Declared = Pick<MeteredRule, 'declares' | 'mayDeclare'>;

/**
 * The inputs that say how large the picture is to be, beside width and height. Puter always sends
 * what a schema has a default for.
 */
function declaredBy(schema: InputSchema): Declared {
  const declares = declaringInput(schema);
  if (declares) return { declares };
  return 'megapixels' in schema && 'width' in schema ? { mayDeclare: 'megapixels' } : {};
}

function priceOf(
  row: PuterRow,
  value: unknown,
  where: string,
  declared: Declared,
): RowPrice | undefined {
  const { when, costs } = object(value, where);
  const cost = row.amounts(costs, `${where}.costs`);
  if ([...cost.keys()].some((key) => !counted.includes(key))) return undefined;
  const options = when === undefined ? undefined : conditions(when, `${where}.when`);
  const rule = ruleOf(cost, declared);
  if (!rule) return undefined;
  const isFree = [...cost.values()].every((amount) => amount === '0');
  return {
    rule,
    ...(options && { options }),
    ...(isFree && { free: true as const }),
    says: saidCosts(cost),
  };
}

function conditions(value: unknown, where: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object(value, where)).map(([name, wanted]) => [
      name,
      plainValue(wanted, `${where}.${name}`),
    ]),
  );
}

function plainValue(value: unknown, where: string): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : refuse(`${where} is no value`);
}

function ruleOf(cost: ReadonlyMap<string, string>, declared: Declared): Rule | undefined {
  const paid = (key: string): string | undefined => {
    const amount = cost.get(key);
    return amount === '0' && cost.size > 1 ? undefined : amount;
  };
  const [output, second] = [paid('output'), paid('second')];
  if (second !== undefined)
    return cost.size === 1
      ? { kind: 'seconds', second, from: 0, to: mostSeconds, gate: gateSeconds }
      : undefined;
  if (output !== undefined && cost.size === 1) return { kind: 'image', each: output };
  const [run, font, input, made] = ['run', 'font', 'input_mp', 'output_mp'].map(paid);
  if (![run, output, made].some((part) => part !== undefined)) return undefined;
  return {
    kind: 'metered',
    ...(run && { run }),
    ...(output && { output }),
    ...(font && { font }),
    ...(input && { input }),
    ...(made && { made }),
    ...(made && declared),
  };
}

/** True if every input that the rate depends on has a value even where nothing is chosen. */
function isSettled({ options = {} }: RowPrice, schema: InputSchema): boolean {
  return Object.keys(options).every((name) => schema[name]?.usual !== undefined);
}

function optionsOf(
  schema: InputSchema,
  prices: readonly RowPrice[],
  { promptKey, needed }: { readonly promptKey: string; readonly needed: readonly string[] },
): Record<string, OptionSpec> {
  const options: Record<string, OptionSpec> = {};
  for (const [name, field] of Object.entries(schema)) {
    if (notOptions.has(name) || name === promptKey || isPicture(name)) continue;
    const asked = name === declaringInput(schema) ? { ...field, usual: undefined } : field;
    const spec = specOf(name, asked, valuesIn(prices, name));
    const isNeeded = needed.includes(name) && { needed: true as const };
    if (spec)
      options[name] = { ...spec, ...namesOf(name, schema), ...about(name, schema), ...isNeeded };
  }
  return options;
}

/** The values of an input that rates name. */
function valuesIn(prices: readonly RowPrice[], name: string): string[] {
  return [...new Set(prices.flatMap(({ options }) => options?.[name] ?? []))];
}

function specOf(
  name: string,
  field: InputField,
  priced: readonly string[],
): OptionSpec | undefined {
  const { type, choices, usual, min, max, most } = field;
  const known = usual === undefined || usual === '' ? {} : { usual };
  const values = choices ?? (priced.length > 0 ? priced : undefined);
  if (values) return values.length > 1 ? { type: 'choice', values, ...known } : undefined;
  if (type === 'boolean') return { type: 'switch', usual: usual ?? 'false' };
  if (type === 'array')
    return name === 'font_urls' || name === 'font_texts'
      ? { type: 'list', ...(most !== undefined && { most }) }
      : undefined;
  if (type === 'string') return { type: 'text', ...known };
  if (type !== 'integer' && type !== 'number') return undefined;
  return {
    type: 'number',
    ...known,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(type === 'integer' && { whole: true as const }),
  };
}

/** Names that Puter takes for several models alike, and what their values are there. */
function namesOf(name: string, schema: InputSchema): Partial<OptionSpec> {
  const choices = schema[name]?.choices ?? [];
  if (name === qualityInput(schema) && name !== 'quality') return { names: ['quality', name] };
  if (choices.some((one) => / MP$/.test(one))) {
    const plain = choices.filter((one) => / MP$/.test(one));
    return {
      names: ['output_megapixels', name],
      also: Object.fromEntries(plain.map((one) => [one.replace(' MP', ''), one])),
    };
  }
  if (name === 'megapixels') return { names: ['output_megapixels', name] };
  if (name === 'num_inference_steps' || name === 'ddim_steps' || name === 'inference_steps')
    return 'steps' in schema ? {} : { names: ['steps', name] };
  if (name === 'guidance_scale' || name === 'cfg') return { names: ['guidance', name] };
  if (name === 'output_format') return { names: ['response_format', name] };
  return {};
}

/** The input that Puter's `quality` stands for: of that name, or the first with sizes like 1K. */
function qualityInput(schema: InputSchema): string | undefined {
  if ('quality' in schema) return 'quality';
  return ['resolution', 'image_size', 'size'].find((name) =>
    schema[name]?.choices?.some((one) => /^\d+K$/.test(one)),
  );
}

function about(name: string, schema: InputSchema): Partial<OptionSpec> {
  const isHidden = hidden.test(name) || (name === 'megapixels' && 'width' in schema);
  return {
    ...(name === declaringInput(schema) && { resizes: true as const }),
    ...(isHidden && { hidden: true as const }),
  };
}

const shapeLimits = { min: 64, max: 16_384, step: 1, area: 16_384 ** 2 } as const;

/**
 * Pixels where the model takes width and height, else a shape. A size outside the model's limits is
 * brought inside, each side to a multiple of 8.
 */
function sizesOf(schema: InputSchema): Sizes {
  const { width, height, aspect_ratio: shape } = schema;
  const ratios = (shape?.choices ?? []).filter((one) => /^[1-9]\d{0,3}:[1-9]\d{0,3}$/.test(one));
  const named = ratios.length > 0 && { ratios };
  if (width && height && (ratios.length === 0 || shape?.choices?.includes('custom'))) {
    const listed = listedSizes(width, height);
    if (listed) return listed;
    const [min, max] = [up8(width.min ?? 64), Math.floor((width.max ?? 4096) / 8) * 8];
    return { pixels: 'exact', min, max, step: 8, area: max ** 2, snaps: 'sides', ...named };
  }
  return { ...shapeLimits, pixels: 'ratio', ...named };
}

function up8(side: number): number {
  return Math.max(64, Math.ceil(side / 8) * 8);
}

/** Every pair of the lengths that a model lists; it refuses others. */
function listedSizes(width: InputField, height: InputField): Sizes | undefined {
  if (!width.choices || !height.choices) return undefined;
  const [widths, heights] = [width.choices.map(Number), height.choices.map(Number)];
  const all = [...widths, ...heights];
  const [min, max] = [Math.min(...all), Math.max(...all)];
  const step = widths.length > 1 ? (max - min) / (widths.length - 1) : 0;
  if (widths.length > 14 && step > 0 && widths.every((width) => (width - min) % step === 0))
    return { pixels: 'exact', min, max, step, area: max ** 2, snaps: 'sides' };
  const also = widths.flatMap((w) => heights.map((h) => `${w}x${h}`));
  return {
    pixels: 'exact',
    min,
    max,
    step: 1,
    area: max ** 2,
    also: also.slice(-200),
    only: true,
    snaps: 'sides',
  };
}
