import { seedIn } from '../base/seed.js';
import { defined } from '../base/defined.js';
import { decimalText } from '../base/decimal-text.js';
import { fields, finite, list, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Job, Outcome, Usage } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { mayHoldKey } from './key-gate.js';
import { atMost, cannotAsk, dataUrl, nearestRatio, pathPart, seedOf } from './order.js';
import { firstItems } from './pictures.js';
import { pollRefusal, refusal, spent, unreadable } from './refusal.js';
import { emptyAccount } from './empty-account.js';
import { contentRefusals } from './usual-refusals.js';

const keyHosts = ['queue.fal.run', 'fal.run', 'api.fal.ai'];
const queue = 'https://queue.fal.run';
/** Its FLUX models reply with seeds of 64 bits, without a sign. */
const mostSeed = 18_446_744_073_709_551_615n;

const ratios = ['21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21'];

const endpoints: Readonly<Record<string, string>> = {
  'flux-2-klein-4b': 'flux-2/klein/4b',
  'flux-2-klein-9b': 'flux-2/klein/9b',
  'flux-2-dev': 'flux-2',
  'flux-1-kontext-pro': 'flux-pro/kontext',
  'flux-1-kontext-max': 'flux-pro/kontext/max',
  'flux-1-schnell': 'flux/schnell',
  'flux-1-dev': 'flux/dev',
  'flux-1.1-pro': 'flux-pro/v1.1',
  'flux-1.1-pro-ultra': 'flux-pro/v1.1-ultra',
  'flux-1.1-pro-raw': 'flux-pro/v1.1-ultra',
};

/**
 * Source: fal.ai/docs, model-apis/errors (`detail` is a list with a `type`) and
 * model-apis/request-errors (`detail` is text, `error_type` a name that is also in
 * `X-Fal-Error-Type`). An account without money is locked and gets a 403, but its key is still
 * valid.
 */
const refusals: readonly RefusalRule[] = [
  { named: /content_policy|safety|nsfw/, code: 'content-refused' },
  { status: [401, 402, 403], says: /locked|balance|credits/i, code: 'insufficient-funds' },
  { named: /^downstream_service_error$/, code: 'provider-failed' },
  { named: /^downstream_service_unavailable$/, code: 'provider-busy' },
  ...contentRefusals,
  ...emptyAccount,
];

/**
 * fal's queue. Source: @fal-ai/client 1.10.1 and fal.ai/docs; "Server errors (HTTP 500+) are never
 * charged". The result carries the header `x-fal-billable-units`, if CORS lets the page read it.
 */
export const fal: Adapter = {
  id: 'fal',
  name: 'fal',
  base: queue,
  keyHosts,
  browsers: 'yes',
  answers: 'job',
  freeServerErrors: true,
  mostSeed,
  refusals,
  auth: (key) => ({ authorization: `Key ${key}` }),
  submit: (order) => {
    const path = endpointOf(order);
    guardSize(path, order);
    return { method: 'POST', url: `${queue}/${path}`, json: defined(inputs(order, path)) };
  },
  readSubmit: (reply) => {
    const refused = refusal(reply, true, refusals);
    if (refused) return refused;
    const { status_url, response_url, cancel_url, queue_position } = fields(reply.body);
    const [status, result, cancel] = [pathOf(status_url), pathOf(response_url), pathOf(cancel_url)];
    if (!status || !result)
      return unreadable(text(status_url) && 'status_url is not at queue.fal.run');
    const position = finite(queue_position);
    return {
      kind: 'pending',
      job: {
        status,
        result,
        ...defined({ cancel: cancel || undefined }),
      },
      waitMs: 500,
      ...defined({ progress: position === undefined ? undefined : { position } }),
    };
  },
  poll: ({ status, result, ready }) => ({
    method: 'GET',
    url: `${queue}${ready ? result : status}`,
  }),
  readPoll,
  // One call for all models: the endpoint accepts fifty ids.
  prices: (models) => {
    const paths = new Set(
      models.flatMap((model) => [pathTo(model, 'text'), pathTo(model, 'edit')]),
    );
    return {
      method: 'GET',
      url: `https://api.fal.ai/v1/models/pricing?endpoint_id=${[...paths].slice(0, 50).map(encodeURIComponent).join(',')}`,
    };
  },
  readPrices: ({ body }) =>
    list(fields(body).prices).flatMap((one) => {
      const { endpoint_id, unit_price, unit, currency } = fields(one);
      const [path, each, per] = [text(endpoint_id), decimalText(unit_price), text(unit)];
      return path && each !== undefined && per && currency === 'USD'
        ? modelsAt(path).map((about) => ({ ...about, amount: each, unit: per.slice(0, 40) }))
        : [];
    }),
  // Without a `cancel_url` the path is the documented one: `/requests/{id}/cancel`.
  cancel: ({ cancel, status = '' }) => ({
    method: 'PUT',
    url: `${queue}${cancel ?? status.replace(/(\/requests\/[^/?]+).*/, '$1/cancel')}`,
  }),
};

