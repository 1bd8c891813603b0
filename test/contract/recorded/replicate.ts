import type { Recorded, RecordedReply } from '../recorded.js';
import { replicateRefused } from '../refused/replicate.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const prompt = 'A lighthouse';
const job = { id: 'gm3qorzdhgbfurvjtvhg6dckhu' };
function prediction(status: string, more: object = {}): Record<string, unknown> {
  return {
    id: job.id,
    model: 'black-forest-labs/flux-2-pro',
    version: 'hidden',
    input: { prompt: 'A lighthouse' },
    output: null,
    error: null,
    data_removed: false,
    status,
    created_at: '2026-11-21T08:00:00Z',
    urls: {
      get: `https://api.replicate.com/v1/predictions/${job.id}`,
      cancel: `https://api.replicate.com/v1/predictions/${job.id}/cancel`,
      web: '',
    },
    ...more,
  };
}
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const other = { ...image, base64: 'b3RoZXI=' };
function given(count: number) {
  return { references: Array.from({ length: count }, () => image) };
}
function poll(title: string, json: unknown, means: RecordedReply['means']): RecordedReply {
  return {
    ...docs,
    title,
    at: 'poll',
    job,
    reply: { status: 200, json },
    means,
  };
}
const path = 'https://api.replicate.com/v1/models/black-forest-labs';

