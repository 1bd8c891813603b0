import type { DocumentedRefusal } from '../recorded.js';
import { rowsOf } from './row.js';

export const deepinfraRefused: readonly DocumentedRefusal[] = [
  ...rowsOf('deepinfra-openapi.json, DeepError and HTTPValidationError', [
    [
      401,
      { error: 'User is not authenticated' },
      'session-refused',
      'none',
      'User is not authenticated',
      { ended: true },
    ],
    [403, { error: 'Forbidden' }, 'session-refused', 'none', 'Forbidden'],
    [404, { error: 'Model not found' }, 'invalid-input', 'none', 'Model not found'],
    [
      422,
      { detail: [{ loc: ['body', 'size'], msg: 'value is not valid', type: 'value_error' }] },
      'invalid-input',
      'none',
      'value is not valid',
    ],
    [423, { error: 'Locked' }, 'invalid-input', 'none', 'Locked'],
  ]),
  ...rowsOf('a reply of api.deepinfra.com quoted by others', [
    [
      402,
      { detail: { error: 'inference prohibited, please enter a payment method' } },
      'insufficient-funds',
      'none',
      'inference prohibited, please enter a payment method',
    ],
    [
      403,
      { detail: { error: 'inference prohibited, please enter a payment method' } },
      'insufficient-funds',
      'none',
      'inference prohibited, please enter a payment method',
    ],
    [
      400,
      { detail: { error: 'inference prohibited, please enter a payment method' } },
      'insufficient-funds',
      'none',
      'inference prohibited, please enter a payment method',
    ],
    [429, { detail: { error: 'Rate limited' } }, 'rate-limited', 'none', 'Rate limited'],
    [
      429,
      { detail: { error: 'Model busy, retry later' } },
      'rate-limited',
      'none',
      'Model busy, retry later',
    ],
    [
      400,
      { detail: { error: 'Request was flagged by the safety checker' } },
      'content-refused',
      'none',
      'Request was flagged by the safety checker',
    ],
    [
      500,
      { detail: { error: 'inference exception' } },
      'provider-failed',
      'possible',
      'inference exception',
    ],
  ]),
  ...rowsOf('deepinfra-node, TextToImageResponse', [
    [
      200,
      {
        images: [],
        nsfw_content_detected: [true],
        inference_status: { status: 'succeeded', cost: 0.01 },
      },
      'content-refused',
      'charged',
      undefined,
    ],
    [
      200,
      {
        images: [],
        nsfw_content_detected: [true],
        inference_status: { status: 'unknown', cost: 0 },
      },
      'content-refused',
      'possible',
      undefined,
    ],
    [
      200,
      { images: [], inference_status: { status: 'failed' } },
      'provider-failed',
      'possible',
      undefined,
    ],
  ]),
];