function readPoll(reply: Reply, job: Job): Outcome {
  const { status, queue_position } = fields(reply.body);
  const refused = (job['ready'] ? endedBadly(reply) : undefined) ?? pollRefusal(reply, refusals);
  if (refused) return refused;
  if (job['ready']) return readResult(reply);
  if (status === 'COMPLETED') return { kind: 'pending', job: { ...job, ready: '1' }, waitMs: 0 };
  if (!text(status)) return unreadable();
  const position = finite(queue_position);
  return {
    kind: 'pending',
    job,
    ...defined({ progress: position === undefined ? undefined : { position } }),
  };
}

function readResult(reply: Reply): Outcome {
  const { images, image, seed, has_nsfw_concepts } = fields(reply.body);
  if (list(has_nsfw_concepts)[0] === true)
    return {
      kind: 'refused',
      code: 'content-refused',
      charge: 'charged',
      ...billed(reply.headers),
    };
  const made = [...firstItems(images), image].flatMap((item) => {
    const { url, width, height } = fields(item);
    const [link, w, h] = [text(url), finite(width), finite(height)];
    return link
      ? {
          url: link,
          ...defined({ width: w && h ? w : undefined, height: w && h ? h : undefined }),
        }
      : [];
  });
  return made.length > 0 || (Array.isArray(images) && images.length === 0)
    ? {
        kind: 'done',
        images: made,
        ...billed(reply.headers),
        ...defined({ seed: seedIn(seed) }),
      }
    : unreadable();
}

function pathTo(model: string, made: 'text' | 'edit'): string {
  const known = endpoints[model] ?? (model.includes('/') ? undefined : model);
  const path = known === undefined ? pathPart(model) : `fal-ai/${pathPart(known)}`;
  return made === 'edit' && path.startsWith('fal-ai/flux-2') && !path.endsWith('/edit')
    ? `${path}/edit`
    : path;
}

function endpointOf({ model, references }: PictureOrder): string {
  return pathTo(model, references.length > 0 ? 'edit' : 'text');
}

/** Our models that one of fal's endpoints serves. */
function modelsAt(path: string): { model: string; when: 'text' | 'edit' }[] {
  const own = path.replace(/^fal-ai\//, '').replace(/\/edit$/, '');
  const ours = Object.keys(endpoints).filter((model) => endpoints[model] === own);
  return (ours.length > 0 ? ours : [own]).map((model) => ({
    model,
    when: /\/edit$|kontext/.test(path) ? 'edit' : 'text',
  }));
}

/** FLUX.2 dev is documented for 512 to 2048 pixels a side; fal refuses other sizes. */
function guardSize(path: string, { width, height }: PictureOrder): void {
  if (!/^fal-ai\/flux-2(\/edit)?$/.test(path)) return;
  if (Math.min(width, height) < 512 || Math.max(width, height) > 2048)
    throw cannotAsk('512 to 2048 pixels a side');
}

function inputs(order: PictureOrder, path: string): Record<string, unknown> {
  const { prompt, steps, width, height } = order;
  const seed = seedOf(order, mostSeed);
  const isKontext = path.includes('kontext');
  if (isKontext || path.includes('ultra')) {
    const [image] = atMost(isKontext ? 1 : 0, order).map(dataUrl);
    if (isKontext && !image) throw cannotAsk('a picture to start from');
    return {
      prompt,
      seed,
      aspect_ratio: nearestRatio(order, ratios),
      raw: order.model.endsWith('raw') || undefined,
      image_url: image,
    };
  }
  const images = atMost(mostImages(path), order).map(dataUrl);
  const num_inference_steps = /flux-2-(pro|max)|v1\.1/.test(path) ? undefined : steps;
  return {
    prompt,
    seed,
    image_size: { width, height },
    num_inference_steps,
    image_urls: images.length > 0 ? images : undefined,
  };
}

/** How many pictures an endpoint takes to start from. */
function mostImages(path: string): number {
  if (path.includes('klein')) return 4;
  return path.endsWith('/edit') ? 8 : 0;
}

/** The path of a queue URL from fal's reply. fal says these URLs must be used as given. */
function pathOf(url: unknown): string | undefined {
  const at = text(url);
  return at?.startsWith(`${queue}/`) && mayHoldKey({ keyHosts }, at)
    ? at.slice(queue.length)
    : undefined;
}

function billed(headers: Readonly<Record<string, string>>): { usage?: Usage } {
  const amount = decimalText(headers['x-fal-billable-units']);
  return amount === undefined ? {} : { usage: { unit: 'billable-units', amount } };
}

/**
 * The refusal for a job that ran and failed. Such a reply names an error type; a 5xx without one is
 * only a gateway problem while fetching the result. "Server errors (HTTP 500+) are never charged",
 * a 4xx of the model "may still be charged", and then its units are counted.
 */
function endedBadly(reply: Reply): Outcome | undefined {
  const { detail, error_type } = fields(reply.body);
  const type =
    text(error_type) ??
    text(reply.headers['x-fal-error-type']) ??
    text(fields(list(detail)[0]).type);
  const isOver =
    type !== undefined &&
    reply.status >= 400 &&
    ![401, 403, 404, 408, 409, 425, 429].includes(reply.status);
  const found = isOver ? refusal(reply, true, refusals) : undefined;
  return (
    found &&
    (reply.status < 500
      ? spent({ ...found, charge: 'possible' }, billed(reply.headers))
      : { ...found, charge: 'none' })
  );
}
