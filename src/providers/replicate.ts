import { defined } from '../base/defined.js';
import { fields, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { atMost, cannotAsk, dataUrl, nearestRatio, pathPart, seedOf } from './order.js';
import { firstItems } from './pictures.js';
import { pollRefusal, refusal, unreadable } from './refusal.js';
import { emptyAccount } from './empty-account.js';
import { contentRefusals, unwanted } from './usual-refusals.js';
import { shortened, wholeWords } from './words.js';

const base = 'https://api.replicate.com/v1';
const ratios = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'];

const names: Readonly<Record<string, string>> = {
  'flux-1-kontext-pro': 'flux-kontext-pro',
  'flux-1-kontext-max': 'flux-kontext-max',
  'flux-1-schnell': 'flux-schnell',
  'flux-1-dev': 'flux-dev',
  'flux-1.1-pro-raw': 'flux-1.1-pro-ultra',
  'flux-1-fill-pro': 'flux-fill-pro',
};

/** Source: its OpenAPI file of 2026-04-09, `{title, detail, status}`. */
const refusals: readonly RefusalRule[] = [...contentRefusals, ...emptyAccount];

/** More words of the models' own filters, in a prediction that failed. E005 is their error code. */
const filtered = /sensitive|safety|unsafe|prohibited|\bE005\b/i;

/**
 * Replicate's predictions. Source: api.replicate.com/openapi.json of 2026-04-09. A relay is needed,
 * because a page "can't interact with Replicate's API directly from a browser" (README of
 * `replicate`). It reports no cost.
 */
export const replicate: Adapter = {
  id: 'replicate',
  name: 'Replicate',
  base,
  keyHosts: ['api.replicate.com'],
  browsers: 'no',
  answers: 'job',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    const name = nameOf(order.model);
    const { prompt } = order;
    return {
      method: 'POST',
      url: `${base}/models/${name}/predictions`,
      json: { input: defined({ prompt, seed: seedOf(order), ...inputs(order, name) }) },
    };
  },
  readSubmit: (reply) => readPrediction(reply, refused),
  poll: ({ id }) => ({ method: 'GET', url: `${base}/predictions/${id}` }),
  readPoll: (reply) => readPrediction(reply, refusedPoll),
  cancel: ({ id }) => ({ method: 'POST', url: `${base}/predictions/${id}/cancel` }),
  balance: () => ({ method: 'GET', url: `${base}/account` }),
};

function nameOf(model: string): string {
  return pathPart(model.includes('/') ? model : `black-forest-labs/${names[model] ?? model}`);
}

/**
 * `output_megapixels`: the value the quote was computed with, if there is one. Otherwise the choice
 * nearest in ratio, the smaller of two equally near, as pricing does.
 */
function megapixels({ width, height, sends }: PictureOrder): string {
  const off = (choice: string): number =>
    Math.abs(Math.log((width * height) / 1_048_576 / Number(choice)));
  return (
    text(sends?.['output_megapixels']) ??
    ['0.5', '1', '2', '4'].reduce((best, choice) =>
      off(choice) < off(best) - 1e-9 ? choice : best,
    )
  );
}

/** Each model's own input, as documented on its page at replicate.com. */
function inputs(order: PictureOrder, name: string): Record<string, unknown> {
  const { steps } = order;
  const aspect_ratio = nearestRatio(order, ratios);
  const images = (most: number): string[] | undefined =>
    order.references.length > 0 ? atMost(most, order).map(dataUrl) : undefined;
  if (/fill/.test(name)) {
    const [image, second] = images(2) ?? [];
    if (!image) throw cannotAsk('a picture to fill in');
    return { image, mask: order.mask ? dataUrl(order.mask) : second };
  }
  if (/kontext/.test(name)) return { aspect_ratio, input_image: images(1)?.[0] };
  if (/ultra/.test(name))
    return {
      aspect_ratio,
      raw: order.model.endsWith('raw') || undefined,
      image_prompt: images(1)?.[0],
    };
  if (/flux-2-klein/.test(name))
    return { aspect_ratio, output_megapixels: megapixels(order), images: images(4) };
  if (/flux-2-dev/.test(name)) return { aspect_ratio, input_images: images(4) };
  if (/flux-2/.test(name))
    return {
      aspect_ratio,
      resolution: `${megapixels(order)} MP`,
      input_images: images(8),
      steps: /flex/.test(name) ? steps : undefined,
    };
  if (/flux-(schnell|dev)$/.test(name))
    return { aspect_ratio, num_inference_steps: steps, image: images(0)?.[0] };
  return { aspect_ratio, image_prompt: images(/1\.1-pro/.test(name) ? 1 : 0)?.[0] };
}

function refused(reply: Reply): Outcome | undefined {
  return refusal(reply, false, refusals);
}
function refusedPoll(reply: Reply): Outcome | undefined {
  return pollRefusal(reply, refusals);
}

/**
 * A prediction that ended without an image. `aborted` means "terminated before it started running",
 * so it cost nothing. `canceled` may be Replicate's own deadline or someone's request; the time it
 * ran may be charged.
 */
function ended(status: 'failed' | 'canceled' | 'aborted', error: unknown): Outcome {
  const said = wholeWords({ error }) ?? '';
  const isUnwanted = status === 'failed' && (unwanted.test(said) || filtered.test(said));
  const detail = said === '' && status !== 'failed' ? status : shortened(said);
  return {
    kind: 'refused',
    code: isUnwanted ? 'content-refused' : 'provider-failed',
    charge: status === 'aborted' ? 'none' : 'possible',
    ...defined({ detail: detail || undefined }),
  };
}

function readPrediction(reply: Reply, refuse: (reply: Reply) => Outcome | undefined): Outcome {
  const turnedDown = refuse(reply);
  if (turnedDown) return turnedDown;
  const { id, status, output, error } = fields(reply.body);
  const job = text(id);
  if (!job || !/^\w+$/.test(job)) return unreadable();
  switch (status) {
    case 'succeeded':
      return {
        kind: 'done',
        images: [output, ...firstItems(output)].flatMap((url) =>
          text(url) ? [{ url: String(url) }] : [],
        ),
      };
    case 'failed':
    case 'canceled':
    case 'aborted':
      return ended(status, error);
    default:
      return text(status) ? { kind: 'pending', job: { id: job } } : unreadable();
  }
}
