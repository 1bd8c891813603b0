import type { Recorded, RecordedReply } from '../recorded.js';
import { bflRefused } from '../refused/bfl.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const prompt = 'A lighthouse';
const job = { host: 'api.eu2.bfl.ai', path: '/v1/get_result?id=7a1', cost: '4.5' };
function poll(
  title: string,
  json: unknown,
  means: RecordedReply['means'],
  status = 200,
): RecordedReply {
  return { ...docs, title, at: 'poll', job, reply: { status, json }, means };
}
function state(status: string, more: object = {}): unknown {
  return {
    id: '7a1',
    status,
    result: null,
    ...more,
  };
}
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const other = { ...image, base64: 'b3RoZXI=' };
function given(count: number) {
  return { references: Array.from({ length: count }, () => image) };
}
const ready = state('Ready', {
  result: {
    sample: 'https://delivery-eu1.bfl.ai/results/7a1/sample.jpeg?sig=x',
    seed: 42,
    prompt: 'A lighthouse',
  },
});

/**
 * api.bfl.ai/openapi.json of 2026-09-19, docs.bfl.ai/api_integration; 4.5 credits for 1920×1080 as
 * a real reply quoted by openai-hk has it.
 */
export const bflReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-pro', seed: 7, steps: 20 },
      url: 'https://api.bfl.ai/v1/flux-2-pro',
      json: { prompt, width: 1024, height: 1024, seed: 7 },
    },
    {
      order: { model: 'flux-2-max', width: 1000, height: 777 },
      url: 'https://api.bfl.ai/v1/flux-2-max',
      json: { prompt, width: 992, height: 768 },
    },
    {
      order: { model: 'flux-2-pro', width: 1920, height: 1080 },
      url: 'https://api.bfl.ai/v1/flux-2-pro',
      json: { prompt, width: 1920, height: 1080 },
    },
    {
      order: { model: 'flux-2-pro', width: 8192, height: 4096 },
      url: 'https://api.bfl.ai/v1/flux-2-pro',
      json: { prompt, width: 2896, height: 1440 },
    },
    {
      order: { model: 'flux-2-flex', steps: 20 },
      url: 'https://api.bfl.ai/v1/flux-2-flex',
      json: { prompt, width: 1024, height: 1024, steps: 20 },
    },
    {
      order: { model: 'flux-2-klein-4b', references: [image, other] },
      url: 'https://api.bfl.ai/v1/flux-2-klein-4b',
      json: {
        prompt,
        width: 1024,
        height: 1024,
        input_image: 'aGVsbG8=',
        input_image_2: 'b3RoZXI=',
      },
    },
    {
      order: { model: 'flux-1.1-pro', width: 1440, height: 800, references: [image] },
      url: 'https://api.bfl.ai/v1/flux-pro-1.1',
      json: { prompt, width: 1440, height: 800, image_prompt: 'aGVsbG8=' },
    },
    {
      order: { model: 'flux-1.1-pro', width: 1920, height: 1080, steps: 20 },
      url: 'https://api.bfl.ai/v1/flux-pro-1.1',
      json: { prompt, width: 1440, height: 1056 },
    },
    {
      order: { model: 'flux-1-dev', width: 2000, height: 100, steps: 60 },
      url: 'https://api.bfl.ai/v1/flux-dev',
      json: { prompt, width: 1440, height: 256, steps: 50 },
    },
    {
      order: { model: 'flux-1.1-pro-ultra', width: 4000, height: 1000, references: [image] },
      url: 'https://api.bfl.ai/v1/flux-pro-1.1-ultra',
      json: { prompt, aspect_ratio: '21:9', image_prompt: 'aGVsbG8=' },
    },
    {
      order: { model: 'flux-1.1-pro-raw', width: 1920, height: 1080 },
      url: 'https://api.bfl.ai/v1/flux-pro-1.1-ultra',
      json: { prompt, aspect_ratio: '16:9', raw: true },
    },
    {
      order: { model: 'flux-1-kontext-pro', references: [image] },
      url: 'https://api.bfl.ai/v1/flux-kontext-pro',
      json: { prompt, aspect_ratio: '1:1', input_image: 'aGVsbG8=' },
    },
    {
      order: { model: 'flux-1-kontext-max', width: 1000, height: 3000 },
      url: 'https://api.bfl.ai/v1/flux-kontext-max',
      json: { prompt, aspect_ratio: '9:21' },
    },
    {
      order: { model: 'flux-1-fill-pro', references: [image], steps: 4 },
      url: 'https://api.bfl.ai/v1/flux-pro-1.0-fill',
      json: { prompt, image: 'aGVsbG8=', steps: 15 },
    },
    {
      order: { model: 'flux-1-fill-pro', references: [image, other] },
      url: 'https://api.bfl.ai/v1/flux-pro-1.0-fill',
      json: { prompt, image: 'aGVsbG8=', mask: 'b3RoZXI=' },
    },
  ],
  impossible: [
    { order: { model: 'flux-1-fill-pro' }, because: 'a picture to fill in' },
    { order: { model: 'flux-1-fill-pro', ...given(3) }, because: 'at most 2 reference pictures' },
    {
      order: { model: 'flux-1-kontext-pro', ...given(5) },
      because: 'at most 4 reference pictures',
    },
    {
      order: { model: 'flux-1.1-pro-ultra', ...given(2) },
      because: 'at most 1 reference pictures',
    },
    { order: { model: 'flux-1.1-pro', ...given(2) }, because: 'at most 1 reference pictures' },
    { order: { model: 'flux-2-klein-4b', ...given(5) }, because: 'at most 4 reference pictures' },
    { order: { model: 'flux-2-pro', ...given(9) }, because: 'at most 8 reference pictures' },
    { order: { model: '../credits' }, because: 'no such model' },
  ],
  calls: [
    {
      of: 'poll',
      job,
      sends: { method: 'GET', url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1' },
    },
    { of: 'balance', sends: { method: 'GET', url: 'https://api.bfl.ai/v1/credits' } },
  ],
  refusals: bflRefused,
  replies: [
    {
      ...docs,
      title: 'takes the job and says what it costs',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          id: '7a1',
          polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1',
          cost: 4.5,
          input_mp: 0,
          output_mp: 1.98,
        },
      },
      means: { kind: 'pending', job, waitMs: 500, usage: { unit: 'credits', amount: '4.5' } },
    },
    {
      ...docs,
      title: 'takes the job without saying what it costs',
      at: 'submit',
      reply: {
        status: 200,
        json: { id: '7a1', polling_url: 'https://api.bfl.ai/v1/get_result?id=7a1', cost: null },
      },
      means: {
        kind: 'pending',
        job: { host: 'api.bfl.ai', path: '/v1/get_result?id=7a1' },
        waitMs: 500,
      },
    },
    {
      ...docs,
      title: 'takes a job without a name',
      at: 'submit',
      reply: { status: 200, json: { polling_url: 'https://api.bfl.ai/v1/get_result?id=7a1' } },
      means: {
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
        detail: 'polling_url is not at bfl.ai',
      },
    },
    {
      ...docs,
      title: 'takes a job without a place to ask for it',
      at: 'submit',
      reply: { status: 200, json: { id: '7a1' } },
      means: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    },
    {
      ...docs,
      title: 'has no credits left',
      at: 'submit',
      reply: { status: 402, json: { detail: 'Insufficient credits' } },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'Insufficient credits',
      },
    },
    {
      ...docs,
      title: 'does not like a field',
      at: 'submit',
      reply: {
        status: 422,
        json: {
          detail: [
            {
              loc: ['body', 'width'],
              msg: 'Input should be greater than or equal to 64',
              type: 'greater_than_equal',
            },
          ],
        },
      },
      means: {
        kind: 'refused',
        code: 'invalid-input',
        charge: 'none',
        detail: 'Input should be greater than or equal to 64',
      },
    },
    {
      ...docs,
      title: 'has too many tasks of this reader',
      at: 'submit',
      reply: { status: 429, json: { detail: 'Rate limit' }, headers: { 'retry-after': '7' } },
      means: {
        kind: 'refused',
        code: 'rate-limited',
        charge: 'none',
        detail: 'Rate limit',
        retryAfterMs: 7000,
      },
    },
    ...['Pending', 'Reasoning', 'Generating', 'Painting by candlelight'].map((status) =>
      poll(`is ${status}`, state(status, { progress: 0.4 }), {
        kind: 'pending',
        job,
        progress: { fraction: 0.4 },
      }),
    ),
    poll('is ready', ready, {
      kind: 'done',
      images: [{ url: 'https://delivery-eu1.bfl.ai/results/7a1/sample.jpeg?sig=x' }],
      usage: { unit: 'credits', amount: '4.5' },
      seed: 42,
    }),
    poll(
      'is ready and settles at another amount',
      { ...(ready as object), cost: 6 },
      {
        kind: 'done',
        images: [{ url: 'https://delivery-eu1.bfl.ai/results/7a1/sample.jpeg?sig=x' }],
        usage: { unit: 'credits', amount: '6' },
        seed: 42,
      },
    ),
    poll('is ready without a picture', state('Ready', { result: {} }), {
      kind: 'done',
      images: [],
      usage: { unit: 'credits', amount: '4.5' },
    }),
    poll('does not say how far it is', state('Pending', { progress: null }), {
      kind: 'pending',
      job,
    }),
    poll(
      'finds the prompt unfit',
      state('Request Moderated', {
        details: { 'Moderation Reasons': ['Derivative Works Filter'] },
      }),
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'possible',
        usage: { unit: 'credits', amount: '4.5' },
        detail: 'Derivative Works Filter',
      },
    ),
    poll(
      'finds the picture unfit and settles',
      { ...(state('Content Moderated') as object), cost: 3 },
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'charged',
        usage: { unit: 'credits', amount: '3' },
      },
    ),
    poll('failed', state('Error'), {
      kind: 'refused',
      code: 'provider-failed',
      charge: 'possible',
      usage: { unit: 'credits', amount: '4.5' },
    }),
    poll(
      'failed, with a 500',
      state('Error'),
      {
        kind: 'refused',
        code: 'provider-failed',
        charge: 'possible',
        usage: { unit: 'credits', amount: '4.5' },
      },
      500,
    ),
    poll('failed, as its code samples call it', state('Failed'), {
      kind: 'refused',
      code: 'provider-failed',
      charge: 'possible',
      usage: { unit: 'credits', amount: '4.5' },
    }),
    poll('does not know the task', state('Task not found'), {
      kind: 'refused',
      code: 'image-lost',
      charge: 'possible',
      usage: { unit: 'credits', amount: '4.5' },
    }),
    {
      ...docs,
      title: 'does not say what is left',
      at: 'balance',
      reply: { status: 200, json: { credits: null } },
      means: undefined,
    },
    {
      ...docs,
      title: 'says what is left',
      at: 'balance',
      reply: { status: 200, json: { credits: 1234.5 } },
      means: '12.345',
    },
    {
      ...docs,
      title: 'says that four cents are left',
      at: 'balance',
      reply: { status: 200, json: { credits: 4 } },
      means: '0.04',
    },
  ],
  poisoned: [
    'https://api.bfl.ai.evil.example/v1/get_result?id=1',
    'https://evil.example/v1/get_result?id=1',
    'http://api.bfl.ai/v1/get_result?id=1',
    'https://reader:secret@api.bfl.ai/v1/get_result',
    'https://api.bfl.ai:8443/v1/get_result',
    'https://api.bfl.ai\\@evil.example/',
    '//evil.example/x',
    'javascript:alert(1)',
    'https://api.bfl.ai.@evil.example/',
    'https://xbfl.ai/v1/get_result',
    'https://api.bfl.ai./v1/get_result',
  ].map((polling_url) => ({ status: 200, json: { id: '7a1', polling_url } })),
  polls: [
    { status: 200, json: state('Pending') },
    { status: 200, json: ready },
  ],
};
