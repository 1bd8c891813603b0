import { defined } from '../base/defined.js';
import type { Adapter, RefusalRule } from './adapter.js';
import { atMost, dataUrl, pathPart, seedOf } from './order.js';
import { readPictures } from './pictures.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

const base = 'https://api.together.ai/v1';

const names: Readonly<Record<string, string>> = {
  'flux-1-schnell': 'FLUX.1-schnell',
  'flux-1-dev': 'FLUX.1-dev',
  'flux-1.1-pro': 'FLUX.1.1-pro',
  'flux-1-kontext-pro': 'FLUX.1-kontext-pro',
  'flux-1-kontext-max': 'FLUX.1-kontext-max',
  'flux-2-pro': 'FLUX.2-pro',
  'flux-2-flex': 'FLUX.2-flex',
  'flux-2-max': 'FLUX.2-max',
  'flux-2-dev': 'FLUX.2-dev',
};

/**
 * Source: docs.together.ai/docs/error-codes. OpenAI's format; its 403 means that the request is too
 * long, not that the key lacks a permission.
 */
const refusals: readonly RefusalRule[] = [
  ...usualRefusals,
  ...contentRefusals,
  { status: [403], says: /token count|context length|max_tokens|too long/i, code: 'invalid-input' },
];

/**
 * Together AI. Source for fields: its openapi.yaml of 2026-04-28. It reports no cost. CORS is not
 * documented, so a free call is sent first.
 */
export const together: Adapter = {
  id: 'together',
  name: 'Together AI',
  base,
  keyHosts: ['api.together.ai', 'api.together.xyz'],
  browsers: 'unknown',
  answers: 'picture',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => ({ method: 'POST', url: `${base}/images/generations`, json: bodyOf(order) }),
  readSubmit: (reply) => readPictures(reply, {}, refusals),
  balance: () => ({ method: 'GET', url: `${base}/models` }),
};

function bodyOf(order: Parameters<Adapter['submit']>[0]): Record<string, unknown> {
  const { model, prompt, width, height, steps } = order;
  const isKontext = model.includes('kontext');
  const images = atMost(isKontext ? 1 : /flux-?\.?2/i.test(model) ? 8 : 0, order).map(dataUrl);
  const name = names[model];
  return defined({
    model: name ? `black-forest-labs/${name}` : pathPart(model),
    prompt,
    width,
    height,
    steps,
    seed: seedOf(order),
    n: 1,
    response_format: 'base64',
    image_url: isKontext ? images[0] : undefined,
    reference_images: !isKontext && images.length > 0 ? images : undefined,
  });
}
