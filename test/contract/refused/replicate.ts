import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

const job = { id: 'gm3qorzdhgbfurvjtvhg6dckhu' };
const at = { at: 'poll', job } as const;
function prediction(status: string, error: string | null = null): unknown {
  return {
    id: job.id,
    status,
    error,
    output: null,
    urls: {},
  };
}

export const replicateRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('api.replicate.com/openapi.json and replicate.com/docs, problem details', [
    [
      401,
      {
        title: 'Unauthenticated',
        detail: 'You did not pass a valid authentication token',
        status: 401,
      },
      'session-refused',
      'none',
      'You did not pass a valid authentication token',
      { ended: true },
    ],
    [
      402,
      {
        title: 'Insufficient credit',
        detail:
          'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.',
        status: 402,
      },
      'insufficient-funds',
      'none',
      'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.',
    ],
    [
      404,
      { detail: 'The requested resource could not be found.', status: 404 },
      'invalid-input',
      'none',
      'The requested resource could not be found.',
    ],
    [
      422,
      {
        title: 'Input validation failed',
        detail: '- input.aspect_ratio must be one of the following',
        status: 422,
        invalid_fields: [],
      },
      'invalid-input',
      'none',
      '- input.aspect_ratio must be one of the following',
    ],
    [
      429,
      {
        title: 'Too many requests',
        detail: 'Request was throttled. Expected available in 1 second.',
        status: 429,
        retry_after: 1,
      },
      'rate-limited',
      'none',
      'Request was throttled. Expected available in 1 second.',
      { retryAfterMs: 1000 },
    ],
    [
      500,
      { title: 'Internal server error', status: 500 },
      'provider-failed',
      'possible',
      'Internal server error',
    ],
  ]),
  ...rowsOf('replicate.com/docs, prediction states', [
    [
      200,
      prediction('failed', 'CUDA out of memory'),
      'provider-failed',
      'possible',
      'CUDA out of memory',
      at,
    ],
    [
      200,
      prediction(
        'failed',
        'NSFW content detected. Try running it again, or try a different prompt.',
      ),
      'content-refused',
      'possible',
      'NSFW content detected. Try running it again, or try a different prompt.',
      at,
    ],
    [
      200,
      prediction(
        'failed',
        'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
      ),
      'content-refused',
      'possible',
      'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
      at,
    ],
    [
      200,
      prediction('failed', 'Prediction failed: E005'),
      'content-refused',
      'possible',
      'Prediction failed: E005',
      at,
    ],
    [
      200,
      prediction('failed', 'Request Moderated'),
      'content-refused',
      'possible',
      'Request Moderated',
      at,
    ],
    [
      200,
      prediction('failed', 'The prompt is prohibited'),
      'content-refused',
      'possible',
      'The prompt is prohibited',
      at,
    ],
    [
      200,
      prediction('failed', `${'Traceback '.repeat(20)}Request Moderated`),
      'content-refused',
      'possible',
      `${'Traceback '.repeat(19)}Traceback…`,
      at,
    ],
    [200, prediction('canceled'), 'provider-failed', 'possible', 'canceled', at],
    [200, prediction('aborted'), 'provider-failed', 'none', 'aborted', at],
    [
      201,
      prediction('aborted', 'Terminated before it started running'),
      'provider-failed',
      'none',
      'Terminated before it started running',
    ],
  ]),
];
