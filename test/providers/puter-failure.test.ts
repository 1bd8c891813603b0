import { expect } from 'chai';
import { puterFailure } from '../../src/providers/puter-failure.js';

// Shapes as measured against Puter's backend and SDK 2.6.3, unless marked.
const cases: readonly (readonly [what: string, thrown: unknown, code: string, charge: string, status?: number])[] = [
  ['no funds left', { error: 'Insufficient credits for image generation', message: 'Insufficient credits for image generation', code: 'insufficient_funds' }, 'insufficient-funds', 'none', 402],
  ['a plan that does not include it', { code: 'subscription_required' }, 'insufficient-funds', 'none', 402],
  ['no model', { error: 'Missing `model`', code: 'bad_request' }, 'invalid-input', 'none', 400],
  ['an unknown model', { error: 'Model not found: nope/none', code: 'bad_request' }, 'invalid-input', 'none', 400],
  ['an empty prompt', { message: 'Prompt parameter is required', code: 'prompt_required' }, 'invalid-input', 'none'],
  ['an implicit sign-in given up', { error: { code: 'auth_canceled', message: 'Authentication canceled' } }, 'sign-in-cancelled', 'none'],
  ['a closed window', { error: 'auth_window_closed', msg: 'closed' }, 'sign-in-cancelled', 'none'],
  ['a blocked window', { error: 'popup_blocked', msg: 'blocked' }, 'popup-blocked', 'none'],
  ['a page inside Puter', { error: 'not_available_in_app', msg: 'no' }, 'no-session', 'none'],
  ['an ended session', { status: 401, message: 'Unauthorized' }, 'session-refused', 'none'],
  ['a session that must be renewed', { status: 401, code: 'reauth_required', reason: 'x', message: 'Reauthentication required' }, 'session-refused', 'none'],
  ['a network failure in the SDK', new XMLHttpRequest(), 'unreadable-reply', 'possible'],
  ['a network failure', new TypeError('Failed to fetch'), 'unreadable-reply', 'possible'],
  ['moderation at OpenAI', { error: 'Your request was rejected', code: 'upstream_bad_request', upstreamStatus: 400, upstreamCode: 'content_policy_violation' }, 'content-refused', 'possible', 400],
  ['moderation at Together', { error: '{"error":{"message":"NSFW content detected"}}', code: 'upstream_bad_request', upstreamStatus: 422 }, 'content-refused', 'possible', 400],
  ['moderation at Cloudflare', { error: 'AiError: NSFW content detected', code: 'unknown_error' }, 'content-refused', 'possible', 400],
  ['a bad parameter at a supplier', { error: 'width must be a multiple of 8', code: 'upstream_bad_request', upstreamStatus: 400 }, 'invalid-input', 'none', 400],
  ['a supplier that is down', { error: 'AI provider unavailable', code: 'upstream_provider_unavailable', upstreamStatus: 500 }, 'provider-failed', 'possible', 400],
  ['Cloudflare down', { error: 'AiError: Internal server error', code: 'unknown_error' }, 'provider-failed', 'possible', 400],
  ['billed without a picture (source)', { error: 'Together AI response did not include an image URL', code: 'upstream_bad_request' }, 'provider-failed', 'possible', 400],
  ['a busy supplier', { error: 'Rate limit', code: 'upstream_rate_limited', upstreamStatus: 429 }, 'rate-limited', 'none', 429],
  ['too many at once', { error: 'Too many concurrent requests.', code: 'too_many_requests' }, 'rate-limited', 'none', 429],
  ['an unconfirmed address', { code: 'email_confirmation_required' }, 'session-refused', 'none', 403],
  ['a phone to verify', { code: 'phone_verification_required' }, 'session-refused', 'none', 403],
  ['a card to verify', { code: 'card_verification_required' }, 'session-refused', 'none', 403],
  ['a suspended account', { code: 'account_suspended' }, 'session-refused', 'none', 403],
  ['a prompt blocked in front', { error: 'Blocked by policy: puter-image-generation:generate', code: 'forbidden' }, 'content-refused', 'none', 403],
  ['an answer without a picture', { code: 'invalid_image_response', message: 'Unexpected image response format' }, 'unreadable-reply', 'possible'],
  ['an overloaded database (source)', { error: 'Service temporarily unavailable', code: 'db_unavailable' }, 'provider-busy', 'possible', 503],
  ['a bug at Puter', { error: 'Internal Server Error', code: 'internal_error' }, 'provider-failed', 'possible', 500],
  ['a gateway’s page', '<html><h1>502 Bad Gateway</h1></html>', 'provider-failed', 'possible', 502],
  ['plain words', 'something went wrong', 'unreadable-reply', 'possible'],
  ['nothing', undefined, 'unreadable-reply', 'possible'],
  ['null', null, 'unreadable-reply', 'possible', 200],
  ['an empty object', {}, 'unreadable-reply', 'possible', 200],
  ['an array', [1, 2], 'unreadable-reply', 'possible', 200],
];

describe('what a failure at Puter means', () => {
  for (const [what, thrown, code, charge, status] of cases) {
    it(`${what}: ${code}, charge ${charge}`, () => {
      const refused = puterFailure(thrown, status);
      expect([refused.code, refused.charge]).to.deep.equal([code, charge]);
    });
  }

  it('ends the session only where Puter knows it no more, not where the reader has something to see to there', () => {
    const endings = cases.filter(([, thrown, code, , status]) => code === 'session-refused' && puterFailure(thrown, status).ended);
    const others = cases.filter(([, thrown, code, , status]) => code === 'session-refused' && !puterFailure(thrown, status).ended);
    expect(endings.length).to.be.greaterThan(1);
    expect(endings.map(([, , , , status]) => status ?? 401)).to.deep.equal(endings.map(() => 401));
    expect(others.map(([what]) => what)).to.include.members(['an unconfirmed address', 'a suspended account']);
    expect(cases.filter(([, thrown, code, , status]) => code !== 'session-refused' && puterFailure(thrown, status).ended)).to.deep.equal([]);
  });

  it('keeps Puter’s words short, and no token, key or markup in them', () => {
    const { detail = '' } = puterFailure({ code: 'unknown_error', error: `<b>no</b> eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln and r8_0123456789abcdef ${'x'.repeat(400)}` });
    expect(detail.length).to.be.at.most(200);
    expect(detail).not.to.match(/eyJ|r8_0|<b>/);
    expect(detail).to.contain('no');
  });
});
