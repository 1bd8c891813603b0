import { expect } from 'chai';
import { bfl } from '../../src/providers/bfl.js';
import { fal } from '../../src/providers/fal.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { openrouter } from '../../src/providers/openrouter.js';
import { replicate } from '../../src/providers/replicate.js';

const own = openaiCompatible('https://gateway.example/v1');
const everyone = [own, openrouter, bfl, fal, replicate];

function read(adapter: typeof own, status: number, body: unknown): object {
  return adapter.readSubmit({ status, headers: {}, body, text: '' });
}

const names = [
  'insufficient_user_quota',
  'pre_consume_token_quota_failed',
  'insufficient_quota',
  'InsufficientBalance',
  'INSUFFICIENT_CREDITS',
  'insufficient-funds',
  'personal-team-blocked:spending-limit',
  'spending_limit_reached',
  'billing_hard_limit_reached',
  'quota_not_enough',
  'credits_exhausted',
  'out_of_credits',
  'Arrearage',
  'AccountOverdueError',
];
const sentences = [
  'User quota is not enough',
  'Your team has either used all available credits or reached its monthly spending limit.',
  'You have run out of credits.',
  'You ran out of credits',
  'Your credit balance is too low to access this API.',
  'You do not have enough credits to make this request',
  "Your account doesn't have sufficient balance.",
  'Insufficient account balance',
  'Account balance not enough',
  'You have exceeded your monthly included credits',
  'You have no credits left',
  'There are no remaining credits on this key',
  'Please top up your account to continue',
  'Please add more credits',
  '用户额度不足',
  '该令牌额度已用尽',
  '预扣费额度失败, 用户剩余额度: ¥0.1',
  '账户余额不足，请充值',
  '帳戶餘額不足',
  'クレジットが不足しています',
  '잔액이 부족합니다',
  'Saldo insuficiente',
  'Недостаточно средств',
];

describe('an account without money', () => {
  it('is told as one by every name that a service has for it, at any status', () => {
    for (const code of names)
      for (const status of [400, 401, 402, 403, 429])
        for (const adapter of everyone)
          expect(
            read(adapter, status, { error: { message: 'no', code } }),
            `${adapter.id} ${String(status)} ${code}`,
          ).to.include({ code: 'insufficient-funds', charge: 'none' });
  });

  it('is told as one by every word order, and the key is kept', () => {
    for (const message of sentences)
      for (const status of [401, 402, 403]) {
        const refused = read(own, status, { error: { message, type: 'one_api_error' } });
        expect(refused, `${String(status)} ${message}`).to.include({
          code: 'insufficient-funds',
          charge: 'none',
          detail: message,
        });
        expect(refused).not.to.have.property('ended');
      }
    for (const message of sentences.filter((sentence) => !/^Please/.test(sentence)))
      expect(read(own, 429, { error: { message } }), message).to.include({
        code: 'insufficient-funds',
      });
  });

  it('is not meant by haste, by a wrong key, or by a word about money in another sentence', () => {
    for (const [status, message, code] of [
      [429, 'Rate limit reached: 5 per minute. Add more credits to raise it.', 'rate-limited'],
      [
        429,
        'Request was throttled. Your rate limit is reduced to 6 requests per minute with a burst of 1 requests while you have less than $5.0 in credit.',
        'rate-limited',
      ],
      [429, 'You exceeded your current quota. Please retry in 3.299s.', 'rate-limited'],
      [429, 'Too many requests', 'rate-limited'],
      [401, 'Incorrect API key provided', 'session-refused'],
      [401, 'Invalid API key. You can buy credits at example.com.', 'session-refused'],
      [401, 'Your API key was revoked. Get more credits with a new one.', 'session-refused'],
      [
        400,
        'Your prompt "a man with no money left" was flagged by our moderation',
        'content-refused',
      ],
      [403, 'This key may not use this model', 'session-refused'],
      [403, 'You have 5 credits. This model is not open to you.', 'session-refused'],
      [400, 'The prompt exceeds the hard limit of 4000 characters', 'invalid-input'],
      [400, 'quality must be one of: standard, hd', 'invalid-input'],
    ] as const)
      expect(read(own, status, { error: { message } }), message).to.include({ code });
  });
});

describe('a page in front of a provider', () => {
  const page = (status: number, text: string, headers: Record<string, string> = {}) =>
    everyone.map((adapter) => adapter.readSubmit({ status, headers, body: undefined, text }));

  it('says nothing of the key, by its words or by the header of who sent it', () => {
    const challenge = '<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>';
    for (const outcome of [
      ...page(403, challenge),
      ...page(403, '', { 'cf-mitigated': 'challenge' }),
      ...page(401, 'no', { 'cf-mitigated': 'challenge' }),
      ...page(429, challenge),
    ]) {
      expect(outcome).to.include({ code: 'provider-failed', charge: 'none', gated: true });
      expect(outcome).not.to.have.property('ended');
    }
    for (const outcome of page(403, '<html><body>Forbidden</body></html>'))
      expect(outcome).to.include({ charge: 'none', gated: true });
    expect(read(own, 403, { error: 'Forbidden' })).not.to.have.property('gated');
    for (const outcome of page(503, challenge)) expect(outcome).to.include({ gated: true });
  });
});
