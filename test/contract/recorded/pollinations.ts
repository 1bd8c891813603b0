import type { Recorded } from '../recorded.js';
import { pollinationsRefused } from '../refused/pollinations.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const url = 'https://gen.pollinations.ai/v1/images/generations';
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
/** What every order says, unless it says otherwise. */
const asked = {
  prompt: 'A lighthouse',
  n: 1,
  size: '1024x1024',
  response_format: 'b64_json',
};

/** BRING_YOUR_OWN_POLLEN.md and the reference page of its image call. */
export const pollinationsReplies: Recorded = {
  orders: [
    { order: { model: 'flux-1-schnell', steps: 4 }, url, json: { ...asked, model: 'flux' } },
    {
      order: { model: 'kontext', height: 768, seed: 7, references: [image] },
      url,
      json: {
        ...asked,
        model: 'kontext',
        size: '1024x768',
        seed: 7,
        image: 'data:image/png;base64,aGVsbG8=',
      },
    },
  ],
  impossible: [
    { order: { references: [image, image] }, because: 'at most 1 reference pictures' },
    { order: { seed: 2_147_483_648 }, because: 'a seed is at most 2147483647 here' },
    { order: { seed: -2 }, because: 'a seed is at most 2147483647 here' },
    { order: { model: 'a?b' }, because: 'no such model' },
  ],
  calls: [
    {
      of: 'balance',
      sends: { method: 'GET', url: 'https://gen.pollinations.ai/account/balance' },
    },
    {
      of: 'charges',
      sends: {
        method: 'GET',
        url: 'https://gen.pollinations.ai/account/key/usage?format=json&limit=20',
      },
    },
  ],
  refusals: pollinationsRefused,
  replies: [
    {
      ...docs,
      title: 'answers with the picture',
      at: 'submit',
      reply: { status: 200, json: { created: 1, data: [{ b64_json: onePixel }] } },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'has no pollen left',
      at: 'submit',
      reply: {
        status: 402,
        json: {
          success: false,
          error: {
            message: 'Insufficient pollen balance or API key budget exhausted.',
            code: 'PAYMENT_REQUIRED',
          },
        },
      },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'Insufficient pollen balance or API key budget exhausted.',
      },
    },
    {
      ...docs,
      title: 'does not say what is left',
      at: 'balance',
      reply: { status: 200, json: { balance: null } },
      means: undefined,
    },
    {
      ...docs,
      title: 'says what is left',
      at: 'balance',
      reply: { status: 200, json: { balance: 3.25 } },
      means: '3.25',
    },
  ],
};
