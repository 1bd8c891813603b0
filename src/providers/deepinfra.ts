import { defined } from '../base/defined.js';
import { decimalText } from '../base/decimal-text.js';
import { fields, finite, list, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Outcome, Usage } from './outcome.js';
import { atMost, pathPart } from './order.js';
import { firstItems, readPictures } from './pictures.js';
import { refusal } from './refusal.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

const base = 'https://api.deepinfra.com';

const names: Readonly<Record<string, string>> = {
  'flux-1-schnell': 'FLUX-1-schnell',
  'flux-1-dev': 'FLUX-1-dev',
  'flux-1.1-pro': 'FLUX-1.1-pro',
  'flux-1-kontext-pro': 'FLUX.1-Kontext-pro',
  'flux-2-dev': 'FLUX-2-dev',
  'flux-2-pro': 'FLUX-2-pro',
  'flux-2-max': 'FLUX-2-max',
};

/**
 * Source: its openapi.json of 2026-05-20. `detail` is a list, or there is an `{error}`, inside
 * `detail` or not. The message for an account without funds asks the reader to add some.
 */
const refusals: readonly RefusalRule[] = [
  ...usualRefusals,
  ...contentRefusals,
  {
    status: [400, 403],
    says: /payment method|balance|add funds|spending limit/i,
    code: 'insufficient-funds',
  },
];

/**
 * DeepInfra's own endpoint, because it reports the cost; its OpenAI-compatible one does not. Source
 * for fields and reply: the API pages of its FLUX models and its SDK deepinfra-node
 * (`TextToImageRequest`, `TextToImageResponse`). Neither says that FLUX.2 uses a seed, so none is
 * sent. CORS is not documented, so a free call is sent first: its `Checklist` of 2026-05-20.
 */
export const deepinfra: Adapter = {
  id: 'deepinfra',
  name: 'DeepInfra',
  base,
  keyHosts: ['api.deepinfra.com'],
  browsers: 'unknown',
  answers: 'picture',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    atMost(0, order);
    const { model, prompt, width, height, steps } = order;
    const name = names[model];
    // For other models steps are not documented, and their price does not depend on them.
    const counts = /dev|schnell/i.test(model);
    return {
      method: 'POST',
      url: `${base}/v1/inference/${name ? `black-forest-labs/${name}` : pathPart(model)}`,
      json: defined({ prompt, width, height, num_inference_steps: counts ? steps : undefined }),
    };
  },
  readSubmit,
  balance: () => ({ method: 'GET', url: `${base}/payment/checklist` }),
  readBalance: ({ body }) => {
    const usd = funds(body);
    return usd === undefined ? undefined : { usd };
  },
};

/**
 * `inference_status.cost` in US dollars. Its own example has 0 with the status `unknown`, so a 0
 * counts only with the status `succeeded`.
 */
function cost(body: unknown): { usage?: Usage } {
  const { status, cost: dollars } = fields(fields(body).inference_status);
  const amount = decimalText(dollars);
  return amount === undefined || (Number(amount) === 0 && status !== 'succeeded')
    ? {}
    : { usage: { unit: 'usd', amount } };
}

function readSubmit(reply: Reply): Outcome {
  const { images, nsfw_content_detected } = fields(reply.body);
  const made = firstItems(images).flatMap((url) => (text(url) ? [{ url: String(url) }] : []));
  const used = cost(reply.body);
  if (made.length > 0)
    return refusal(reply, false, refusals) ?? { kind: 'done', images: made, ...used };
  if (list(nsfw_content_detected)[0] === true)
    return {
      kind: 'refused',
      code: 'content-refused',
      charge: used.usage ? 'charged' : 'possible',
      ...used,
    };
  const outcome = readPictures(reply, used, refusals);
  const { status } = fields(fields(reply.body).inference_status);
  return status === 'failed' && outcome.kind === 'refused' && outcome.code === 'unreadable-reply'
    ? { ...outcome, code: 'provider-failed' }
    : outcome;
}

/**
 * What the account can still spend, US dollars. `stripe_balance`: "negative value indicates funds
 * ready-to-spend, positive value indicates money owed". An account with a payment method that owes
 * money pays later, so its balance is unknown. A suspended account can spend nothing.
 */
function funds(body: unknown): string | undefined {
  const { stripe_balance, suspended, payment_method } = fields(body);
  const owed = finite(stripe_balance);
  if (owed === undefined) return undefined;
  if (suspended === true) return '0';
  if (owed < 0) return decimalText(-owed);
  if (payment_method === true) return undefined;
  return '0';
}
