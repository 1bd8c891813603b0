import type { Recorded } from '../recorded.js';
import { huggingfaceRefused } from '../refused/huggingface.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const at = 'https://router.huggingface.co';

/** huggingface.js, packages/inference at fe42e68. */
export const huggingfaceReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-1-schnell', seed: 7 },
      url: `${at}/hf-inference/models/black-forest-labs/FLUX.1-schnell`,
      json: { inputs: 'A lighthouse', parameters: { width: 1024, height: 1024, seed: 7 } },
    },
    {
      order: { model: 'owner/model', height: 768, steps: 4 },
      url: `${at}/hf-inference/models/owner/model`,
      json: {
        inputs: 'A lighthouse',
        parameters: { width: 1024, height: 768, num_inference_steps: 4 },
      },
    },
  ],
  impossible: [
    { order: { references: [image] }, because: 'at most 0 reference pictures' },
    { order: { model: 'a/..' }, because: 'no such model' },
  ],
  refusals: huggingfaceRefused,
  replies: [
    {
      ...docs,
      title: 'answers in OpenAI’s form',
      at: 'submit',
      reply: {
        status: 200,
        json: { id: 'o1', model: 'x', object: 'list', data: [{ index: 0, b64_json: onePixel }] },
      },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'answers with a list of pictures',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          images: [{ url: `data:image/png;base64,${onePixel}`, width: 1, height: 1 }],
          seed: 3,
        },
      },
      means: { kind: 'done', images: [{ url: `data:image/png;base64,${onePixel}` }] },
    },
    {
      ...docs,
      title: 'answers with an address',
      at: 'submit',
      reply: { status: 200, json: { output: ['https://supplier.example/a.png'] } },
      means: { kind: 'done', images: [{ url: 'https://supplier.example/a.png' }] },
    },
    {
      ...docs,
      title: 'has used the free credits up',
      at: 'submit',
      reply: {
        status: 402,
        json: { error: 'You have exceeded your monthly included credits for Inference Providers.' },
      },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'You have exceeded your monthly included credits for Inference Providers.',
      },
    },
    {
      ...docs,
      title: 'is still loading the model',
      at: 'submit',
      reply: { status: 503, json: { error: 'Model is currently loading', estimated_time: 20 } },
      means: {
        kind: 'refused',
        code: 'provider-busy',
        charge: 'none',
        detail: 'Model is currently loading',
        retryAfterMs: 20_000,
      },
    },
  ],
};
