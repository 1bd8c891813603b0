import type { Recorded } from '../recorded.js';
import { openaiCompatibleRefused } from '../refused/openai-compatible.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const url = 'http://localhost:1234/v1/images/generations';
/** What every order says, unless it says otherwise. */
const asked = {
  prompt: 'A lighthouse',
  n: 1,
  size: '1024x1024',
  response_format: 'b64_json',
};

/** openai-openapi of 2026-08-21; sd-server 97d2990, LocalAI 82c191a. */
export const openaiCompatibleReplies: Recorded = {
  orders: [
    { order: { model: 'default', steps: 4 }, url, json: asked },
    { order: { model: 'sd-cpp-local' }, url, json: { ...asked, model: 'sd-cpp-local' } },
    {
      order: { model: 'sd-cpp-local', height: 768, seed: 7 },
      url,
      json: {
        ...asked,
        model: 'sd-cpp-local',
        prompt: 'A lighthouse <sd_cpp_extra_args>{"seed":7}</sd_cpp_extra_args>',
        size: '1024x768',
      },
    },
    { order: { model: 'flux', seed: 7 }, url, json: { ...asked, model: 'flux' } },
    {
      order: { model: 'gpt-image-1' },
      url,
      json: { model: 'gpt-image-1', prompt: 'A lighthouse', n: 1, size: '1024x1024' },
    },
    ...[
      'openai/gpt-image-1',
      'azure/gpt-image-1.5',
      'azure_gpt_image_1_mini',
      'my-chatgpt-image-latest',
      'GPT-Image-2',
    ].map((model) => ({
      order: { model },
      url,
      json: { model, prompt: 'A lighthouse', n: 1, size: '1024x1024' },
    })),
    { order: { model: 'openai_dalle_3' }, url, json: { ...asked, model: 'openai_dalle_3' } },
  ],
  impossible: [{ order: { references: [image] }, because: 'at most 0 reference pictures' }],
  refusals: openaiCompatibleRefused,
  replies: [
    {
      ...docs,
      title: 'is sd-server and answers with the picture',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [{ b64_json: onePixel }], output_format: 'png' },
      },
      means: { kind: 'done', images: [{ base64: onePixel }] },
    },
    {
      ...docs,
      title: 'is a gateway that puts a data address where base64 belongs',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [{ b64_json: `data:image/png;base64,${onePixel}` }] },
      },
      means: { kind: 'done', images: [{ url: `data:image/png;base64,${onePixel}` }] },
    },
    {
      ...docs,
      title: 'is LocalAI and answers with an address',
      at: 'submit',
      reply: {
        status: 200,
        json: {
          created: 1,
          id: 'x',
          data: [
            { embedding: null, index: 0, url: 'http://localhost:1234/generated-images/b64.png' },
          ],
          usage: {},
        },
      },
      means: { kind: 'done', images: [{ url: 'http://localhost:1234/generated-images/b64.png' }] },
    },
    {
      ...docs,
      title: 'does not know the model',
      at: 'submit',
      reply: {
        status: 404,
        json: {
          error: {
            message: 'model not found',
            type: 'invalid_request_error',
            param: null,
            code: null,
          },
        },
      },
      means: { kind: 'refused', code: 'invalid-input', charge: 'none', detail: 'model not found' },
    },
  ],
};
