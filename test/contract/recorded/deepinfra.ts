import type { Recorded } from '../recorded.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const url = 'https://api.deepinfra.com/v1/openai/images/generations';

/** openapi.json of api.deepinfra.com, 2026-05-20. */
export const deepinfraReplies: Recorded = {
  orders: [
    { order: { model: 'flux-2-dev', width: 1024, height: 768 }, url, json: { model: 'black-forest-labs/FLUX-2-dev', prompt: 'A lighthouse', n: 1, size: '1024x768', response_format: 'b64_json' } },
    { order: { model: 'black-forest-labs/FLUX-pro' }, url, json: { model: 'black-forest-labs/FLUX-pro' } },
  ],
  replies: [
    { ...docs, title: 'answers with the picture', at: 'submit', reply: { status: 200, json: { created: 1, data: [{ b64_json: onePixel }] } }, means: { kind: 'done', images: [{ base64: onePixel }] } },
    { ...docs, title: 'does not like a field', at: 'submit', reply: { status: 422, json: { detail: [{ loc: ['body', 'size'], msg: 'value is not valid', type: 'value_error' }] } }, means: { kind: 'refused', code: 'invalid-input', charge: 'none', detail: 'value is not valid' } },
  ],
};
