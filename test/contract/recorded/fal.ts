import type { Recorded, RecordedReply } from '../recorded.js';
import { falRefused } from '../refused/fal.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const prompt = 'A lighthouse';
const of = 'https://queue.fal.run/fal-ai/flux-2-pro/requests/80e7';
const job = {
  status: '/fal-ai/flux-2-pro/requests/80e7/status',
  result: '/fal-ai/flux-2-pro/requests/80e7',
  cancel: '/fal-ai/flux-2-pro/requests/80e7/cancel',
};
const ready = { ...job, ready: '1' };
const queued = {
  status: 'IN_QUEUE',
  request_id: '80e7',
  response_url: of,
  status_url: `${of}/status`,
  cancel_url: `${of}/cancel`,
  queue_position: 3,
};
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const other = { ...image, base64: 'b3RoZXI=' };
function given(count: number) {
  return { references: Array.from({ length: count }, () => image) };
}
const made = {
  images: [
    {
      url: 'https://v3.fal.media/files/zebra/a.jpeg',
      content_type: 'image/jpeg',
      width: 1024,
      height: 1024,
    },
  ],
  seed: 9,
};
function poll(
  title: string,
  about: typeof job,
  reply: RecordedReply['reply'],
  means: RecordedReply['means'],
): RecordedReply {
  return { ...docs, title, at: 'poll', job: about, reply, means };
}

/**
 * @fal-ai/client 1.10.1, fal.ai/docs (queue, reliability, errors); billable units as TanStack/ai
 * #723 reads them.
 */
