import { expect } from 'chai';
import { isPutersOwn, puterFailure } from '../../src/providers/puter-failure.js';

// Shapes as measured against Puter's backend and SDK 2.6.3, unless marked.
const cases: readonly (readonly [
  what: string,
  thrown: unknown,
  code: string,
  charge: string,
  status?: number,
])[] = [
  [
    'no funds left',
    {
      error: 'Insufficient credits for image generation',
      message: 'Insufficient credits for image generation',
      code: 'insufficient_funds',
    },
    'insufficient-funds',
    'none',
    402,
  ],
  [
    'a plan that does not include it',
    { code: 'subscription_required' },
    'insufficient-funds',
    'none',
    402,
  ],
  ['no model', { error: 'Missing `model`', code: 'bad_request' }, 'invalid-input', 'none', 400],
  [
    'an unknown model',
    { error: 'Model not found: nope/none', code: 'bad_request' },
    'not-hosted',
    'none',
    400,
  ],
  [
    'an empty prompt',
    { message: 'Prompt parameter is required', code: 'prompt_required' },
    'invalid-input',
    'none',
  ],
  [
    'an implicit sign-in given up',
    { error: { code: 'auth_canceled', message: 'Authentication canceled' } },
    'sign-in-cancelled',
    'none',
  ],
  ['a closed window', { error: 'auth_window_closed', msg: 'closed' }, 'sign-in-cancelled', 'none'],
  ['a blocked window', { error: 'popup_blocked', msg: 'blocked' }, 'popup-blocked', 'none'],
  ['a page inside Puter', { error: 'not_available_in_app', msg: 'no' }, 'no-session', 'none'],
  ['an ended session', { status: 401, message: 'Unauthorized' }, 'session-refused', 'none'],
  [
    'a session that must be renewed',
    { status: 401, code: 'reauth_required', reason: 'x', message: 'Reauthentication required' },
    'session-refused',
    'none',
  ],
  ['a network failure in the SDK', new XMLHttpRequest(), 'unreadable-reply', 'possible'],
  ['a network failure', new TypeError('Failed to fetch'), 'unreadable-reply', 'possible'],
  [
    'moderation at OpenAI',
    {
      error: 'Your request was rejected',
      code: 'upstream_bad_request',
      upstreamStatus: 400,
      upstreamCode: 'content_policy_violation',
    },
    'content-refused',
    'possible',
    400,
  ],
  [
    'moderation at Together',
    {
      error: '{"error":{"message":"NSFW content detected"}}',
      code: 'upstream_bad_request',
      upstreamStatus: 422,
    },
    'content-refused',
    'possible',
    400,
  ],
  [
    'moderation at Cloudflare',
    { error: 'AiError: NSFW content detected', code: 'unknown_error' },
    'content-refused',
    'possible',
    400,
  ],
  [
    'a prediction that Replicate’s filter ended (September)',
    {
      error: 'Prediction failed: E005',
      code: 'bad_request',
      errorCode: 'moderation_flagged',
      provider: 'replicate',
    },
    'content-refused',
    'possible',
    400,
  ],
  [
    'a reference that is too large (September)',
    { error: 'Input image exceeds 30 MB', code: 'bad_request', errorCode: 'input_too_large' },
    'invalid-input',
    'none',
    400,
  ],
  [
    'Cloudflare out of capacity (its documents)',
    { error: 'AiError: No more data centers to forward the request to', code: 'unknown_error' },
    'rate-limited',
    'possible',
    400,
  ],
  [
    'Cloudflare’s allocation used up (its documents)',
    {
      error: 'AiError: You have used up your daily free allocation of 10,000 neurons.',
      code: 'unknown_error',
    },
    'rate-limited',
    'possible',
    400,
  ],
  [
    'a refusal by a supplier’s usage policies',
    { error: 'Prompt may violate our usage policies', code: 'upstream_bad_request' },
    'content-refused',
    'possible',
    400,
  ],
  [
    'a bad parameter at a supplier',
    { error: 'width must be a multiple of 8', code: 'upstream_bad_request', upstreamStatus: 400 },
    'invalid-input',
    'none',
    400,
  ],
  [
    'a supplier that is down',
    {
      error: 'AI provider unavailable',
      code: 'upstream_provider_unavailable',
      upstreamStatus: 500,
    },
    'provider-failed',
    'possible',
    400,
  ],
  [
    'Cloudflare down',
    { error: 'AiError: Internal server error', code: 'unknown_error' },
    'provider-failed',
    'possible',
    400,
  ],
  [
    'billed without a picture (source)',
    { error: 'Together AI response did not include an image URL', code: 'upstream_bad_request' },
    'provider-failed',
    'possible',
    400,
  ],
  [
    'a busy supplier',
    { error: 'Rate limit', code: 'upstream_rate_limited', upstreamStatus: 429 },
    'rate-limited',
    'none',
    429,
  ],
  [
    'too many at once',
    { error: 'Too many concurrent requests.', code: 'too_many_requests' },
    'rate-limited',
    'none',
    429,
  ],
  [
    'an unconfirmed address',
    { code: 'email_confirmation_required' },
    'session-refused',
    'none',
    403,
  ],
  ['a phone to verify', { code: 'phone_verification_required' }, 'session-refused', 'none', 403],
  ['a card to verify', { code: 'card_verification_required' }, 'session-refused', 'none', 403],
  ['a suspended account', { code: 'account_suspended' }, 'session-refused', 'none', 403],
  [
    'a prompt blocked in front',
    { error: 'Blocked by policy: puter-image-generation:generate', code: 'forbidden' },
    'content-refused',
    'none',
    403,
  ],
  [
    'an answer without a picture',
    { code: 'invalid_image_response', message: 'Unexpected image response format' },
    'unreadable-reply',
    'possible',
  ],
  [
    'an overloaded database (source)',
    { error: 'Service temporarily unavailable', code: 'db_unavailable' },
    'provider-busy',
    'possible',
    503,
  ],
  [
    'a bug at Puter',
    { error: 'Internal Server Error', code: 'internal_error' },
    'provider-failed',
    'possible',
    500,
  ],
  ['a gateway’s page', '<html><h1>502 Bad Gateway</h1></html>', 'provider-failed', 'possible', 502],
  ['plain words', 'something went wrong', 'unreadable-reply', 'possible'],
  ['nothing', undefined, 'unreadable-reply', 'possible'],
  ['null', null, 'unreadable-reply', 'possible', 200],
  ['an empty object', {}, 'unreadable-reply', 'possible', 200],
  ['an array', [1, 2], 'unreadable-reply', 'possible', 200],
];

