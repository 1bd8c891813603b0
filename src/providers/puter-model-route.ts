import { defined } from '../base/defined.js';

/** One model as one of Puter's suppliers serves it. */
export interface PuterModelRoute {
  /** The id on the wire. Puter lower-cases ids itself, so they are written that way. */
  readonly model: string;
  /**
   * Always sent: without it an exact id may be served, and billed up to 4.5 times dearer, by
   * another supplier that has it as an alias.
   */
  readonly provider: string;
  /**
   * Where Puter reads the size from: `pixels` as width and height, `ratio` as a shape (the supplier
   * then makes a size of its own).
   */
  readonly size: 'pixels' | 'ratio';
  /**
   * The most reference pictures; more are refused by Puter (Together, Cloudflare) or silently
   * dropped by it (those with 0).
   */
  readonly references: number;
  /**
   * Where Puter reads reference pictures from: `input_image` on models that take only one there,
   * which drop the other and are billed all the same (measured).
   */
  readonly pictures: 'input_image' | 'input_images';
  /**
   * Paid parameters and steps that reach the supplier. What is billed but not passed on is not in
   * it (`output_megapixels` of flux-2-dev).
   */
  readonly passes: readonly string[];
  /** Sent as they are, so that the price does not hang on a default of somebody else's. */
  readonly fixed?: Readonly<Record<string, boolean>>;
}

type Row = readonly [
  id: string,
  references: number,
  passes?: readonly string[],
  fixed?: Readonly<Record<string, boolean>>,
];

const megapixels = ['output_megapixels'];
const steps = ['steps'];

/**
 * Read in Puter's public catalogue and its backend's source (2026-08-21), and measured against that
 * backend.
 */
const rows: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  replicate: {
    'flux-2-pro': ['black-forest-labs/flux-2-pro', 8, megapixels],
    'flux-2-dev': ['black-forest-labs/flux-2-dev', 4, [], { go_fast: true }],
    'flux-2-klein-9b': ['black-forest-labs/flux-2-klein-9b-base', 4, megapixels],
    'flux-2-klein-4b': ['black-forest-labs/flux-2-klein-4b', 4, megapixels],
    'flux-1-schnell': ['black-forest-labs/flux-schnell', 0, steps],
    'flux-1.1-pro': ['black-forest-labs/flux-1.1-pro', 1],
  },
  together: {
    'flux-2-pro': ['togetherai:black-forest-labs/flux.2-pro', 1, steps],
    'flux-2-flex': ['togetherai:black-forest-labs/flux.2-flex', 1, steps],
    'flux-2-dev': ['togetherai:black-forest-labs/flux.2-dev', 1, steps],
    'flux-2-max': ['togetherai:black-forest-labs/flux.2-max', 1, steps],
    'flux-1.1-pro': ['togetherai:black-forest-labs/flux.1.1-pro', 1, steps],
    'flux-1-kontext-pro': ['togetherai:black-forest-labs/flux.1-kontext-pro', 1, steps],
    'flux-1-kontext-max': ['togetherai:black-forest-labs/flux.1-kontext-max', 1, steps],
    'flux-1-schnell': ['togetherai:black-forest-labs/flux.1-schnell', 0, steps],
  },
  cloudflare: {
    'flux-1-schnell': ['@cf/black-forest-labs/flux-1-schnell', 0, steps],
    'flux-2-dev': ['@cf/black-forest-labs/flux-2-dev', 1, steps],
    'flux-2-klein-4b': ['@cf/black-forest-labs/flux-2-klein-4b', 1],
    'flux-2-klein-9b': ['@cf/black-forest-labs/flux-2-klein-9b', 1],
  },
};

/**
 * Models whose row in Puter's source names a key for a single picture (`singleImageInputKey`,
 * 2026-08-21); every other one has a list.
 */
const ofOnePicture: ReadonlySet<string> = new Set(['black-forest-labs/flux-1.1-pro']);

/**
 * Puter's other suppliers; their models keep their own ids. Gemini, xAI and BytePlus read a shape,
 * OpenAI pixels.
 */
const others: readonly string[] = ['openai', 'gemini', 'xai', 'byteplus'];
const shaped: readonly string[] = ['replicate', 'gemini', 'xai', 'byteplus'];

/** The ways a model of ours can be had through Puter. */
export function puterModelRoutes(model: string): readonly string[] {
  return Object.keys(rows).filter((route) => rows[route]?.[model]);
}

/**
 * The lane of a model on a route; `undefined` when there is none. Without a route only a model with
 * one route has a lane: which of
 * several serves decides the price, so it is never guessed.
 */
export function puterModelRoute(model: string, route?: string): PuterModelRoute | undefined {
  const known = puterModelRoutes(model);
  const chosen = route ?? (known.length === 1 ? known[0] : undefined);
  if (chosen === undefined || !(chosen in rows || others.includes(chosen))) return undefined;
  const [id, references, passes = [], fixed] =
    rows[chosen]?.[model] ??
    ([model.toLowerCase(), 1, [...megapixels, ...steps, 'quality']] satisfies Row);
  if (known.length > 0 && !known.includes(chosen)) return undefined;
  return {
    model: id,
    references,
    passes,
    provider: `${chosen}-image-generation`,
    pictures: ofOnePicture.has(id) ? 'input_image' : 'input_images',
    size: shaped.includes(chosen) ? 'ratio' : 'pixels',
    ...defined({ fixed: fixed || undefined }),
  };
}

/**
 * True when a line of the usage report belongs to the lane, e.g.
 * `togetherai:black-forest-labs/flux_dot_2-pro:per-image` to
 * FLUX.2 pro by Together. Cloudflare's lines spell the model with a dot where its id has a dash.
 */
export function isMeterOf({ model, provider }: Pick<PuterModelRoute, 'model' | 'provider'>) {
  return (key: string): boolean => {
    const name = plain(key);
    const supplier = provider.slice(0, provider.indexOf('-'));
    const wanted = plain(model).split(/[:/]/).at(-1) ?? '';
    return name.startsWith(supplier) && name.split(/[:/]/).includes(wanted);
  };
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll('_dot_', '.').replace(/[._]/g, '-');
}
