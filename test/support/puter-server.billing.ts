/**
 * What Puter's backend bills, by formulae measured against that backend (2026-08-21, charges equal
 * to the last microcent) and read in its source
 * where marked. Written apart from `src/pricing`, with numbers as Puter does it, so that the two
 * can disagree.
 */

export interface MeterLine {
  units: number;
  cost: number;
  count: number;
}

/** One row of `GET /puterai/image/models/details`. Two currencies in one list, as measured. */
interface Model {
  readonly id: string;
  readonly provider: string;
  readonly puterId?: string;
  readonly name: string;
  readonly costs_currency: 'usd-cents' | 'usd-microcents';
  readonly costs: Readonly<Record<string, number>>;
  readonly [more: string]: unknown;
}

function replicate(
  name: string,
  costs: Record<string, number>,
  more: Record<string, unknown> = {},
): Model {
  return {
    id: `black-forest-labs/${name}`,
    puterId: `replicate:black-forest-labs/${name}`,
    aliases: [name],
    name,
    costs_currency: 'usd-cents',
    costs,
    billingScheme: 'output' in costs ? 'per-image' : 'megapixel',
    provider: 'replicate-image-generation',
    replicateId: `black-forest-labs/${name}`,
    ...more,
  };
}
function together(name: string, unit: 'per-image' | '1MP', cents: number): Model {
  return {
    id: `togetherai:black-forest-labs/${name}`,
    name,
    costs_currency: 'usd-cents',
    pricing_unit: unit === '1MP' ? 'per-MP' : unit,
    index_cost_key: unit,
    costs: { [unit]: cents },
    provider: 'together-image-generation',
  };
}
function cloudflare(
  name: string,
  puterId: string,
  scheme: string,
  costs: Record<string, number>,
  more: Record<string, unknown> = {},
): Model {
  return {
    id: `@cf/black-forest-labs/${name}`,
    puterId: `workers-ai:black-forest-labs/${puterId}`,
    name,
    costs_currency: 'usd-microcents',
    costs,
    billingScheme: scheme,
    provider: 'cloudflare-image-generation',
    ...more,
  };
}

export const models: readonly Model[] = [
  replicate(
    'flux-2-pro',
    { run: 1.5, input_mp: 1.5, output_mp: 1.5 },
    {
      index_cost_key: 'output_mp',
      imageInputKey: 'input_images',
      allowed_params: ['seed', 'output_megapixels'],
    },
  ),
  replicate(
    'flux-2-dev',
    { input_mp: 1.4, output_mp: 1.4 },
    {
      costs_go_fast: { input_mp: 1.2, output_mp: 1.2 },
      imageInputKey: 'input_images',
      param_transforms: { go_fast: { default: true } },
    },
  ),
  replicate(
    'flux-2-klein-9b-base',
    { input_mp: 1.1, output_mp: 1.1 },
    { aliases: ['flux-2-klein-9b'], imageInputKey: 'images' },
  ),
  replicate('flux-2-klein-4b', { input_mp: 0.1, output_mp: 0.1 }, { imageInputKey: 'images' }),
  replicate('flux-schnell', { output: 0.3 }, { aliases: ['flux-1-schnell'] }),
  replicate('flux-1.1-pro', { output: 4 }, { singleImageInputKey: 'image_prompt' }),
  together('flux.2-pro', 'per-image', 3),
  together('flux.2-flex', 'per-image', 3),
  together('flux.2-dev', 'per-image', 1.54),
  together('flux.2-max', '1MP', 7),
  together('flux.1.1-pro', '1MP', 4),
  together('flux.1-kontext-pro', '1MP', 4),
  together('flux.1-kontext-max', '1MP', 8),
  together('flux.1-schnell', '1MP', 0.27),
  cloudflare(
    'flux-1-schnell',
    'flux.1-schnell',
    'tile-plus-step',
    { tile_512: 5280, step: 10560 },
    { defaultSteps: 4 },
  ),
  cloudflare(
    'flux-2-dev',
    'flux.2-dev',
    'flux2-dev-tile-step',
    { input_tile_512_per_step: 21000, output_tile_512_per_step: 41000 },
    { defaultSteps: 25 },
  ),
  cloudflare('flux-2-klein-4b', 'flux.2-klein-4b', 'flux2-klein-4b-tile', {
    input_tile_512: 5900,
    output_tile_512: 28700,
  }),
  cloudflare('flux-2-klein-9b', 'flux.2-klein-9b', 'flux2-klein-9b-mp', {
    first_mp: 1_500_000,
    subsequent_mp: 200_000,
    input_image_mp: 200_000,
  }),
];

export interface Args {
  readonly [name: string]: unknown;
}

/** A request Puter turns down before it asks a supplier: HTTP 400, `bad_request`, not charged. */
export class BadRequest extends Error {}

/**
 * Trap, measured: without `provider` the first supplier that has the id or an alias of that
 * spelling serves and bills it.
 */
