import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

const credits = 'You have exceeded your monthly included credits for Inference Providers.';

export const huggingfaceRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('huggingface.js packages/inference and the Hub’s API documents', [
    [
      503,
      { error: 'Model black-forest-labs/FLUX.1-dev is currently loading', estimated_time: 20.5 },
      'provider-busy',
      'none',
      'Model black-forest-labs/FLUX.1-dev is currently loading',
      { retryAfterMs: 20_500 },
    ],
    [
      503,
      { error: 'Model is currently loading' },
      'provider-busy',
      'none',
      'Model is currently loading',
    ],
    [
      200,
      { error: 'Model x is currently loading', estimated_time: 20 },
      'provider-busy',
      'possible',
      'Model x is currently loading',
      { retryAfterMs: 20_000 },
    ],
    [503, { error: 'Service Unavailable' }, 'provider-busy', 'possible', 'Service Unavailable'],
    [503, 'Service Unavailable', 'provider-busy', 'possible', 'Service Unavailable'],
    [
      400,
      { error: ['Error in `parameters.width`: ensure this value is less than 2048'] },
      'invalid-input',
      'none',
      'Error in `parameters.width`: ensure this value is less than 2048',
    ],
    [
      400,
      { error: 'Model black-forest-labs/FLUX.1-dev is not supported by provider hf-inference' },
      'invalid-input',
      'none',
      'Model black-forest-labs/FLUX.1-dev is not supported by provider hf-inference',
    ],
    [
      401,
      { error: 'Invalid username or password.' },
      'session-refused',
      'none',
      'Invalid username or password.',
      { ended: true },
    ],
    [402, { error: credits }, 'insufficient-funds', 'none', credits],
    [
      403,
      {
        error:
          'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user reader',
      },
      'session-refused',
      'none',
      'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user reader',
    ],
    [404, { error: 'Model not found' }, 'invalid-input', 'none', 'Model not found'],
    [404, 'Not Found', 'invalid-input', 'none', 'Not Found'],
    [
      410,
      { error: 'The requested model is deprecated' },
      'invalid-input',
      'none',
      'The requested model is deprecated',
    ],
    [
      422,
      { error: 'Input validation error', error_type: 'validation' },
      'invalid-input',
      'none',
      'Input validation error',
    ],
    [
      429,
      { error: 'Too many requests' },
      'rate-limited',
      'none',
      'Too many requests',
      { headers: { 'retry-after': '30' }, retryAfterMs: 30_000 },
    ],
    [
      500,
      { error: 'Internal error', warnings: ['CUDA out of memory'] },
      'provider-failed',
      'possible',
      'Internal error',
    ],
    [504, { error: 'Model too busy' }, 'provider-failed', 'possible', 'Model too busy'],
    [
      200,
      { error: 'Model too busy, unable to get response in less than 60 second(s)' },
      'provider-failed',
      'possible',
      'Model too busy, unable to get response in less than 60 second(s)',
    ],
  ]),
];
