import type { Recorded } from '../recorded.js';
import { togetherRefused } from '../refused/together.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const url = 'https://api.together.ai/v1/images/generations';
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const other = { ...image, base64: 'b3RoZXI=' };
function given(count: number) {
  return { references: Array.from({ length: count }, () => image) };
}
/** What every order says, unless it says otherwise. */
const asked = {
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  n: 1,
  response_format: 'base64',
};

/** openapi.yaml of 2026-04-28 in togethercomputer/openapi. */
export const togetherReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-pro', seed: 7 },
      url,
      json: { ...asked, model: 'black-forest-labs/FLUX.2-pro', seed: 7 },
    },
    {
      order: { model: 'flux-1-schnell', steps: 4, height: 768 },
      url,
      json: { ...asked, model: 'black-forest-labs/FLUX.1-schnell', steps: 4, height: 768 },
    },
    {
      order: { model: 'flux-1-kontext-pro', references: [image] },
      url,
      json: {
        ...asked,
        model: 'black-forest-labs/FLUX.1-kontext-pro',
        image_url: 'data:image/png;base64,aGVsbG8=',
      },
    },
    {
      order: { model: 'flux-2-dev', references: [image, other] },
      url,
      json: {
        ...asked,
        model: 'black-forest-labs/FLUX.2-dev',
        reference_images: ['data:image/png;base64,aGVsbG8=', 'data:image/png;base64,b3RoZXI='],
      },
    },
    {
      order: { model: 'ideogram/ideogram-3.0' },
      url,
      json: { ...asked, model: 'ideogram/ideogram-3.0' },
    },
  ],
  impossible: [
    {
      order: { model: 'flux-1-kontext-pro', ...given(2) },
      because: 'at most 1 reference pictures',
    },
    { order: { model: 'flux-2-pro', ...given(9) }, because: 'at most 8 reference pictures' },
    { order: { model: 'flux-1-schnell', ...given(1) }, because: 'at most 0 reference pictures' },
    { order: { model: 'a b' }, because: 'no such model' },
  ],
  calls: [{ of: 'balance', sends: { method: 'GET', url: 'https://api.together.ai/v1/models' } }],
  refusals: togetherRefused,
  replies: [
    {
      ...docs,
      title: 'answers with the picture',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          id: 'o1',
          model: 'x',
          object: 'list',
          data: [{ index: 0, type: 'b64_json', b64_json: onePixel }],
        },
      },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'answers with an address all the same',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          id: 'o1',
          model: 'x',
          object: 'list',
          data: [{ index: 0, type: 'url', url: 'https://api.together.ai/imgproxy/a' }],
        },
      },
      means: { kind: 'done', images: [{ url: 'https://api.together.ai/imgproxy/a' }] },
    },
    {
      ...docs,
      title: 'refuses the key',
      at: 'submit',
      reply: {
        status: 401,
        json: {
          error: {
            message: 'Invalid API key provided.',
            type: 'invalid_request_error',
            param: null,
            code: 'invalid_api_key',
          },
        },
      },
      means: {
        kind: 'refused',
        code: 'session-refused',
        charge: 'none',
        detail: 'Invalid API key provided.',
        ended: true,
      },
    },
  ],
};