/** What Puter answers since September 2026, as measured unless marked. */
const september: typeof cases = [
  [
    'a supplier that data rules exclude',
    bodyOf(
      'Image model excluded by data policy: togetherai:a/b (required third-party data sharing).',
    ),
    'not-hosted',
    'none',
    400,
  ],
  [
    'a name that was retired',
    bodyOf('a/b is no longer available through Together; it was flagged and prohibited'),
    'not-hosted',
    'none',
    400,
  ],
  ['a model it does not know', bodyOf('Model not found: a/b'), 'not-hosted', 'none', 400],
  [
    'a supplier it does not have',
    bodyOf('Image provider not available: nobody'),
    'not-hosted',
    'none',
    400,
  ],
  [
    'a prediction that a filter ended',
    bodyOf('Failed with E005', 'bad_request', {
      errorCode: 'moderation_flagged',
      provider: 'replicate',
    }),
    'content-refused',
    'possible',
    400,
  ],
  [
    'a code of its own that says more than the sentence beside it',
    bodyOf('Too many requests', 'too_many_requests', { errorCode: 'moderation_flagged' }),
    'content-refused',
    'possible',
    400,
  ],
  [
    'a vague code in both places (made up)',
    bodyOf('Your prompt was flagged', 'bad_request', { errorCode: 'bad_request' }),
    'content-refused',
    'possible',
    400,
  ],
  [
    'a prediction that failed',
    bodyOf('Prediction failed', 'upstream_failed', { provider: 'replicate' }),
    'provider-failed',
    'possible',
    502,
  ],
  [
    'a prediction that a model refused at creation',
    bodyOf(
      'Request to https://api.example/v1 failed with status 422 Unprocessable Entity: {"detail":"seed: must be an integer"}.',
      'upstream_bad_request',
      { upstreamStatus: 422 },
    ),
    'invalid-input',
    'none',
    400,
  ],
  [
    'moderation at OpenAI, by its own code',
    bodyOf('Your request was not accepted', 'upstream_bad_request', {
      upstreamStatus: 400,
      upstreamCode: 'moderation_blocked',
    }),
    'content-refused',
    'possible',
    400,
  ],
  [
    'moderation at BytePlus, by its own code',
    bodyOf('The request failed.', 'upstream_bad_request', {
      upstreamStatus: 400,
      upstreamCode: 'OutputImageSensitiveContentDetected',
    }),
    'content-refused',
    'possible',
    400,
  ],
  [
    'the same in its words',
    bodyOf('The input text may contain sensitive information.', 'upstream_bad_request'),
    'content-refused',
    'possible',
    400,
  ],
  [
    'a refusal of Gemini, as JSON',
    bodyOf(
      '{"error":{"code":400,"message":"Prompt contains sensitive content.","status":"INVALID_ARGUMENT"}}',
      'upstream_bad_request',
    ),
    'content-refused',
    'possible',
    400,
  ],
  [
    'Cloudflare’s filter',
    bodyOf('AiError: NSFW', 'unknown_error'),
    'content-refused',
    'possible',
    400,
  ],
  ['Cloudflare’s 429', bodyOf('AiError: 429', 'unknown_error'), 'rate-limited', 'possible', 400],
  [
    'Cloudflare’s 500',
    bodyOf('AiError: oh no', 'unknown_error'),
    'provider-failed',
    'possible',
    400,
  ],
  [
    'a supplier with a 5xx',
    bodyOf('Unavailable', 'upstream_provider_unavailable', { upstreamStatus: 503 }),
    'provider-failed',
    'possible',
    400,
  ],
  [
    'a supplier with a 429',
    bodyOf('Slow down', 'upstream_rate_limited'),
    'rate-limited',
    'none',
    429,
  ],
  [
    'a supplier that took too long',
    bodyOf('Timed out waiting for Replicate', 'upstream_timeout', { provider: 'replicate' }),
    'timed-out',
    'possible',
    504,
  ],
  [
    'a line that broke between Puter and the reader (source)',
    bodyOf('Image generation request aborted', 'client_aborted'),
    'provider-failed',
    'possible',
    400,
  ],
  [
    'a run whose seconds nobody counted',
    bodyOf('Replicate response did not include billable runtime', 'upstream_failed'),
    'provider-failed',
    'possible',
    502,
  ],
  [
    'an answer without a picture, at xAI and BytePlus',
    bodyOf('Failed to extract image URL', 'internal_error'),
    'provider-failed',
    'possible',
    500,
  ],
  [
    'an answer without a picture, elsewhere',
    bodyOf('Failed to extract image URL from the response', 'unknown_error'),
    'provider-failed',
    'possible',
    400,
  ],
  [
    'options that no rate covers (source)',
    bodyOf('Unsupported billing tier for a/b'),
    'invalid-input',
    'none',
    400,
  ],
  [
    'a value that is not offered',
    bodyOf('output_format must be one of: png, webp'),
    'invalid-input',
    'none',
    400,
  ],
  [
    'a value that is not offered, in a field named like a filter',
    bodyOf('moderation must be one of: auto, low'),
    'invalid-input',
    'none',
    400,
  ],
  [
    'a value out of range',
    bodyOf('steps is outside the supported range'),
    'invalid-input',
    'none',
    400,
  ],
  [
    'a reference of 31 MB',
    bodyOf('Input image was flagged as too large', 'bad_request', { errorCode: 'input_too_large' }),
    'invalid-input',
    'none',
    400,
  ],
  [
    'too little credit',
    bodyOf('Something else than before', 'insufficient_funds'),
    'insufficient-funds',
    'none',
    402,
  ],
  ['too many at once', bodyOf('Slow down', 'too_many_requests'), 'rate-limited', 'none', 429],
  [
    'an address to confirm',
    bodyOf('Confirm it', 'email_confirmation_required'),
    'session-refused',
    'none',
    403,
  ],
  [
    'a code that is a name of every object',
    bodyOf('Odd', 'constructor'),
    'provider-failed',
    'possible',
    500,
  ],
];

