import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

const job = { host: 'api.eu2.bfl.ai', path: '/v1/get_result?id=7a1', cost: '3' };
const at = { at: 'poll', job } as const;

export const bflRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('docs.bfl.ai/api_integration/errors, composed', [
    [400, { detail: 'Bad request' }, 'invalid-input', 'none', 'Bad request'],
    [402, { detail: 'Insufficient credits' }, 'insufficient-funds', 'none', 'Insufficient credits'],
    [
      403,
      { detail: 'Your API key does not have permission to access the specified resource.' },
      'session-refused',
      'none',
      'Your API key does not have permission to access the specified resource.',
    ],
    [
      403,
      { detail: 'Insufficient credits.' },
      'insufficient-funds',
      'none',
      'Insufficient credits.',
    ],
    [
      429,
      { detail: 'Rate limit exceeded' },
      'rate-limited',
      'none',
      'Rate limit exceeded',
      { headers: { 'retry-after': '60' }, retryAfterMs: 60_000 },
    ],
    [
      500,
      { detail: 'Internal server error' },
      'provider-failed',
      'possible',
      'Internal server error',
    ],
    [503, { detail: 'Service unavailable' }, 'provider-busy', 'possible', 'Service unavailable'],
  ]),
  ...rowsOf('a reply of api.bfl.ai quoted by others', [
    [
      403,
      { detail: 'Not authenticated' },
      'session-refused',
      'none',
      'Not authenticated',
      { ended: true },
    ],
    [
      403,
      { detail: 'Invalid API key format' },
      'session-refused',
      'none',
      'Invalid API key format',
      { ended: true },
    ],
    [
      401,
      { detail: 'Not authenticated' },
      'session-refused',
      'none',
      'Not authenticated',
      { ended: true },
    ],
  ]),
  ...rowsOf('api.bfl.ai/openapi.json, HTTPValidationError', [
    [
      422,
      {
        detail: [
          {
            loc: ['body', 'width'],
            msg: 'Input should be greater than or equal to 64',
            type: 'greater_than_equal',
          },
        ],
      },
      'invalid-input',
      'none',
      'Input should be greater than or equal to 64',
    ],
    [422, { detail: 'prompt is required' }, 'invalid-input', 'none', 'prompt is required'],
  ]),
  ...rowsOf('api.bfl.ai/openapi.json, StatusResponse', [
    [
      200,
      { id: '7a1', status: 'Task not found', result: null },
      'image-lost',
      'possible',
      undefined,
      at,
    ],
    [
      200,
      { id: '7a1', status: 'Request Moderated', details: { 'Moderation Reasons': ['Violence'] } },
      'content-refused',
      'possible',
      'Violence',
      at,
    ],
    [
      200,
      { id: '7a1', status: 'Content Moderated', details: null },
      'content-refused',
      'possible',
      undefined,
      at,
    ],
    [
      200,
      { id: '7a1', status: 'Content Moderated', cost: 3 },
      'content-refused',
      'charged',
      undefined,
      at,
    ],
    [
      200,
      { id: '7a1', status: 'Error', details: { message: 'The model failed' } },
      'provider-failed',
      'possible',
      'The model failed',
      at,
    ],
  ]),
];