export const falReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-pro', seed: 7, steps: 20 },
      url: 'https://queue.fal.run/fal-ai/flux-2-pro',
      json: { prompt, image_size: { width: 1024, height: 1024 }, seed: 7 },
    },
    {
      order: { model: 'flux-2-pro', references: [image, other] },
      url: 'https://queue.fal.run/fal-ai/flux-2-pro/edit',
      json: {
        prompt,
        image_size: { width: 1024, height: 1024 },
        image_urls: ['data:image/png;base64,aGVsbG8=', 'data:image/png;base64,b3RoZXI='],
      },
    },
    {
      order: { model: 'flux-2-klein-9b', references: [image], steps: 4, height: 768 },
      url: 'https://queue.fal.run/fal-ai/flux-2/klein/9b/edit',
      json: {
        prompt,
        image_size: { width: 1024, height: 768 },
        num_inference_steps: 4,
        image_urls: ['data:image/png;base64,aGVsbG8='],
      },
    },
    {
      order: { model: 'flux-2-dev', width: 512, height: 2048 },
      url: 'https://queue.fal.run/fal-ai/flux-2',
      json: { prompt, image_size: { width: 512, height: 2048 } },
    },
    {
      order: { model: 'flux-1-schnell', steps: 4 },
      url: 'https://queue.fal.run/fal-ai/flux/schnell',
      json: { prompt, image_size: { width: 1024, height: 1024 }, num_inference_steps: 4 },
    },
    {
      order: { model: 'flux-1.1-pro', steps: 20 },
      url: 'https://queue.fal.run/fal-ai/flux-pro/v1.1',
      json: { prompt, image_size: { width: 1024, height: 1024 } },
    },
    {
      order: { model: 'flux-1.1-pro-ultra', seed: 7, width: 1000, height: 2300 },
      url: 'https://queue.fal.run/fal-ai/flux-pro/v1.1-ultra',
      json: { prompt, seed: 7, aspect_ratio: '9:21' },
    },
    {
      order: { model: 'flux-1.1-pro-raw', width: 1920, height: 1080 },
      url: 'https://queue.fal.run/fal-ai/flux-pro/v1.1-ultra',
      json: { prompt, aspect_ratio: '16:9', raw: true },
    },
    {
      order: { model: 'flux-1-kontext-max', references: [image] },
      url: 'https://queue.fal.run/fal-ai/flux-pro/kontext/max',
      json: { prompt, image_url: 'data:image/png;base64,aGVsbG8=', aspect_ratio: '1:1' },
    },
    {
      order: { model: 'someone/else-v3' },
      url: 'https://queue.fal.run/someone/else-v3',
      json: { prompt, image_size: { width: 1024, height: 1024 } },
    },
  ],
  impossible: [
    { order: { model: 'flux-1-kontext-pro' }, because: 'a picture to start from' },
    {
      order: { model: 'flux-1-kontext-pro', ...given(2) },
      because: 'at most 1 reference pictures',
    },
    {
      order: { model: 'flux-1.1-pro-ultra', ...given(1) },
      because: 'at most 0 reference pictures',
    },
    { order: { model: 'flux-1-schnell', ...given(1) }, because: 'at most 0 reference pictures' },
    { order: { model: 'flux-2-klein-4b', ...given(5) }, because: 'at most 4 reference pictures' },
    { order: { model: 'flux-2-pro', ...given(9) }, because: 'at most 8 reference pictures' },
    { order: { model: 'flux-2-dev', width: 511 }, because: '512 to 2048 pixels a side' },
    { order: { model: 'flux-2-dev', height: 2049 }, because: '512 to 2048 pixels a side' },
    {
      order: { model: 'flux-2-dev', height: 500, ...given(1) },
      because: '512 to 2048 pixels a side',
    },
    { order: { model: 'a b' }, because: 'no such model' },
  ],
  calls: [
    { of: 'poll', job, sends: { method: 'GET', url: `${of}/status` } },
    { of: 'poll', job: ready, sends: { method: 'GET', url: of } },
    { of: 'cancel', job, sends: { method: 'PUT', url: `${of}/cancel` } },
    {
      of: 'cancel',
      job: { status: job.status, result: job.result },
      sends: { method: 'PUT', url: `${of}/cancel` },
    },
  ],
  refusals: falRefused,
  replies: [
    {
      ...docs,
      title: 'queues the job',
      at: 'submit',
      reply: { status: 200, json: queued },
      means: { kind: 'pending', job, waitMs: 500, progress: { position: 3 } },
    },
    {
      ...docs,
      title: 'queues the job without a place or a way to cancel it',
      at: 'submit',
      reply: {
        status: 200,
        json: { ...queued, cancel_url: undefined, queue_position: undefined },
      },
      means: {
        kind: 'pending',
        job: { status: job.status, result: job.result },
        waitMs: 500,
      },
    },
    {
      ...docs,
      title: 'leads to another host',
      at: 'submit',
      reply: { status: 200, json: { ...queued, status_url: 'https://fal.run/x' } },
      means: {
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
        detail: 'status_url is not at queue.fal.run',
      },
    },
    {
      ...docs,
      title: 'leads nowhere',
      at: 'submit',
      reply: { status: 200, json: { ...queued, status_url: undefined } },
      means: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    },
    {
      ...docs,
      title: 'has locked the account',
      at: 'submit',
      reply: { status: 403, json: { detail: 'User is locked. Reason: Exhausted balance.' } },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'User is locked. Reason: Exhausted balance.',
      },
    },
    {
      ...docs,
      title: 'breaks down, which it never bills',
      at: 'submit',
      reply: { status: 503, json: { detail: 'busy' } },
      means: { kind: 'refused', code: 'provider-busy', charge: 'none', detail: 'busy' },
    },
    poll(
      'has two before this one',
      job,
      { status: 202, json: { status: 'IN_QUEUE', queue_position: 2 } },
      { kind: 'pending', job, progress: { position: 2 } },
    ),
    poll(
      'works on it',
      job,
      { status: 202, json: { status: 'IN_PROGRESS', logs: null } },
      { kind: 'pending', job },
    ),
    poll(
      'is done, and the result waits elsewhere',
      job,
      { status: 200, json: { status: 'COMPLETED', metrics: { inference_time: 3 } } },
      { kind: 'pending', job: ready, waitMs: 0 },
    ),
    poll(
      'hands over the picture and the units',
      ready,
      { status: 200, json: made, headers: { 'x-fal-billable-units': '1.5' } },
      {
        kind: 'done',
        images: [{ url: 'https://v3.fal.media/files/zebra/a.jpeg', width: 1024, height: 1024 }],
        usage: { unit: 'billable-units', amount: '1.5' },
        seed: 9,
      },
    ),
    poll(
      'hands over the picture to a browser that may not read the units',
      ready,
      { status: 200, json: made },
      {
        kind: 'done',
        images: [{ url: 'https://v3.fal.media/files/zebra/a.jpeg', width: 1024, height: 1024 }],
        seed: 9,
      },
    ),
    poll(
      'hands over one picture without a size, and one with half of it',
      ready,
      {
        status: 200,
        json: {
          images: [
            { url: 'https://v3.fal.media/files/zebra/a.jpeg' },
            { url: 'https://v3.fal.media/files/zebra/a.jpeg', width: 1024 },
            { url: 'https://v3.fal.media/files/zebra/a.jpeg', height: 768 },
          ],
        },
      },
      {
        kind: 'done',
        images: [
          { url: 'https://v3.fal.media/files/zebra/a.jpeg' },
          { url: 'https://v3.fal.media/files/zebra/a.jpeg' },
          { url: 'https://v3.fal.media/files/zebra/a.jpeg' },
        ],
      },
    ),
    poll(
      'hands over a single picture under another name',
      ready,
      { status: 200, json: { image: { url: 'https://v3.fal.media/files/zebra/a.jpeg' } } },
      { kind: 'done', images: [{ url: 'https://v3.fal.media/files/zebra/a.jpeg' }] },
    ),
    poll(
      'names an error on its way, with what may be a success',
      ready,
      { status: 200, json: { ...made, error_type: 'none' } },
      {
        kind: 'done',
        images: [{ url: 'https://v3.fal.media/files/zebra/a.jpeg', width: 1024, height: 1024 }],
        seed: 9,
      },
    ),
    poll(
      'did not understand what it was asked',
      ready,
      { status: 400, json: { detail: 'No', error_type: 'bad_request' } },
      { kind: 'refused', code: 'invalid-input', charge: 'possible', detail: 'No' },
    ),
    ...[401, 403, 404, 408, 409, 425, 429].map((status) =>
      poll(
        `has trouble on the way to the result (${status})`,
        ready,
        { status, json: { error_type: 'request_timeout' } },
        {
          kind: 'refused',
          code:
            status === 404 ? 'image-lost' : status < 404 ? 'session-refused' : 'unreadable-reply',
          charge: 'possible',
          ...(status === 401 && { ended: true as const }),
        },
      ),
    ),
    poll(
      'is still in the queue',
      job,
      { status: 200, json: { status: 'IN_QUEUE', queue_position: 0 } },
      { kind: 'pending', job, progress: { position: 0 } },
    ),
    poll(
      'works on it',
      job,
      { status: 200, json: { status: 'IN_PROGRESS' } },
      { kind: 'pending', job },
    ),
    poll(
      'finds the prompt unfit',
      ready,
      {
        status: 422,
        json: {
          detail: [
            {
              loc: ['body', 'prompt'],
              msg: 'The content could not be processed.',
              type: 'content_policy_violation',
            },
          ],
        },
      },
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'possible',
        detail: 'The content could not be processed.',
      },
    ),
    poll(
      'finds the picture unfit and counts it',
      ready,
      {
        status: 422,
        json: { detail: [{ loc: ['body'], msg: 'Flagged.', type: 'content_policy_violation' }] },
        headers: { 'x-fal-billable-units': '1' },
      },
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'charged',
        detail: 'Flagged.',
        usage: { unit: 'billable-units', amount: '1' },
      },
    ),
    poll(
      'hands over a list without a picture',
      ready,
      { status: 200, json: { images: [] }, headers: { 'x-fal-billable-units': '1' } },
      { kind: 'done', images: [], usage: { unit: 'billable-units', amount: '1' } },
    ),
    poll(
      'failed on its side',
      ready,
      {
        status: 500,
        json: {
          detail: [{ loc: [], msg: 'Internal server error', type: 'internal_server_error' }],
        },
      },
      {
        kind: 'refused',
        code: 'provider-failed',
        charge: 'none',
        detail: 'Internal server error',
      },
    ),
    poll(
      'has a gateway in trouble',
      ready,
      { status: 502, text: '<h1>Bad gateway</h1>' },
      { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    ),
    poll(
      'blacked the picture out',
      ready,
      {
        status: 200,
        json: { ...made, has_nsfw_concepts: [true] },
        headers: { 'x-fal-billable-units': '1' },
      },
      {
        kind: 'refused',
        code: 'content-refused',
        charge: 'charged',
        usage: { unit: 'billable-units', amount: '1' },
      },
    ),
  ],
  poisoned: [
    { ...queued, status_url: 'https://evil.example/status' },
    { ...queued, response_url: 'https://queue.fal.run.evil.example/x' },
    { ...queued, status_url: 'https://queue.fal.run@evil.example/' },
    { ...queued, status_url: 'http://queue.fal.run/x' },
    { ...queued, response_url: 'https://queue.fal.run\\@evil.example/' },
  ].map((json) => ({ status: 200, json })),
  polls: [
    { status: 200, json: { status: 'IN_PROGRESS' } },
    { status: 200, json: { status: 'COMPLETED' } },
    { status: 200, json: made, headers: { 'x-fal-billable-units': '1' } },
  ],
};