/** api.replicate.com/openapi.json of 2026-04-09; inputs as the models' own pages have them. */
export const replicateReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-pro', seed: 7, steps: 20 },
      url: `${path}/flux-2-pro/predictions`,
      json: { input: { prompt, seed: 7, aspect_ratio: '1:1', resolution: '1 MP' } },
    },
    {
      order: {
        model: 'flux-2-pro',
        width: 1920,
        height: 1080,
        sends: { output_megapixels: '2' },
        references: [image, other],
      },
      url: `${path}/flux-2-pro/predictions`,
      json: {
        input: {
          prompt,
          aspect_ratio: '16:9',
          resolution: '2 MP',
          input_images: ['data:image/png;base64,aGVsbG8=', 'data:image/png;base64,b3RoZXI='],
        },
      },
    },
    {
      order: { model: 'flux-2-flex', steps: 20 },
      url: `${path}/flux-2-flex/predictions`,
      json: { input: { prompt, aspect_ratio: '1:1', resolution: '1 MP', steps: 20 } },
    },
    {
      order: { model: 'flux-2-dev', references: [image], steps: 20 },
      url: `${path}/flux-2-dev/predictions`,
      json: {
        input: {
          prompt,
          aspect_ratio: '1:1',
          input_images: ['data:image/png;base64,aGVsbG8='],
        },
      },
    },
    {
      order: { model: 'flux-2-klein-4b', width: 2048, height: 2048 },
      url: `${path}/flux-2-klein-4b/predictions`,
      json: { input: { prompt, aspect_ratio: '1:1', output_megapixels: '4' } },
    },
    {
      order: { model: 'flux-2-klein-9b', references: [image] },
      url: `${path}/flux-2-klein-9b/predictions`,
      json: {
        input: {
          prompt,
          aspect_ratio: '1:1',
          output_megapixels: '1',
          images: ['data:image/png;base64,aGVsbG8='],
        },
      },
    },
    {
      order: { model: 'flux-1-schnell', steps: 4 },
      url: `${path}/flux-schnell/predictions`,
      json: { input: { prompt, aspect_ratio: '1:1', num_inference_steps: 4 } },
    },
    {
      order: { model: 'flux-1.1-pro', references: [image] },
      url: `${path}/flux-1.1-pro/predictions`,
      json: {
        input: { prompt, aspect_ratio: '1:1', image_prompt: 'data:image/png;base64,aGVsbG8=' },
      },
    },
    {
      order: { model: 'flux-1.1-pro-ultra', width: 1536, references: [image] },
      url: `${path}/flux-1.1-pro-ultra/predictions`,
      json: {
        input: { prompt, aspect_ratio: '3:2', image_prompt: 'data:image/png;base64,aGVsbG8=' },
      },
    },
    {
      order: { model: 'flux-1.1-pro-raw' },
      url: `${path}/flux-1.1-pro-ultra/predictions`,
      json: { input: { prompt, aspect_ratio: '1:1', raw: true } },
    },
    {
      order: { model: 'flux-1-kontext-pro', references: [image] },
      url: `${path}/flux-kontext-pro/predictions`,
      json: {
        input: { prompt, aspect_ratio: '1:1', input_image: 'data:image/png;base64,aGVsbG8=' },
      },
    },
    {
      order: { model: 'flux-1-fill-pro', references: [image, other] },
      url: `${path}/flux-fill-pro/predictions`,
      json: {
        input: {
          prompt,
          image: 'data:image/png;base64,aGVsbG8=',
          mask: 'data:image/png;base64,b3RoZXI=',
        },
      },
    },
    {
      order: { model: 'flux-1-fill-pro', references: [image], mask: other },
      url: `${path}/flux-fill-pro/predictions`,
      json: {
        input: {
          prompt,
          image: 'data:image/png;base64,aGVsbG8=',
          mask: 'data:image/png;base64,b3RoZXI=',
        },
      },
    },
    {
      order: { model: 'owner/model' },
      url: 'https://api.replicate.com/v1/models/owner/model/predictions',
      json: { input: { prompt, aspect_ratio: '1:1' } },
    },
  ],
  impossible: [
    { order: { model: 'flux-1-fill-pro' }, because: 'a picture to fill in' },
    { order: { model: 'flux-1-fill-pro', ...given(3) }, because: 'at most 2 reference pictures' },
    {
      order: { model: 'flux-1-kontext-pro', ...given(2) },
      because: 'at most 1 reference pictures',
    },
    {
      order: { model: 'flux-1.1-pro-ultra', ...given(2) },
      because: 'at most 1 reference pictures',
    },
    { order: { model: 'flux-1.1-pro', ...given(2) }, because: 'at most 1 reference pictures' },
    { order: { model: 'flux-2-klein-4b', ...given(5) }, because: 'at most 4 reference pictures' },
    { order: { model: 'flux-2-dev', ...given(5) }, because: 'at most 4 reference pictures' },
    { order: { model: 'flux-2-pro', ...given(9) }, because: 'at most 8 reference pictures' },
    { order: { model: 'flux-1-schnell', ...given(1) }, because: 'at most 0 reference pictures' },
    { order: { model: 'owner/model', ...given(1) }, because: 'at most 0 reference pictures' },
    { order: { model: 'a/b?c' }, because: 'no such model' },
  ],
  calls: [
    {
      of: 'poll',
      job,
      sends: { method: 'GET', url: `https://api.replicate.com/v1/predictions/${job.id}` },
    },
    {
      of: 'cancel',
      job,
      sends: { method: 'POST', url: `https://api.replicate.com/v1/predictions/${job.id}/cancel` },
    },
    { of: 'balance', sends: { method: 'GET', url: 'https://api.replicate.com/v1/account' } },
  ],
  refusals: replicateRefused,
  replies: [
    {
      ...docs,
      title: 'takes the prediction',
      at: 'submit',
      reply: { status: 201, json: prediction('starting') },
      means: { kind: 'pending', job },
    },
    {
      ...docs,
      title: 'is quick',
      at: 'submit',
      reply: {
        status: 201,
        json: prediction('succeeded', { output: 'https://replicate.delivery/xezq/a.webp' }),
      },
      means: { kind: 'done', images: [{ url: 'https://replicate.delivery/xezq/a.webp' }] },
    },
    {
      ...docs,
      title: 'wants a payment method',
      at: 'submit',
      reply: {
        status: 402,
        json: {
          title: 'Insufficient credit',
          detail: 'You have insufficient credit to run this model.',
          status: 402,
        },
      },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'You have insufficient credit to run this model.',
      },
    },
    poll('works on it', prediction('processing'), { kind: 'pending', job }),
    poll(
      'has one picture',
      prediction('succeeded', { output: 'https://replicate.delivery/xezq/a.webp' }),
      { kind: 'done', images: [{ url: 'https://replicate.delivery/xezq/a.webp' }] },
    ),
    poll(
      'has a list of pictures',
      prediction('succeeded', { output: ['https://replicate.delivery/xezq/a.webp'] }),
      { kind: 'done', images: [{ url: 'https://replicate.delivery/xezq/a.webp' }] },
    ),
    poll('failed', prediction('failed', { error: 'CUDA out of memory' }), {
      kind: 'refused',
      code: 'provider-failed',
      charge: 'possible',
      detail: 'CUDA out of memory',
    }),
    poll(
      'finds it unfit',
      prediction('failed', { error: 'The input or output was flagged as sensitive. (E005)' }),
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'possible',
        detail: 'The input or output was flagged as sensitive. (E005)',
      },
    ),
    poll('was stopped', prediction('canceled'), {
      kind: 'refused',
      code: 'provider-failed',
      charge: 'possible',
      detail: 'canceled',
    }),
    poll('never began', prediction('aborted'), {
      kind: 'refused',
      code: 'provider-failed',
      charge: 'none',
      detail: 'aborted',
    }),
    poll('says something new', prediction('dreaming'), { kind: 'pending', job }),
  ],
  poisoned: [{ status: 201, json: { ...prediction('starting'), id: '../../account?' } }],
  polls: [
    { status: 200, json: prediction('processing') },
    {
      status: 200,
      json: prediction('succeeded', { output: 'https://replicate.delivery/xezq/a.webp' }),
    },
  ],
};