function resolve({ model, provider }: Args): Model {
  if (typeof model !== 'string') throw new BadRequest('Missing `model`');
  const wanted = model.trim().toLowerCase();
  const flat = (id: string): string =>
    id.replace(/^(@cf\/|togetherai:|workers-ai:)/, '').replace(/flux[.-]/, 'flux.');
  const order = [
    'together-image-generation',
    'cloudflare-image-generation',
    'replicate-image-generation',
  ];
  const found =
    provider === undefined
      ? order
          .flatMap((name) => models.filter((row) => row.provider === name))
          .find((row) =>
            namesOf(row).some((name) => name === wanted || flat(name) === flat(wanted)),
          )
      : models.find((row) => namesOf(row).includes(wanted) && row.provider === provider);
  if (!found) throw new BadRequest(`Model not found: ${model}`);
  return found;
}

/** What a row answers to: its id, and `puterId`, which is an alias of it (its source). */
function namesOf({ id, puterId = id }: Model): readonly string[] {
  return [id, puterId];
}

function pixelsOf(image: unknown): number {
  // PNG header of a data URI; 1 MP when unreadable (measured).
  const bytes = Buffer.from(String(image).replace(/^data:[^,]*,/, ''), 'base64');
  return bytes.length > 24 && bytes.readUInt32BE(12) === 0x49484452
    ? bytes.readUInt32BE(16) * bytes.readUInt32BE(20)
    : 1_000_000;
}

function sizeOf(args: Args): { w: number; h: number } {
  const ratio = args.ratio as { w: number; h: number } | undefined;
  if (ratio) return ratio;
  if (typeof args.width === 'number' && typeof args.height === 'number')
    return { w: args.width, h: args.height };
  const [w, h] = (typeof args.aspect_ratio === 'string' ? args.aspect_ratio : '')
    .split(':')
    .map(Number);
  return w && h ? { w, h } : { w: 1024, h: 1024 };
}

/**
 * How many reference pictures get through to the supplier (read in its source, measured for FLUX1.1
 * pro): what a row has no key for is dropped, and billed nevertheless.
 */
export function reached(args: Args): number {
  const { provider, imageInputKey, singleImageInputKey } = resolve(args);
  const one = typeof args.input_image === 'string' ? 1 : 0;
  const several = Array.isArray(args.input_images) ? args.input_images.length : 0;
  if (provider !== 'replicate-image-generation') return one + several;
  return imageInputKey === undefined
    ? singleImageInputKey === undefined
      ? 0
      : one
    : one + several;
}

/** The lines one picture adds to the usage report: key, units and microcents. */
export function bill(args: Args): {
  model: Model;
  lines: readonly (readonly [key: string, units: number, cost: number])[];
} {
  const model = resolve(args);
  const images = Array.isArray(args.input_images)
    ? (args.input_images as unknown[])
    : args.input_image === undefined
      ? []
      : [args.input_image];
  const { costs } = model;
  const cost = (name: string, of = costs): number => of[name] ?? 0;
  const { w, h } = sizeOf(args);
  if (model.provider === 'together-image-generation') {
    if (images.length > 1) throw new BadRequest('Together AI supports only a single input image');
    const perImage = 'per-image' in costs;
    const units = perImage ? 1 : (w * h) / 1e6;
    const key = perImage ? 'per-image' : '1MP';
    return { model, lines: [[`${model.id}:${key}`, units, cost(key) * units * 1e6]] };
  }
  if (model.provider === 'replicate-image-generation') {
    const key = `replicate:${model.id}`;
    if ('output' in costs)
      return { model, lines: [[`${key}:output`, 1, Math.round(cost('output') * 1e6)]] };
    // Measured: only text is read; and flux-2-dev is billed by it without passing it on.
    const declared =
      typeof args.output_megapixels === 'string' ? parseFloat(args.output_megapixels) : NaN;
    const output = declared > 0 ? declared : 1;
    const input = images.reduce<number>((sum, image) => sum + Math.ceil(pixelsOf(image) / 1e6), 0);
    const table =
      (args.go_fast ?? true) && model.costs_go_fast
        ? (model.costs_go_fast as Record<string, number>)
        : costs;
    const lines = (
      [
        ['run', 1],
        ['output_mp', output],
        ['input_mp', input],
      ] as const
    )
      .filter(([name, units]) => cost(name, table) > 0 && units > 0)
      .map(
        ([name, units]) =>
          [`${key}:${name}`, units, Math.round(cost(name, table) * units * 1e6)] as const,
      );
    return { model, lines };
  }
  if (images.length > 1) throw new BadRequest('Cloudflare supports only a single input image');
  const key = `cloudflare:${String(model.puterId)}`;
  const tiles = Math.ceil(w / 512) * Math.ceil(h / 512);
  const steps = Math.max(
    1,
    Math.min(50, Math.round(Number(args.steps ?? model.defaultSteps ?? 25))),
  );
  const units: Record<string, Record<string, number>> = {
    'tile-plus-step': { tile_512: tiles, step: steps },
    'flux2-dev-tile-step': {
      input_tile_512_per_step: tiles * steps,
      output_tile_512_per_step: tiles * steps,
    },
    'flux2-klein-4b-tile': { input_tile_512: tiles, output_tile_512: tiles },
    'flux2-klein-9b-mp': {
      first_mp: Math.min((w * h) / 1e6, 1),
      subsequent_mp: Math.max(0, (w * h) / 1e6 - 1),
      input_image_mp: images.length > 0 ? (w * h) / 1e6 : 0,
    },
  };
  const lines = Object.entries(units[String(model.billingScheme)] ?? {})
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => [`${key}:${name}`, amount, Math.round(amount * cost(name))] as const);
  return { model, lines };
}
