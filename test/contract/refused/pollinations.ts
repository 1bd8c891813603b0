import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

function error(status: number, code: string, message: string): unknown {
  return {
    status,
    success: false,
    error: {
      code,
      message,
      timestamp: '2026-01-01T00:00:00.000Z',
      details: { name: 'Error' },
      requestId: 'req_abc123',
    },
  };
}

export const pollinationsRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('gen.pollinations.ai API reference, error responses', [
    [
      400,
      error(400, 'BAD_REQUEST', 'Description of what went wrong'),
      'invalid-input',
      'none',
      'Description of what went wrong',
    ],
    [
      400,
      error(400, 'BAD_REQUEST', 'Prompt was blocked by the content filter'),
      'content-refused',
      'none',
      'Prompt was blocked by the content filter',
    ],
    [
      400,
      error(400, 'BAD_REQUEST', 'Prompt was rejected by Azure content safety'),
      'content-refused',
      'none',
      'Prompt was rejected by Azure content safety',
    ],
    [
      401,
      error(401, 'UNAUTHORIZED', 'Missing or invalid API key.'),
      'session-refused',
      'none',
      'Missing or invalid API key.',
      { ended: true },
    ],
    [
      402,
      error(402, 'PAYMENT_REQUIRED', 'Insufficient pollen balance or API key budget exhausted.'),
      'insufficient-funds',
      'none',
      'Insufficient pollen balance or API key budget exhausted.',
    ],
    [
      403,
      error(
        403,
        'FORBIDDEN',
        'Access denied — insufficient permissions or paid-model access for this model.',
      ),
      'session-refused',
      'none',
      'Access denied — insufficient permissions or paid-model access for this model.',
    ],
    [
      404,
      error(404, 'NOT_FOUND', 'Resource not found.'),
      'invalid-input',
      'none',
      'Resource not found.',
    ],
    [
      405,
      error(405, 'METHOD_NOT_ALLOWED', 'HTTP method not supported on this route.'),
      'invalid-input',
      'none',
      'HTTP method not supported on this route.',
    ],
    [
      409,
      error(409, 'CONFLICT', 'Request conflicts with current resource state'),
      'provider-busy',
      'none',
      'Request conflicts with current resource state',
    ],
    [
      422,
      error(422, 'UNPROCESSABLE_ENTITY', 'Unsupported parameter combination.'),
      'invalid-input',
      'none',
      'Unsupported parameter combination.',
    ],
    [
      422,
      error(
        422,
        'content_policy_violation',
        'Prompt, input, or generated content was blocked by content moderation.',
      ),
      'content-refused',
      'none',
      'Prompt, input, or generated content was blocked by content moderation.',
    ],
    [422, error(422, 'content_policy_violation', 'Blocked'), 'content-refused', 'none', 'Blocked'],
    [
      429,
      error(429, 'RATE_LIMITED', 'Too many requests. Slow down.'),
      'rate-limited',
      'none',
      'Too many requests. Slow down.',
      { headers: { 'retry-after': '5' }, retryAfterMs: 5000 },
    ],
    [
      500,
      error(500, 'INTERNAL_ERROR', 'Server error. We’re on it.'),
      'provider-failed',
      'possible',
      'Server error. We’re on it.',
    ],
    [
      500,
      { error: 'Internal Server Error', message: 'No active flux servers available' },
      'provider-failed',
      'possible',
      'No active flux servers available',
    ],
    [
      502,
      error(502, 'BAD_GATEWAY', 'Upstream provider returned an unexpected error'),
      'provider-failed',
      'possible',
      'Upstream provider returned an unexpected error',
    ],
    [
      503,
      error(503, 'SERVICE_UNAVAILABLE', 'Temporarily unavailable'),
      'provider-busy',
      'possible',
      'Temporarily unavailable',
    ],
  ]),
];
