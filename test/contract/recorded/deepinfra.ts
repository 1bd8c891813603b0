import type { Recorded } from '../recorded.js';
import { deepinfraRefused } from '../refused/deepinfra.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const url = 'https://api.deepinfra.com/v1/inference';
function status(cost: number, state = 'succeeded'): object {
  return {
    status: state,
    runtime_ms: 900,
    cost,
    tokens_generated: 0,
    tokens_input: 0,
  };
}
const picture = `data:image/png;base64,${onePixel}`;
function checklist(stripe_balance: number, more: object = {}): object {
  return {
    email: true,
    payment_method: false,
    suspended: false,
    stripe_balance,
    recent: 0,
    limit: null,
    suspend_reason: null,
    ...more,
  };
}

/**
 * openapi.json of api.deepinfra.com, 2026-05-20; reply: the API page of FLUX.1 schnell,
 * deepinfra-node.
 */
export const deepinfraReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-dev', width: 1024, height: 768, steps: 14, seed: 7 },
      url: `${url}/black-forest-labs/FLUX-2-dev`,
      json: { prompt: 'A lighthouse', width: 1024, height: 768, num_inference_steps: 14 },
    },
    {
      order: { model: 'flux-2-pro', steps: 14 },
      url: `${url}/black-forest-labs/FLUX-2-pro`,
      json: { prompt: 'A lighthouse', width: 1024, height: 1024 },
    },
    {
      order: { model: 'black-forest-labs/FLUX-pro' },
      url: `${url}/black-forest-labs/FLUX-pro`,
      json: { prompt: 'A lighthouse', width: 1024, height: 1024 },
    },
  ],
  impossible: [
    { order: { references: [image] }, because: 'at most 0 reference pictures' },
    { order: { model: 'a/../b' }, because: 'no such model' },
  ],
  calls: [
    {
      of: 'balance',
      sends: { method: 'GET', url: 'https://api.deepinfra.com/payment/checklist' },
    },
  ],
  refusals: deepinfraRefused,
  replies: [
    {
      ...docs,
      title: 'answers with the picture and its cost',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          images: [picture],
          nsfw_content_detected: [false],
          seed: 42,
          request_id: null,
          inference_status: status(0.0075),
        },
      },
      means: { kind: 'done', images: [{ url: picture }], usage: { unit: 'usd', amount: '0.0075' } },
    },
    {
      ...docs,
      title: 'answers as its own example, with a cost of nothing that is no price',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          images: [picture],
          nsfw_content_detected: [false],
          seed: 42,
          request_id: null,
          inference_status: status(0, 'unknown'),
        },
      },
      means: { kind: 'done', images: [{ url: picture }] },
    },
    {
      ...docs,
      title: 'did it for nothing, and says so',
      at: 'submit',
      reply: { status: 200, json: { images: [picture], inference_status: status(0) } },
      means: { kind: 'done', images: [{ url: picture }], usage: { unit: 'usd', amount: '0' } },
    },
    {
      ...docs,
      title: 'has a cost, and no word about how it went',
      at: 'submit',
      reply: {
        status: 200,
        json: { images: [picture], inference_status: status(0.25, 'unknown') },
      },
      means: { kind: 'done', images: [{ url: picture }], usage: { unit: 'usd', amount: '0.25' } },
    },
    {
      ...docs,
      title: 'made something that it does not show, and took money for it',
      at: 'submit',
      reply: {
        status: 200,
        json: { images: [], nsfw_content_detected: [true], inference_status: status(0.0075) },
      },
      means: {
        kind: 'refused',
        code: 'content-refused',
        charge: 'charged',
        usage: { unit: 'usd', amount: '0.0075' },
      },
    },
    {
      ...docs,
      title: 'made something that it does not show, and does not say for how much',
      at: 'submit',
      reply: { status: 200, json: { images: [''], nsfw_content_detected: [true] } },
      means: { kind: 'refused', code: 'content-refused', charge: 'possible' },
    },
    {
      ...docs,
      title: 'sends a picture with a refusal',
      at: 'submit',
      reply: { status: 402, json: { images: [picture], detail: { error: 'No funds' } } },
      means: { kind: 'refused', code: 'insufficient-funds', charge: 'none', detail: 'No funds' },
    },
    {
      ...docs,
      title: 'takes money and brings no picture',
      at: 'submit',
      reply: { status: 200, json: { images: [], inference_status: status(0.0075) } },
      means: {
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'charged',
        usage: { unit: 'usd', amount: '0.0075' },
      },
    },
    {
      ...docs,
      title: 'answers in OpenAI’s form',
      at: 'submit',
      reply: { status: 200, json: { created: 1, data: [{ b64_json: onePixel }] } },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'says what is ready to be spent',
      at: 'balance',
      reply: { status: 200, json: checklist(-12.5) },
      means: '12.5',
    },
    {
      ...docs,
      title: 'says that nothing is there',
      at: 'balance',
      reply: { status: 200, json: checklist(0) },
      means: '0',
    },
    {
      ...docs,
      title: 'says what a reader owes who can’t pay later',
      at: 'balance',
      reply: { status: 200, json: checklist(0.5) },
      means: '0',
    },
    {
      ...docs,
      title: 'says what is ready to be spent by a reader who could pay later',
      at: 'balance',
      reply: { status: 200, json: checklist(-0.5, { payment_method: true }) },
      means: '0.5',
    },
    {
      ...docs,
      title: 'says that a reader who pays later owes nothing yet',
      at: 'balance',
      reply: { status: 200, json: checklist(0, { payment_method: true }) },
      means: undefined,
    },
    {
      ...docs,
      title: 'says nothing of money',
      at: 'balance',
      reply: { status: 200, json: { suspended: true } },
      means: undefined,
    },
    {
      ...docs,
      title: 'says what a reader owes who pays later',
      at: 'balance',
      reply: { status: 200, json: checklist(3, { payment_method: true }) },
      means: undefined,
    },
    {
      ...docs,
      title: 'has suspended the account',
      at: 'balance',
      reply: {
        status: 200,
        json: checklist(-12.5, { suspended: true, suspend_reason: 'balance' }),
      },
      means: '0',
    },
  ],
};