function bodyOf(
  message: string,
  code = 'bad_request',
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { error: message, message, code, ...more };
}

describe('what a failure at Puter means', () => {
  for (const [what, thrown, code, charge, status] of [...cases, ...september]) {
    it(`${what}: ${code}, charge ${charge}`, () => {
      const refused = puterFailure(thrown, status);
      expect([refused.code, refused.charge]).to.deep.equal([code, charge]);
    });
  }

  it('ends the session only where Puter knows it no more, not where the reader has something to see to there', () => {
    const endings = cases.filter(
      ([, thrown, code, , status]) =>
        code === 'session-refused' && puterFailure(thrown, status).ended,
    );
    const others = cases.filter(
      ([, thrown, code, , status]) =>
        code === 'session-refused' && !puterFailure(thrown, status).ended,
    );
    expect(endings.length).to.be.greaterThan(1);
    expect(endings.map(([, , , , status]) => status ?? 401)).to.deep.equal(endings.map(() => 401));
    expect(others.map(([what]) => what)).to.include.members([
      'an unconfirmed address',
      'a suspended account',
    ]);
    expect(
      cases.filter(
        ([, thrown, code, , status]) =>
          code !== 'session-refused' && puterFailure(thrown, status).ended,
      ),
    ).to.deep.equal([]);
  });

  for (const [what, said, shown] of [
    [
      'a body behind an address and a status',
      'Request to https://api.replicate.com/v1/x failed with status 422 Unprocessable Entity: {"error":{"message":"Your request was rejected as a result of our safety system."}}.',
      'Your request was rejected as a result of our safety system.',
    ],
    [
      'a body and nothing else',
      '{"error":{"code":400,"message":"Unable to show the generated image.","status":"INVALID_ARGUMENT"}}',
      'Unable to show the generated image.',
    ],
    [
      'a body in a body',
      '{"error":{"message":"{\\n \\"error\\": {\\"message\\": \\"Prompt blocked.\\"}}"}}',
      'Prompt blocked.',
    ],
    ['a body in a list', 'upstream: [{"error":{"message":"Try other words"}}]', 'Try other words'],
    [
      'a detail',
      'Failed: {"title":"Input validation failed","detail":"- prompt is required","status":422}',
      '- prompt is required',
    ],
    [
      'a body that was cut off',
      'Request failed: {"error":{"message":"Your request was rejected as a result of ',
      'Your request was rejected as a result of',
    ],
    ['a body without a sentence', 'Replicate failed: {"status":500}', 'Replicate failed'],
    ['nothing but such a body', '{"status":500,"trace":"1"}', undefined],
    ['nothing but a cut one', '{"status":500,"tra', undefined],
    ['nothing but a list', '[{"loc":["a"]}]', undefined],
    ['a list in words', '["png", "webp"] are the formats', '["png", "webp"] are the formats'],
    ['words with a brace in them', 'width {8} is odd', 'width {8} is odd'],
    ['plain words', 'width must be a multiple of 8', 'width must be a multiple of 8'],
  ] as const) {
    it(`quotes the sentence and never raw JSON: ${what}`, () => {
      expect(puterFailure({ code: 'upstream_bad_request', message: said }, 400).detail).to.equal(
        shown,
      );
    });
  }

  it('always hands on what Puter said, and never as JSON', () => {
    for (const [what, thrown, , , status] of september) {
      const { detail = '' } = puterFailure(thrown, status);
      expect(detail, what).to.match(/^\S.*[^{}]$/);
      expect(detail, what).not.to.match(/["{}]/);
    }
  });

  it('does not take a gateway’s page for words', () => {
    expect(puterFailure('<html><style>a{b:c}</style><h1>502</h1></html>', 502).detail).to.equal(
      undefined,
    );
  });

  it('cuts long words between two of them', () => {
    const said = 'something '.repeat(30);
    const { detail = '' } = puterFailure({ code: 'unknown_error', message: said }, 400);
    expect(detail.length).to.be.within(150, 200);
    expect(detail).to.match(/^(something )+something…$/);
  });

  it('keeps Puter’s words short, and no token, key or markup in them', () => {
    const { detail = '' } = puterFailure({
      code: 'unknown_error',
      error: `<b>no</b> eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln and r8_0123456789abcdef ${'x'.repeat(400)}`,
    });
    expect(detail.length).to.be.at.most(200);
    expect(detail).not.to.match(/eyJ|r8_0|<b>/);
    expect(detail).to.contain('no');
  });

  for (const [what, wrap] of [
    ['beside a message', (error: object) => error],
    ['in `error`', (error: object) => ({ error })],
    ['in `error` at 200', (error: object) => ({ success: false, error })],
    ['in `error` as text', (error: object) => ({ success: false, error: JSON.stringify(error) })],
    ['as text', (error: object) => JSON.stringify(error)],
    ['what a request received', (error: object) => ({ status: 403, response: { error } })],
    [
      'beside a code that says less',
      (error: object) => ({ success: false, code: 'error_400_from_delegate', error }),
    ],
  ] as const)
    it(`reads a code in every envelope: ${what}`, () => {
      for (const [code, meaning, reason] of [
        ['email_confirmation_required', 'session-refused', 'email'],
        ['phone_verification_required', 'session-refused', 'phone'],
        ['subscription_required', 'insufficient-funds', 'plan'],
        ['prompt_required', 'invalid-input', 'empty-prompt'],
        ['insufficient_funds', 'insufficient-funds', undefined],
      ] as const) {
        const body = wrap({ code, message: 'Puter says no' });
        const refused = puterFailure(body, 200);
        expect([refused.code, refused.charge, refused.reason], code).to.deep.equal([
          meaning,
          'none',
          reason,
        ]);
        expect(refused.detail, code).to.equal('Puter says no');
      }
    });

  it('does not take what stands inside of a failure of Puter’s own for a refusal', () => {
    for (const code of ['too_many_requests', 'insufficient_funds', 'email_confirmation_required'])
      for (const status of [500, 502])
        expect(
          puterFailure({ code: 'internal_error', error: { code, message: 'no' } }, status),
          `${code} ${String(status)}`,
        ).to.include({ charge: 'possible' });
  });

  it('takes a code, or an envelope without success, for the end of an order, and no gateway’s', () => {
    for (const [status, body] of [
      [400, { code: 'made_up' }],
      [502, { code: 'upstream_failed' }],
      [502, { error: { code: 'upstream_failed' } }],
      [400, { error: { code: 'made_up' } }],
      [200, { success: false, error: 'Cannot read properties of undefined' }],
      [200, { success: false }],
    ] as const)
      expect(isPutersOwn(body, status), JSON.stringify(body)).to.equal(true);
    for (const [status, body] of [
      [502, { error: 'bad_gateway' }],
      [504, { error: { code: 'FUNCTION_INVOCATION_TIMEOUT', message: 'Too late' } }],
      [502, { success: false, error: 'Bad gateway' }],
      [408, { success: false }],
      [499, { error: { code: 'CLIENT_CLOSED' } }],
      [200, { success: true, result: null }],
      [200, {}],
      [502, undefined],
    ] as const)
      expect(isPutersOwn(body, status), JSON.stringify(body)).to.equal(false);
  });

  for (const said of [
    '{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}',
    'Gemini API error: IMAGE_SAFETY',
    'Candidate was blocked: finishReason RECITATION',
    'No image: IMAGE_PROHIBITED_CONTENT',
    'The prompt contains sensitive words that violate Google’s Responsible AI practices.',
    'Blocked: HARM_CATEGORY_DANGEROUS_CONTENT',
    'Generated images were filtered out because of our usage policies',
    'The request was blocked due to safety settings',
  ])
    it(`takes Google’s words for refused content: ${said}`, () => {
      for (const code of ['upstream_bad_request', 'unknown_error'])
        expect(puterFailure({ error: said, code }, 400).code).to.equal('content-refused');
    });

  it('does not take a setting that is called alike for refused content', () => {
    for (const error of [
      'safety_tolerance must be at most 6',
      'disable_safety_checker is not known',
      'The safety margin of the image is too small',
    ])
      expect(puterFailure({ error, code: 'upstream_bad_request' }, 400).code).to.equal(
        'invalid-input',
      );
  });
});
