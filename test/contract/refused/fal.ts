import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

const result = {
  status: '/fal-ai/flux-2-pro/requests/80e7/status',
  result: '/fal-ai/flux-2-pro/requests/80e7',
  ready: '1',
};
const at = { at: 'poll', job: result } as const;
function typed(type: string, msg: string): unknown {
  return {
    detail: [{ loc: ['body'], msg, type, url: `https://docs.fal.ai/errors#${type}` }],
  };
}
function request(error_type: string, detail: string): unknown {
  return { detail, error_type };
}

export const falRefused: readonly DocumentedRefusal[] = [
  ...rowsOf(
    'fal.ai/docs/documentation/model-apis/request-errors',
    (
      [
        ['request_timeout', 504, 'Request timed out'],
        ['startup_timeout', 504, 'The runner did not start'],
        ['runner_server_error', 500, 'Runner failed'],
        ['runner_incomplete_response', 502, 'Runner sent half of an answer'],
        ['internal_error', 500, 'An unexpected internal error occurred'],
      ] as const
    ).map(([type, status, detail]) => [
      status,
      request(type, detail),
      'provider-failed',
      'none',
      detail,
      at,
    ]),
  ),
  ...rowsOf('fal.ai/docs/documentation/model-apis/request-errors', [
    ...(
      [
        'runner_scheduling_failure',
        'runner_connection_timeout',
        'runner_disconnected',
        'runner_connection_refused',
        'runner_connection_error',
      ] as const
    ).map(
      (type) =>
        [503, request(type, 'No runner'), 'provider-busy', 'none', 'No runner', at] as const,
    ),
    [
      504,
      { detail: 'Request timed out' },
      'provider-failed',
      'none',
      'Request timed out',
      { ...at, headers: { 'x-fal-error-type': 'request_timeout' } },
    ],
    [
      504,
      'upstream request timeout',
      'provider-failed',
      'none',
      'upstream request timeout',
      { ...at, headers: { 'x-fal-error-type': 'request_timeout' } },
    ],
    [499, request('client_cancelled', 'Cancelled'), 'provider-failed', 'possible', 'Cancelled', at],
    [
      400,
      request('bad_request', 'Invalid timeout'),
      'invalid-input',
      'possible',
      'Invalid timeout',
      at,
    ],
    [
      504,
      request('request_timeout', 'Request timed out'),
      'provider-failed',
      'none',
      'Request timed out',
    ],
  ]),
  ...rowsOf('fal.ai/docs/documentation/model-apis/errors', [
    [
      500,
      typed('internal_server_error', 'Internal server error'),
      'provider-failed',
      'none',
      'Internal server error',
      at,
    ],
    [
      504,
      typed('generation_timeout', 'Generation timed out'),
      'provider-failed',
      'none',
      'Generation timed out',
      at,
    ],
    [
      500,
      typed('downstream_service_error', 'Downstream service error'),
      'provider-failed',
      'none',
      'Downstream service error',
      at,
    ],
    [
      400,
      typed('downstream_service_error', 'Downstream service error'),
      'provider-failed',
      'possible',
      'Downstream service error',
      at,
    ],
    [
      500,
      typed('downstream_service_unavailable', 'Downstream service unavailable'),
      'provider-busy',
      'none',
      'Downstream service unavailable',
      at,
    ],
    [
      503,
      typed('downstream_service_unavailable', 'Downstream service unavailable'),
      'provider-busy',
      'none',
      'Downstream service unavailable',
      at,
    ],
    [
      422,
      typed(
        'content_policy_violation',
        'The content could not be processed because it was flagged by a content checker.',
      ),
      'content-refused',
      'possible',
      'The content could not be processed because it was flagged by a content checker.',
      at,
    ],
    [
      422,
      typed('image_too_small', 'Image is too small'),
      'invalid-input',
      'possible',
      'Image is too small',
      at,
    ],
    [
      422,
      typed('no_media_generated', 'No media was generated'),
      'invalid-input',
      'possible',
      'No media was generated',
      at,
    ],
    [422, typed('content_policy_violation', 'Flagged'), 'content-refused', 'none', 'Flagged'],
    [422, typed('missing', 'Field required'), 'invalid-input', 'none', 'Field required'],
  ]),
  ...rowsOf('@fal-ai/client 1.10.1 and fal.ai/docs, composed', [
    [
      401,
      { detail: 'Authentication is required to access this application.' },
      'session-refused',
      'none',
      'Authentication is required to access this application.',
      { ended: true },
    ],
    [
      403,
      {
        detail:
          'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
      },
      'insufficient-funds',
      'none',
      'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
    ],
    [
      403,
      { detail: 'Forbidden: insufficient credits' },
      'insufficient-funds',
      'none',
      'Forbidden: insufficient credits',
    ],
    [
      403,
      { detail: 'Access to this application is forbidden.' },
      'session-refused',
      'none',
      'Access to this application is forbidden.',
    ],
    [
      404,
      { detail: 'Application "fal-ai/none" not found' },
      'invalid-input',
      'none',
      'Application "fal-ai/none" not found',
    ],
    [
      429,
      { detail: 'Concurrent requests limit reached' },
      'rate-limited',
      'none',
      'Concurrent requests limit reached',
    ],
    [500, { detail: 'Internal Server Error' }, 'provider-failed', 'none', 'Internal Server Error'],
    [429, request('rate_limited', 'Slow down'), 'unreadable-reply', 'possible', 'Slow down', at],
    [502, '<h1>Bad gateway</h1>', 'unreadable-reply', 'possible', undefined, at],
  ]),
];
