import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

function error(message: string, type: string | null, code: string | null): unknown {
  return {
    error: { message, type, param: null, code },
  };
}

export const openaiCompatibleRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('OpenAI: guides/error-codes, openapi.yaml ErrorResponse', [
    [
      400,
      error(
        'Your request was rejected as a result of our safety system.',
        'invalid_request_error',
        'content_policy_violation',
      ),
      'content-refused',
      'none',
      'Your request was rejected as a result of our safety system.',
    ],
    [
      400,
      error(
        'Your request was rejected by the safety system.',
        'image_generation_user_error',
        'moderation_blocked',
      ),
      'content-refused',
      'none',
      'Your request was rejected by the safety system.',
    ],
    [
      400,
      error(
        'Billing hard limit has been reached',
        'invalid_request_error',
        'billing_hard_limit_reached',
      ),
      'insufficient-funds',
      'none',
      'Billing hard limit has been reached',
    ],
    [
      400,
      error('This may violate our usage policies.', 'invalid_request_error', null),
      'content-refused',
      'none',
      'This may violate our usage policies.',
    ],
    [
      400,
      error('Your prompt was not accepted.', 'invalid_request_error', 'nsfw_content'),
      'content-refused',
      'none',
      'Your prompt was not accepted.',
    ],
    [
      400,
      error('Budget has been exceeded! Max budget: 1.0', 'budget_exceeded', '400'),
      'insufficient-funds',
      'none',
      'Budget has been exceeded! Max budget: 1.0',
    ],
    [
      400,
      error(`${'We looked at it. '.repeat(13)}It was flagged.`, 'invalid_request_error', null),
      'content-refused',
      'none',
      `${'We looked at it. '.repeat(11)}We looked at…`,
    ],
    [
      500,
      error('NSFW content detected', 'server_error', null),
      'content-refused',
      'possible',
      'NSFW content detected',
    ],
    [
      500,
      error('The moderation service is down', 'server_error', null),
      'provider-failed',
      'possible',
      'The moderation service is down',
    ],
    [
      200,
      { error: 'The image was flagged' },
      'content-refused',
      'possible',
      'The image was flagged',
    ],
    [
      429,
      error('You exceeded your current quota, please check your plan.', 'requests', null),
      'insufficient-funds',
      'none',
      'You exceeded your current quota, please check your plan.',
    ],
    [
      403,
      error('Insufficient balance', 'forbidden', null),
      'insufficient-funds',
      'none',
      'Insufficient balance',
    ],
    [
      400,
      error('Unknown parameter', 'invalid_request_error', 'unknown_parameter'),
      'invalid-input',
      'none',
      'Unknown parameter',
    ],
    [
      401,
      error('Incorrect API key provided', 'invalid_request_error', 'invalid_api_key'),
      'session-refused',
      'none',
      'Incorrect API key provided',
      { ended: true },
    ],
    [
      403,
      error(
        'Country, region, or territory not supported',
        'request_forbidden',
        'unsupported_country_region_territory',
      ),
      'session-refused',
      'none',
      'Country, region, or territory not supported',
    ],
    [
      404,
      error('The model does not exist', 'invalid_request_error', 'model_not_found'),
      'invalid-input',
      'none',
      'The model does not exist',
    ],
    [
      429,
      error('Rate limit reached for requests', 'requests', 'rate_limit_exceeded'),
      'rate-limited',
      'none',
      'Rate limit reached for requests',
      { headers: { 'retry-after-ms': '1500' }, retryAfterMs: 1500 },
    ],
    [
      429,
      error(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
      'insufficient-funds',
      'none',
      'You exceeded your current quota, please check your plan and billing details.',
    ],
    [
      500,
      error('The server had an error while processing your request', 'server_error', null),
      'provider-failed',
      'possible',
      'The server had an error while processing your request',
    ],
    [
      503,
      error('The engine is currently overloaded, please try again later', 'server_error', null),
      'provider-busy',
      'possible',
      'The engine is currently overloaded, please try again later',
    ],
  ]),
  ...rowsOf('stable-diffusion.cpp, examples/server', [
    [400, { error: 'prompt required' }, 'invalid-input', 'none', 'prompt required'],
    [
      500,
      { error: 'server_error', message: 'generate_image returned no results' },
      'provider-failed',
      'possible',
      'generate_image returned no results',
    ],
  ]),
  ...rowsOf('LocalAI swagger, schema.ErrorResponse', [
    [
      401,
      {
        error: {
          code: 401,
          message: 'An authentication key is required',
          type: 'invalid_request_error',
        },
      },
      'session-refused',
      'none',
      'An authentication key is required',
      { ended: true },
    ],
    [
      500,
      {
        error: {
          code: 500,
          message: 'could not load model - all backends returned error',
          type: '',
        },
      },
      'provider-failed',
      'possible',
      'could not load model - all backends returned error',
    ],
  ]),
];
