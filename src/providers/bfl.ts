import { seedIn } from '../base/seed.js';
import { defined } from '../base/defined.js';
import { balanceText, decimalText } from '../base/decimal-text.js';
import { fields, finite, list, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Job, Outcome, Usage } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { dollarsOf } from './decimals.js';
import { emptyAccount } from './empty-account.js';
import { mayHoldKey } from './key-gate.js';
import { atMost, cannotAsk, pathPart, ratioOf, seedOf } from './order.js';
import { pollRefusal, refusal, unreadable } from './refusal.js';
import { contentRefusals } from './usual-refusals.js';
import { words } from './words.js';

const keyHosts = ['*.bfl.ai'];

/** Endpoints whose names differ from our model ids. Raw is a flag of ultra, not an endpoint. */
const endpoints: Readonly<Record<string, string>> = {
  'flux-1-kontext-pro': 'flux-kontext-pro',
  'flux-1-kontext-max': 'flux-kontext-max',
  'flux-1.1-pro': 'flux-pro-1.1',
  'flux-1.1-pro-ultra': 'flux-pro-1.1-ultra',
  'flux-1.1-pro-raw': 'flux-pro-1.1-ultra',
  'flux-1-fill-pro': 'flux-pro-1.0-fill',
  'flux-1-dev': 'flux-dev',
};

/** Sizes from its own examples that are off its pixel grid and still accepted. */
const offGrid = new Set(['1920x1080', '1080x1920', '1440x810', '810x1440']);

/**
 * Source: docs.bfl.ai/api_integration/errors. It never returns 401: an invalid key is a 403 with
 * these messages, a missing permission is a 403 with others.
 */
const refusals: readonly RefusalRule[] = [
  {
    status: [400, 403],
    says: /insufficient (credit|fund)|out of credits/i,
    code: 'insufficient-funds',
  },
  ...contentRefusals,
  {
    status: [400, 403],
    says: /not authenticated|invalid authentication|(invalid|wrong|unknown|expired|incorrect|revoked) (api |access )?(key|token)/i,
    code: 'session-refused',
    ended: true,
  },
  ...emptyAccount,
];

/** Statuses of a task that failed. */
const failures: ReadonlyMap<unknown, 'content-refused' | 'provider-failed' | 'image-lost'> =
  new Map([
    ['Request Moderated', 'content-refused'],
    ['Content Moderated', 'content-refused'],
    ['Error', 'provider-failed'],
    ['Failed', 'provider-failed'],
    ['Task not found', 'image-lost'],
  ]);

const worldwide = 'https://api.bfl.ai';

export const bfl = bflAt();

/**
 * Black Forest Labs' own API. Source for fields, statuses and limits: api.bfl.ai/openapi.json of
 * 2026-09-19, docs.bfl.ai/api_integration. Browsers: it documents that its delivery URLs do not
 * allow CORS; pages report the same of the API.
 *
 * @param endpoint one of its regions, `https://api.eu.bfl.ai` or `https://api.us.bfl.ai`. For a URL
 * outside bfl.ai the worldwide API is used.
 */
export function bflAt(endpoint = worldwide): Adapter {
  return adapterAt(mayHoldKey({ keyHosts }, endpoint) ? new URL(endpoint).origin : worldwide);
}

function adapterAt(base: string): Adapter {
  return {
    id: 'bfl',
    name: 'Black Forest Labs',
    base,
    keyHosts,
    browsers: 'no',
    answers: 'job',
    refusals,
    auth: (key) => ({ 'x-key': key }),
    submit: (order) => {
      const endpoint = endpoints[order.model] ?? pathPart(order.model);
      const { prompt } = order;
      return {
        method: 'POST',
        url: `${base}/v1/${endpoint}`,
        json: defined({ prompt, seed: seedOf(order), ...inputs(order, endpoint) }),
      };
    },
    readSubmit,
    poll: ({ host, path }) => ({ method: 'GET', url: `https://${host}${path}` }),
    readPoll,
    balance: () => ({ method: 'GET', url: `${base}/v1/credits` }),
    readBalance: ({ body }) => {
      // One credit is one US cent.
      const cents = balanceText(fields(body).credits);
      return cents === undefined ? undefined : { usd: dollarsOf(cents) };
    },
  };
}

