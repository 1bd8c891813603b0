import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

function error(message: string, type: string, code: string | null = null): unknown {
  return {
    error: { message, type, param: null, code },
  };
}

export const togetherRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('together-openapi.yaml, ErrorData; docs.together.ai/docs/error-codes', [
    [
      400,
      error('Invalid request', 'invalid_request_error'),
      'invalid-input',
      'none',
      'Invalid request',
    ],
    [
      400,
      error(
        'Your request was rejected by our content policy.',
        'invalid_request_error',
        'content_policy_violation',
      ),
      'content-refused',
      'none',
      'Your request was rejected by our content policy.',
    ],
    [
      401,
      error('Invalid API key provided.', 'invalid_request_error', 'invalid_api_key'),
      'session-refused',
      'none',
      'Invalid API key provided.',
      { ended: true },
    ],
    [
      402,
      error('Credit limit exceeded', 'credit_limit'),
      'insufficient-funds',
      'none',
      'Credit limit exceeded',
    ],
    [
      403,
      error('Input token count exceeds the limit', 'invalid_request_error'),
      'invalid-input',
      'none',
      'Input token count exceeds the limit',
    ],
    [
      404,
      error('Unable to access model', 'invalid_request_error', 'model_not_available'),
      'invalid-input',
      'none',
      'Unable to access model',
    ],
    [
      422,
      error('NSFW content detected in image', 'invalid_request_error'),
      'content-refused',
      'none',
      'NSFW content detected in image',
    ],
    [
      422,
      error('width must be a multiple of 8', 'invalid_request_error'),
      'invalid-input',
      'none',
      'width must be a multiple of 8',
    ],
    [
      429,
      error('You have reached the rate limit', 'rate_limit'),
      'rate-limited',
      'none',
      'You have reached the rate limit',
      { headers: { 'retry-after': '3' }, retryAfterMs: 3000 },
    ],
    [500, error('Server error', 'server_error'), 'provider-failed', 'possible', 'Server error'],
    [
      503,
      error('Engine overloaded', 'service_unavailable'),
      'provider-busy',
      'possible',
      'Engine overloaded',
    ],
    [504, error('Timeout', 'timeout'), 'provider-failed', 'possible', 'Timeout'],
    [524, '<html>A timeout occurred</html>', 'provider-failed', 'possible', undefined],
    [529, error('Server error', 'server_error'), 'provider-busy', 'possible', 'Server error'],
  ]),
];
