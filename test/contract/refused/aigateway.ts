import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

function error(message: string, type: string, code: number | string): unknown {
  return {
    error: { message, type, code, param: null },
  };
}
const at = { at: 'poll', job: { id: 'job_4f2a' } } as const;

export const aigatewayRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('aigateway-openapi.json, Error and the statuses of its calls', [
    [
      400,
      error('Invalid request', 'invalid_request_error', 400),
      'invalid-input',
      'none',
      'Invalid request',
    ],
    [
      400,
      error('Your prompt was rejected.', 'content_policy_violation', 400),
      'content-refused',
      'none',
      'Your prompt was rejected.',
    ],
    [
      400,
      error('Your prompt was rejected.', 'image_generation_user_error', 'moderation_blocked'),
      'content-refused',
      'none',
      'Your prompt was rejected.',
    ],
    [
      401,
      error('Auth error', 'authentication_error', 401),
      'session-refused',
      'none',
      'Auth error',
      { ended: true },
    ],
    [
      402,
      error('Budget exceeded', 'billing_error', 402),
      'insufficient-funds',
      'none',
      'Budget exceeded',
    ],
    [404, error('Not found', 'not_found_error', 404), 'invalid-input', 'none', 'Not found'],
    [
      413,
      error('Image exceeds 25 MB', 'invalid_request_error', 413),
      'invalid-input',
      'none',
      'Image exceeds 25 MB',
    ],
    [
      422,
      error('Blocked by content policy', 'invalid_request_error', 422),
      'content-refused',
      'none',
      'Blocked by content policy',
    ],
    [
      429,
      error('Rate limited', 'rate_limit_error', 429),
      'rate-limited',
      'none',
      'Rate limited',
      { headers: { 'retry-after': '2' }, retryAfterMs: 2000 },
    ],
    [
      502,
      error('Upstream error', 'api_error', 502),
      'provider-failed',
      'possible',
      'Upstream error',
    ],
    [503, error('Overloaded', 'overloaded_error', 503), 'provider-busy', 'possible', 'Overloaded'],
  ]),
  ...rowsOf('aigateway-openapi.json, jobs; composed', [
    [404, error('Not found', 'not_found_error', 404), 'image-lost', 'possible', 'Not found', at],
    [
      200,
      { id: 'job_4f2a', status: 'failed', error: { message: 'The model failed' } },
      'provider-failed',
      'possible',
      'The model failed',
      at,
    ],
    [
      200,
      { id: 'job_4f2a', status: 'failed', error: 'NSFW content' },
      'content-refused',
      'possible',
      'NSFW content',
      at,
    ],
    [200, { id: 'job_4f2a', status: 'cancelled' }, 'provider-failed', 'possible', 'cancelled', at],
  ]),
];