function inputs(order: PictureOrder, endpoint: string): Record<string, unknown> {
  if (endpoint.includes('fill')) {
    const [image, second] = atMost(2, order);
    if (!image) throw cannotAsk('a picture to fill in');
    const { mask = second } = order;
    return { image: image.base64, mask: mask?.base64, steps: steps(order, 15) };
  }
  if (endpoint.includes('kontext')) return { aspect_ratio: shape(order), ...inputImages(order, 4) };
  if (endpoint.includes('ultra'))
    return {
      aspect_ratio: shape(order),
      raw: order.model.endsWith('raw') || undefined,
      image_prompt: atMost(1, order)[0]?.base64,
    };
  if (!endpoint.startsWith('flux-2'))
    return {
      ...snapped(order, 32, 256, 1440),
      steps: endpoint === 'flux-dev' ? steps(order) : undefined,
      image_prompt: atMost(1, order)[0]?.base64,
    };
  return {
    ...snapped(order, 16, 64, 65536),
    steps: endpoint.includes('flex') ? steps(order) : undefined,
    ...inputImages(order, endpoint.includes('klein') ? 4 : 8),
  };
}

function steps({ steps: asked }: PictureOrder, least = 1): number | undefined {
  return asked && Math.min(50, Math.max(least, asked));
}

/** It accepts ratios from 21:9 to 9:21. */
function shape(order: PictureOrder): string {
  const ratio = order.width / order.height;
  if (ratio > 21 / 9) return '21:9';
  if (ratio < 9 / 21) return '9:21';
  return ratioOf(order);
}

function inputImages(order: PictureOrder, most: number): Record<string, string> {
  return Object.fromEntries(
    atMost(most, order).map(({ base64 }, index) => [
      index ? `input_image_${index + 1}` : 'input_image',
      base64,
    ]),
  );
}

/**
 * Rounds down to the grid and scales down to 2048×2048 pixels in total. It never rounds up (except
 * to the smallest side), because one more pixel may be billed as one more megapixel.
 */
function snapped(
  { width, height }: PictureOrder,
  step: number,
  least: number,
  most: number,
): { width: number; height: number } {
  const shrink = Math.min(1, Math.sqrt(2048 ** 2 / (width * height)));
  const snap = (length: number): number =>
    Math.max(least, Math.min(most, Math.floor((length * shrink) / step) * step));
  return offGrid.has(`${width}x${height}`) && step === 16
    ? { width, height }
    : { width: snap(width), height: snap(height) };
}

function readSubmit(reply: Reply): Outcome {
  const refused = refusal(reply, false, refusals);
  if (refused) return refused;
  const { id, polling_url, cost } = fields(reply.body);
  const url = text(polling_url);
  if (!text(id) || !url || !mayHoldKey({ keyHosts }, url))
    return unreadable(url && 'polling_url is not at bfl.ai');
  const { host, pathname, search } = new URL(url);
  const paid = credits(cost);
  return {
    kind: 'pending',
    job: {
      host,
      path: pathname + search,
      ...defined({ cost: paid ? paid.usage.amount : undefined }),
    },
    waitMs: 500,
    ...paid,
  };
}

function credits(cost: unknown): { usage: Usage } | undefined {
  const amount = decimalText(cost);
  return amount === undefined ? undefined : { usage: { unit: 'credits', amount } };
}

function readPoll(reply: Reply, job: Job): Outcome {
  const { status, result, progress, cost, details } = fields(reply.body);
  const settled = credits(cost);
  const usage = settled ?? credits(job['cost']);
  // A failed task replies to the poll with a 5xx, so the task's status is read before the HTTP
  // status.
  const code = failures.get(status);
  if (code)
    return {
      kind: 'refused',
      code,
      charge: settled ? 'charged' : 'possible',
      ...usage,
      ...defined({ detail: detailOf(details) || undefined }),
    };
  const refused = pollRefusal(reply, refusals);
  if (refused) return refused;
  if (!text(status)) return unreadable();
  if (status === 'Ready') {
    const { sample, seed } = fields(result);
    const [url, made] = [text(sample), seedIn(seed)];
    return {
      kind: 'done',
      images: url ? [{ url }] : [],
      ...usage,
      ...defined({ seed: made }),
    };
  }
  const fraction = finite(progress);
  return {
    kind: 'pending',
    job,
    ...defined({ progress: fraction === undefined ? undefined : { fraction } }),
  };
}

function detailOf(details: unknown): string | undefined {
  return text(list(fields(details)['Moderation Reasons'])[0]) ?? words(details);
}
