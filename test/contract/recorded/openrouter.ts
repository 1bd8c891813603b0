import type { Recorded } from '../recorded.js';
import { openrouterRefused } from '../refused/openrouter.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const url = 'https://openrouter.ai/api/v1/images';
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
/** What every order says, unless it says otherwise. */
const asked = { prompt: 'A lighthouse', n: 1, size: '1024x1024' };

/** OpenAPI of OpenRouterTeam/typescript-sdk cb9393a, 2026-08-22. */
export const openrouterReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-pro', seed: 7, steps: 20 },
      url,
      json: { ...asked, model: 'black-forest-labs/flux.2-pro', seed: 7 },
    },
    {
      order: { model: 'flux-2-max', height: 768, references: [image] },
      url,
      json: {
        ...asked,
        model: 'black-forest-labs/flux.2-max',
        size: '1024x768',
        input_references: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,aGVsbG8=' } },
        ],
      },
    },
    {
      order: { model: 'bytedance-seed/seedream-4.5' },
      url,
      json: { ...asked, model: 'bytedance-seed/seedream-4.5' },
    },
  ],
  impossible: [
    {
      order: { references: Array.from({ length: 17 }, () => image) },
      because: 'at most 16 reference pictures',
    },
    { order: { model: 'a//b' }, because: 'no such model' },
  ],
  calls: [{ of: 'balance', sends: { method: 'GET', url: 'https://openrouter.ai/api/v1/key' } }],
  refusals: openrouterRefused,
  replies: [
    {
      ...docs,
      title: 'answers with the picture and its cost',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          created: 1748372400,
          data: [{ b64_json: onePixel, media_type: 'image/png' }],
          usage: { completion_tokens: 4175, cost: 0.04, prompt_tokens: 0, total_tokens: 4175 },
        },
      },
      means: {
        kind: 'done',
        images: [{ base64: onePixel }],
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'took its fee beside what the reader’s own supplier takes',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          created: 1,
          data: [{ b64_json: onePixel }],
          usage: { cost: 0.0015, is_byok: true, cost_details: { upstream_inference_cost: 0.03 } },
        },
      },
      means: {
        kind: 'done',
        images: [{ base64: onePixel }],
        usage: { unit: 'usd', amount: '0.0315' },
      },
    },
    {
      ...docs,
      title: 'counts what it passed on once, without a key of the reader’s own',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          created: 1,
          data: [{ b64_json: onePixel }],
          usage: { cost: 0.04, is_byok: false, cost_details: { upstream_inference_cost: 0.04 } },
        },
      },
      means: {
        kind: 'done',
        images: [{ base64: onePixel }],
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'does not tell what the reader’s own supplier takes',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          created: 1,
          data: [{ b64_json: onePixel }],
          usage: { cost: 0.0015, is_byok: true, cost_details: { upstream_inference_cost: null } },
        },
      },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'takes money and brings no picture',
      at: 'submit',
      reply: { status: 200, json: { created: 1, data: [], usage: { cost: 0.04 } } },
      means: {
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'charged',
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'refuses the picture it made, and takes money',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          error: { code: 403, message: 'Flagged', metadata: { reasons: ['violence'] } },
          usage: { cost: 0.04 },
        },
      },
      means: {
        kind: 'refused',
        code: 'content-refused',
        charge: 'charged',
        detail: 'Flagged',
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'brings no picture and counts nothing yet',
      at: 'submit',
      reply: { status: 200, json: { created: 1, data: [], usage: { cost: 0 } } },
      means: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    },
    {
      ...docs,
      title: 'has no credits left',
      at: 'submit',
      reply: {
        status: 402,
        json: {
          error: {
            code: 402,
            message: 'Insufficient credits. Add more using https://openrouter.ai/credits',
          },
        },
      },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'Insufficient credits. Add more using https://openrouter.ai/credits',
      },
    },
    {
      ...docs,
      title: 'is overloaded',
      at: 'submit',
      reply: { status: 529, json: { error: { code: 529, message: 'Provider overloaded' } } },
      means: {
        kind: 'refused',
        code: 'provider-busy',
        charge: 'possible',
        detail: 'Provider overloaded',
      },
    },
    {
      ...docs,
      title: 'says what is left of the key’s limit',
      at: 'balance',
      reply: {
        status: 200,
        json: {
          data: { label: 'sk-or-v1-au7...890', limit: 100, limit_remaining: 74.5, usage: 25.5 },
        },
      },
      means: '74.5',
      named: 'sk-or-v1-au7...890',
    },
    {
      ...docs,
      title: 'says what is left of a key without a name',
      at: 'balance',
      reply: { status: 200, json: { data: { limit_remaining: 2.25 } } },
      means: '2.25',
    },
    {
      ...docs,
      title: 'has set the key no limit',
      at: 'balance',
      reply: {
        status: 200,
        json: { data: { label: 'sk-or-v1-au7...890', limit: null, limit_remaining: null } },
      },
      means: undefined,
    },
  ],
};
