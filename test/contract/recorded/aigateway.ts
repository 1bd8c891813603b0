import type { Recorded } from '../recorded.js';
import { aigatewayRefused } from '../refused/aigateway.js';
import { onePixel } from './picture.js';

const docs = { says: 'docs', on: '2026-11-21' } as const;
const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
const url = 'https://api.aigateway.sh/v1/images/generations';
const job = { id: 'job_4f2a' };

/**
 * aigateway-sh/openapi bba193e and its guide; a job's snapshot has no published form, these are
 * what its words suggest.
 */
export const aigatewayReplies: Recorded = {
  orders: [
    {
      order: { model: 'flux-2-klein-9b', seed: 7, steps: 4 },
      url,
      json: {
        model: 'black-forest-labs/flux-2-klein-9b',
        prompt: 'A lighthouse',
        size: '1024x1024',
        n: 1,
        response_format: 'b64_json',
      },
    },
    {
      order: { model: 'bfl/flux-2-klein-9b', height: 768 },
      url,
      json: {
        model: 'bfl/flux-2-klein-9b',
        prompt: 'A lighthouse',
        size: '1024x768',
        n: 1,
        response_format: 'b64_json',
      },
    },
  ],
  impossible: [
    { order: { references: [image] }, because: 'at most 0 reference pictures' },
    { order: { model: '../balance' }, because: 'no such model' },
  ],
  calls: [
    {
      of: 'poll',
      job,
      sends: { method: 'GET', url: 'https://api.aigateway.sh/v1/jobs/job_4f2a' },
    },
    {
      of: 'cancel',
      job,
      sends: { method: 'DELETE', url: 'https://api.aigateway.sh/v1/jobs/job_4f2a' },
    },
    { of: 'balance', sends: { method: 'GET', url: 'https://api.aigateway.sh/v1/balance' } },
  ],
  refusals: aigatewayRefused,
  replies: [
    {
      ...docs,
      title: 'takes a slow model as a job',
      at: 'submit',
      reply: { status: 202, json: { id: 'job_4f2a', status: 'queued' } },
      means: { kind: 'pending', job },
    },
    {
      ...docs,
      title: 'answers with the picture and its cost',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [{ b64_json: onePixel }] },
        headers: { 'x-aigateway-cost': '0.040' },
      },
      means: {
        kind: 'done',
        images: [{ base64: onePixel }],
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'answers with the picture and its cost in the body, where a page may read it',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [{ b64_json: onePixel }], usage: { cost: 0.04 } },
      },
      means: {
        kind: 'done',
        images: [{ base64: onePixel }],
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'takes money and brings no picture',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [] },
        headers: { 'x-aigateway-cost': '0.040' },
      },
      means: {
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'charged',
        usage: { unit: 'usd', amount: '0.04' },
      },
    },
    {
      ...docs,
      title: 'answers with the picture alone',
      at: 'submit',
      reply: {
        status: 200,
        json: { created: 1, data: [{ url: 'https://media.aigateway.sh/a.png?sig=1' }] },
      },
      means: { kind: 'done', images: [{ url: 'https://media.aigateway.sh/a.png?sig=1' }] },
    },
    {
      ...docs,
      title: 'has reached the budget',
      at: 'submit',
      reply: { status: 402, json: { error: { message: 'Budget exceeded' } } },
      means: {
        kind: 'refused',
        code: 'insufficient-funds',
        charge: 'none',
        detail: 'Budget exceeded',
      },
    },
    {
      ...docs,
      title: 'works on the job',
      at: 'poll',
      job,
      reply: { status: 200, json: { id: 'job_4f2a', status: 'processing' } },
      means: { kind: 'pending', job },
    },
    {
      ...docs,
      title: 'finished the job',
      at: 'poll',
      job,
      reply: {
        status: 200,
        json: {
          id: 'job_4f2a',
          status: 'completed',
          result: { data: [{ url: 'https://media.aigateway.sh/a.png' }] },
        },
      },
      means: { kind: 'done', images: [{ url: 'https://media.aigateway.sh/a.png' }] },
    },
    ...[
      { output: [{ url: 'https://media.aigateway.sh/a.png' }] },
      { output: ['https://media.aigateway.sh/a.png'] },
      { result: { images: [{ url: 'https://media.aigateway.sh/a.png' }] } },
      { result_url: 'https://media.aigateway.sh/a.png' },
      { result: { result_url: 'https://media.aigateway.sh/a.png' } },
    ].map((rest) => ({
      ...docs,
      title: `finished the job and puts the picture into ${JSON.stringify(rest)}`,
      at: 'poll' as const,
      job,
      reply: {
        status: 200,
        json: {
          id: 'job_4f2a',
          url: 'https://api.aigateway.sh/v1/jobs/job_4f2a',
          status: 'completed',
          ...rest,
        },
      },
      means: { kind: 'done' as const, images: [{ url: 'https://media.aigateway.sh/a.png' }] },
    })),
    {
      ...docs,
      title: 'finished the job without a picture that can be read',
      at: 'poll',
      job,
      reply: {
        status: 200,
        json: {
          id: 'job_4f2a',
          url: 'https://api.aigateway.sh/v1/jobs/job_4f2a',
          status: 'completed',
          output: 'a.png',
          usage: { cost: 0.04 },
        },
      },
      means: { kind: 'done', images: [], usage: { unit: 'usd', amount: '0.04' } },
    },
    {
      ...docs,
      title: 'failed the job',
      at: 'poll',
      job,
      reply: { status: 200, json: { id: 'job_4f2a', status: 'failed' } },
      means: {
        kind: 'refused',
        code: 'provider-failed',
        charge: 'possible',
        detail: 'failed',
      },
    },
    {
      ...docs,
      title: 'says what is left in dollars',
      at: 'balance',
      reply: { status: 200, json: { balance_usd: 4.2 } },
      means: '4.2',
    },
    {
      ...docs,
      title: 'says what is left in cents',
      at: 'balance',
      reply: { status: 200, json: { balance: 1250, unit: 'cents' } },
      means: '12.50',
    },
    {
      ...docs,
      title: 'says what is left and names dollars',
      at: 'balance',
      reply: { status: 200, json: { balance: 12.5, unit: 'USD' } },
      means: '12.5',
    },
    {
      ...docs,
      title: 'says a number of nobody knows what',
      at: 'balance',
      reply: { status: 200, json: { balance: 1250 } },
      means: undefined,
    },
    {
      ...docs,
      title: 'says a number of something else',
      at: 'balance',
      reply: { status: 200, json: { balance: 1250, unit: 'credits' } },
      means: undefined,
    },
  ],
  poisoned: [{ status: 202, json: { id: '../../sub-accounts' } }],
  polls: [
    { status: 200, json: { id: 'job_4f2a', status: 'processing' } },
    { status: 200, json: { id: 'job_4f2a', status: 'completed', data: [{ b64_json: onePixel }] } },
  ],
};
