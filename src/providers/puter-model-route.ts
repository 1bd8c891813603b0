import { defined } from '../base/defined.js';

/** A model route: one model as served by one of Puter's suppliers. */
export interface PuterModelRoute {
  /** The id as sent. Puter converts ids to lower case itself, so they are written that way. */
  readonly model: string;
  /**
   * Always sent. Without it Puter may use another supplier that has the exact id as an alias, and
   * bill up to 4.5 times as much.
   */
  readonly provider: string;
  /**
   * Where Puter reads the size from: `pixels` as width and height, `ratio` as an aspect ratio (the
   * supplier then chooses the size).
   */
  readonly size: 'pixels' | 'ratio';
  /**
   * The most reference images. Puter refuses more (Together, Cloudflare) or silently drops them
   * (routes with 0).
   */
  readonly references: number;
  /**
   * Where Puter reads reference images from. Models that accept only one read `input_image`; they
   * ignore `input_images` but Puter bills it all the same (measured).
   */
  readonly pictures: 'input_image' | 'input_images';
  /**
   * Paid parameters, and steps, that reach the supplier. Parameters that are billed but not passed
   * on are left out (`output_megapixels` of flux-2-dev).
   */
  readonly passes: readonly string[];
  /** Always sent, so that the price does not depend on someone else's defaults. */
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
 * Source: Puter's public catalogue and its backend's source (2026-08-21), and measurements against
 * that backend.
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
 * Models for which Puter's source names a key for a single image (`singleImageInputKey`,
 * 2026-08-21); all others take a list.
 */
const ofOnePicture: ReadonlySet<string> = new Set(['black-forest-labs/flux-1.1-pro']);

/** The most reference images that any model at Puter takes; the price list says how many. */
const mostPictures = 14;

/** Puter's other suppliers; their models keep their own ids. */
const others: readonly string[] = ['openai', 'gemini', 'xai', 'byteplus'];

/** The suppliers that take an aspect ratio; all others take pixels. */
const takesAspectRatio: readonly string[] = ['replicate', 'gemini', 'xai', 'byteplus'];

/** The suppliers through which Puter serves one of our models. */
export function puterModelRoutes(model: string): readonly string[] {
  return Object.keys(rows).filter((route) => rows[route]?.[model]);
}

/**
 * The model route for a supplier; `undefined` if there is none. `route` may be omitted only for a
 * model with a single supplier: the supplier decides the price, so it is never guessed.
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
    size: takesAspectRatio.includes(chosen) ? 'ratio' : 'pixels',
    ...defined({ fixed: fixed || undefined }),
  };
}

/**
 * The model route of an id that Puter's list names. What else is sent was priced from that list;
 * one reference goes by the name for one at the older Replicate models, which bill it twice
 * otherwise.
 */
export function listedModelRoute(id: string, model: string, route: string): PuterModelRoute {
  const known = puterModelRoute(model, route);
  return {
    model: id,
    references: known && known.model === id ? known.references : mostPictures,
    passes: [],
    provider: `${route}-image-generation`,
    pictures: known?.pictures ?? 'input_images',
    size: known?.size ?? 'ratio',
  };
}

/**
 * Returns a test for the usage report's keys that belong to a model route, e.g.
 * `togetherai:black-forest-labs/flux_dot_2-pro:per-image` for FLUX.2 pro at Together. In
 * Cloudflare's keys the model has a dot where its id has a dash.
 */
export function isMeterOf(route: Pick<PuterModelRoute, 'model' | 'provider'>) {
  return (key: string): boolean => isOfModel(key, route) && isOfSupplier(key, route);
}

/** The same for keys by which another supplier bills a model of that name. */
export function isMeterElsewhere(route: Pick<PuterModelRoute, 'model' | 'provider'>) {
  return (key: string): boolean => isOfModel(key, route) && !isOfSupplier(key, route);
}

function isOfModel(key: string, { model }: Pick<PuterModelRoute, 'model'>): boolean {
  const wanted = plain(model).split(/[:/]/).at(-1) ?? '';
  return plain(key).split(/[:/]/).includes(wanted);
}

function isOfSupplier(key: string, { provider }: Pick<PuterModelRoute, 'provider'>): boolean {
  return plain(key).startsWith(provider.slice(0, provider.indexOf('-')));
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll('_dot_', '.').replace(/[._]/g, '-');
}
