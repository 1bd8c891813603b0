import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

function error(code: number, message: string, metadata?: object): unknown {
  return {
    error: { code, message, ...(metadata ? { metadata } : {}) },
  };
}
const flagged = {
  reasons: ['violence'],
  flagged_input: 'a knife …',
  provider_name: 'OpenAI',
  model_slug: 'openai/gpt-image',
};

export const openrouterRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('openrouter-openapi.yaml, POST /images', [
    [
      400,
      error(400, 'Invalid request parameters'),
      'invalid-input',
      'none',
      'Invalid request parameters',
    ],
    [
      401,
      error(401, 'Missing Authentication header'),
      'session-refused',
      'none',
      'Missing Authentication header',
      { ended: true },
    ],
    [
      402,
      error(402, 'Insufficient credits. Add more using https://openrouter.ai/credits'),
      'insufficient-funds',
      'none',
      'Insufficient credits. Add more using https://openrouter.ai/credits',
    ],
    [
      403,
      error(403, 'Only management keys can perform this operation'),
      'session-refused',
      'none',
      'Only management keys can perform this operation',
    ],
    [404, error(404, 'Resource not found'), 'invalid-input', 'none', 'Resource not found'],
    [
      413,
      error(413, 'Request payload too large'),
      'invalid-input',
      'none',
      'Request payload too large',
    ],
    [
      429,
      error(429, 'Rate limit exceeded'),
      'rate-limited',
      'none',
      'Rate limit exceeded',
      { headers: { 'retry-after': '12' }, retryAfterMs: 12_000 },
    ],
    [
      500,
      error(500, 'Internal Server Error'),
      'provider-failed',
      'possible',
      'Internal Server Error',
    ],
    [
      502,
      error(502, 'Provider returned error'),
      'provider-failed',
      'possible',
      'Provider returned error',
    ],
    [
      524,
      error(524, 'Request timed out. Please try again later.'),
      'provider-failed',
      'possible',
      'Request timed out. Please try again later.',
    ],
    [
      529,
      error(529, 'Provider returned error'),
      'provider-busy',
      'possible',
      'Provider returned error',
    ],
  ]),
  ...rowsOf('openrouter.ai/docs/api/reference/errors-and-debugging', [
    [
      403,
      error(403, 'Your chosen model requires moderation and your input was flagged', flagged),
      'content-refused',
      'none',
      'Your chosen model requires moderation and your input was flagged',
    ],
    [
      403,
      error(403, 'Forbidden', { ...flagged, error_type: 'content_policy_violation' }),
      'content-refused',
      'none',
      'Forbidden',
    ],
    [
      403,
      error(403, 'Blocked', { error_type: 'content_policy_violation' }),
      'content-refused',
      'none',
      'Blocked',
    ],
    [
      408,
      error(408, 'Your request timed out'),
      'provider-failed',
      'possible',
      'Your request timed out',
    ],
    [
      503,
      error(503, 'There is no available model provider that meets your routing requirements'),
      'provider-busy',
      'possible',
      'There is no available model provider that meets your routing requirements',
    ],
    [
      429,
      error(429, 'Rate limited', { retry_after_seconds: 4 }),
      'rate-limited',
      'none',
      'Rate limited',
      { retryAfterMs: 4000 },
    ],
    [
      200,
      error(502, 'Provider returned error'),
      'provider-failed',
      'possible',
      'Provider returned error',
    ],
    [
      200,
      error(429, 'The provider is rate limited'),
      'rate-limited',
      'possible',
      'The provider is rate limited',
    ],
    [
      200,
      { created: 1, data: [], error: { code: 403, message: 'Flagged', metadata: flagged } },
      'content-refused',
      'possible',
      'Flagged',
    ],
    [
      200,
      {
        type: 'error',
        error: {
          code: 'upstream_error',
          message: 'The upstream provider returned an error',
          type: 'provider_error',
        },
      },
      'provider-failed',
      'possible',
      'The upstream provider returned an error',
    ],
  ]),
  ...rowsOf('issue threads about openrouter.ai, 2025 and 2026', [
    [
      404,
      error(
        404,
        'No endpoints found matching your data policy (Paid model training). Configure: https://openrouter.ai/settings/privacy',
      ),
      'not-hosted',
      'none',
      'No endpoints found matching your data policy (Paid model training). Configure: https://openrouter.ai/settings/privacy',
    ],
    [
      403,
      error(403, 'Model excluded by data policy'),
      'not-hosted',
      'none',
      'Model excluded by data policy',
    ],
    [
      404,
      error(404, 'No endpoints available matching your guardrail restrictions and data policy.'),
      'not-hosted',
      'none',
      'No endpoints available matching your guardrail restrictions and data policy.',
    ],
    [
      404,
      error(404, 'No allowed providers are available for the selected model.'),
      'not-hosted',
      'none',
      'No allowed providers are available for the selected model.',
    ],
    [
      502,
      error(502, 'Paid model training violation (account settings): 1 endpoint excluded'),
      'not-hosted',
      'none',
      'Paid model training violation (account settings): 1 endpoint excluded',
    ],
    [
      400,
      error(400, 'black-forest-labs/flux.9 is not a valid model ID'),
      'not-hosted',
      'none',
      'black-forest-labs/flux.9 is not a valid model ID',
    ],
    [
      403,
      error(
        403,
        'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
      ),
      'insufficient-funds',
      'none',
      'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
    ],
  ]),
];
