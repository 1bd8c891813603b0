import { expect } from 'chai';
import type { RefusalRule, Reply } from '../../src/providers/adapter.js';
import { failedInside, pollRefusal, refusal, retryAfter } from '../../src/providers/refusal.js';
import { puterFailure } from '../../src/providers/puter-failure.js';
import { puterWords } from '../../src/providers/puter-words.js';
import { words } from '../../src/providers/words.js';

function reply(status: number, body: unknown = {}, more: Partial<Reply> = {}): Reply {
  return { status, headers: {}, body, text: '', ...more };
}

/** `inner`, so many objects deep. */
function deep(
  levels: number,
  inner: object,
  names: readonly string[] = ['detail', 'error', 'errors', 'metadata'],
): object {
  const name = names[levels % names.length] ?? '';
  return levels === 0 ? inner : { [name]: deep(levels - 1, inner, names) };
}

describe('a reply that is no success', () => {
  it('begins at 300, and a success is one only with something in it', () => {
    for (const status of [200, 202, 299])
      expect(refusal(reply(status)), String(status)).to.equal(undefined);
    for (const status of [199, 300, 302])
      expect(refusal(reply(status))).to.deep.equal({
        kind: 'refused',
        code: 'provider-failed',
        charge: 'possible',
      });
    for (const body of [null, undefined, 'a text', 7, true])
      expect(refusal(reply(200, {}, { body })), String(body)).to.deep.equal({
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
      });
    const blob = new Blob(['picture']);
    expect(refusal(reply(200, {}, { body: undefined, blob }))).to.equal(undefined);
  });

  it('may be free of charge only before any work, or from 500 on where a provider says so', () => {
    for (const [status, charge, freeOfServers] of [
      [399, 'possible', 'possible'],
      [400, 'none', 'none'],
      [408, 'possible', 'possible'],
      [498, 'none', 'none'],
      [499, 'possible', 'possible'],
      [500, 'possible', 'none'],
      [599, 'possible', 'none'],
    ] as const) {
      expect(refusal(reply(status))?.charge, String(status)).to.equal(charge);
      expect(refusal(reply(status), true)?.charge, String(status)).to.equal(freeOfServers);
    }
  });

  it('says what its text says where it is no JSON, and what its JSON says where it is', () => {
    const text = 'Too busy';
    expect(refusal(reply(503, {}, { body: undefined, text }))?.detail).to.equal(text);
    expect(refusal(reply(503, {}, { text: '{}' }))?.detail).to.equal(undefined);
    expect(refusal(reply(503, { error: 'No' }, { text }))?.detail).to.equal('No');
  });

  it('ends the key when it is a 401 about the key, or when a rule says so', () => {
    const ended = (rules: readonly RefusalRule[], status = 401): unknown =>
      refusal(reply(status, { code: 'odd' }), false, rules)?.ended;
    expect(ended([])).to.equal(true);
    expect(ended([], 403)).to.equal(undefined);
    expect(ended([{ code: 'insufficient-funds' }])).to.equal(undefined);
    expect(ended([{ code: 'session-refused' }])).to.equal(true);
    expect(ended([{ code: 'session-refused', ended: false }])).to.equal(undefined);
    expect(ended([{ code: 'session-refused', ended: true }], 400)).to.equal(true);
  });

  it('is read down to four levels, and five entries of a list', () => {
    const ms = (body: unknown): number | undefined => retryAfter(reply(429, body));
    for (const levels of [0, 1, 2, 3, 4])
      expect(ms(deep(levels, { retry_after: 3 })), String(levels)).to.equal(3000);
    expect(ms(deep(5, { retry_after: 3 }))).to.equal(undefined);
    const listed = (nth: number): unknown[] => [
      ...Array.from({ length: nth }, () => ({})),
      { retry_after: 3 },
    ];
    expect(ms({ errors: listed(4) })).to.equal(3000);
    expect(ms({ errors: listed(5) })).to.equal(undefined);
    expect(ms([[[[{ retry_after: 3 }]]]])).to.equal(3000);
    expect(ms([[[[[{ retry_after: 3 }]]]]])).to.equal(undefined);
    expect(ms({ detail: null, error: 'no', errors: 7, retry_after_seconds: 2 })).to.equal(2000);
  });

  it('is known by one of the names or fields that a rule gives, wherever they stand', () => {
    const known = (rule: Partial<RefusalRule>, body: unknown, headers = {}): boolean =>
      refusal(reply(400, body, { headers }), false, [{ code: 'content-refused', ...rule }])
        ?.code === 'content-refused';
    const named = { named: /^unfit$/ };
    for (const field of ['code', 'type', 'errorCode', 'error_code', 'error_type'])
      expect(known(named, { error: { [field]: 'unfit' } }), field).to.equal(true);
    expect(known(named, { error: { name: 'unfit' } })).to.equal(false);
    for (const header of ['x-fal-error-type', 'x-error-code'])
      expect(known(named, {}, { [header]: 'unfit' }), header).to.equal(true);
    expect(known(named, {}, { 'x-error-kind': 'unfit', 'x-error-code-of': 'unfit' })).to.equal(
      false,
    );
    const holds = { holds: ['reasons', 'flagged'] };
    for (const body of [{ reasons: ['x'] }, { metadata: { flagged: 'x' } }, { flagged: 0 }])
      expect(known(holds, body), JSON.stringify(body)).to.equal(true);
    for (const body of [{}, { reasons: [] }, { reasons: null }, { flagged: '' }])
      expect(known(holds, body), JSON.stringify(body)).to.equal(false);
    expect(known({ status: [400, 422] }, {})).to.equal(true);
    expect(known({ status: [422] }, {})).to.equal(false);
    expect(known({ says: /unfit/ }, { message: 'It is unfit' })).to.equal(true);
    expect(known({ says: /unfit/ }, { message: 'It is fit' })).to.equal(false);
  });
});

describe('a success without a picture', () => {
  it('is in doubt, with what it says of the error', () => {
    for (const [body, code, detail] of [
      [{ error: { code: 400, message: 'No' } }, 'invalid-input', 'No'],
      [{ error: { code: 429, message: 'No' } }, 'rate-limited', 'No'],
      [{ error: { code: 200, message: 'No' } }, 'provider-failed', 'No'],
      [{ errors: [{ code: 402, message: 'No' }] }, 'insufficient-funds', 'No'],
      [{ errors: ['No'] }, 'provider-failed', 'No'],
      [{ detail: 'No' }, 'provider-failed', 'No'],
    ] as const)
      expect(failedInside(reply(200, body)), JSON.stringify(body)).to.deep.equal({
        kind: 'refused',
        code,
        charge: 'possible',
        detail,
      });
    for (const body of [{}, { error: null }, { error: '' }, { errors: [] }, { message: 'No' }])
      expect(failedInside(reply(200, body)), JSON.stringify(body)).to.deep.equal({
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
      });
  });
});

describe('a poll that is refused', () => {
  it('is repeated where that may pass, and ends the job where the provider lost it', () => {
    for (const [status, code] of [
      [204, 'unreadable-reply'],
      [302, 'unreadable-reply'],
      [399, 'unreadable-reply'],
      [400, 'invalid-input'],
      [401, 'session-refused'],
      [404, 'image-lost'],
      [408, 'unreadable-reply'],
      [409, 'unreadable-reply'],
      [410, 'image-lost'],
      [411, 'provider-busy'],
      [425, 'unreadable-reply'],
      [429, 'unreadable-reply'],
      [499, 'provider-failed'],
      [500, 'unreadable-reply'],
    ] as const)
      expect(pollRefusal(reply(status, null)), String(status)).to.include({
        code,
        charge: 'possible',
      });
  });
});

describe('words of an error', () => {
  it('are looked for down to eight levels, and in five entries of a list', () => {
    const names = ['detail', 'error', 'errors', 'message', 'msg', 'title'];
    for (const levels of [0, 4, 7])
      expect(words(deep(levels, { message: 'No' }, names)), String(levels)).to.equal('No');
    expect(words(deep(8, { message: 'No' }, names))).to.equal(undefined);
    expect(words({ errors: ['', '', '', '', 'No'] })).to.equal('No');
    expect(words({ errors: ['', '', '', '', '', 'No'] })).to.equal(undefined);
  });

  it('are a sentence rather than a name, and the innermost before those around it', () => {
    expect(words({ error: 'not_found', message: 'no_such' })).to.equal('not_found');
    expect(words({ error: 'not_found', message: 'Not there' })).to.equal('Not there');
    expect(words({ message: 'It said {"error":"The prompt is unfit"}' })).to.equal(
      'The prompt is unfit',
    );
    expect(words({ message: 'It said: {"code":7}' })).to.equal('It said');
    expect(words({ message: 'It said: [["cut off' })).to.equal('It said');
    expect(words({ message: '#1: {"code":7}' })).to.equal(undefined);
  });
});

describe('what Puter answers with', () => {
  it('is said in the supplier’s own words, as deep as they stand and as far as they came', () => {
    const inside = (levels: number, said: string): string =>
      levels === 0 ? said : JSON.stringify({ error: { message: inside(levels - 1, said) } });
    for (const levels of [0, 1, 4, 5])
      expect(puterWords(inside(levels, 'Too small')), String(levels)).to.equal('Too small');
    expect(puterWords(inside(6, 'Too small'))).not.to.equal('Too small');
    for (const [said, words] of [
      ['Failed with 422: {"detail":"Too small"} (id 7)', 'Too small'],
      ['Failed with 422: [{"message":"Too small"}] (id 7)', 'Too small'],
      ['Failed: {"message":"Cut \\"off\\" in the mid', 'Cut "off" in the mid'],
      ['Failed: {"code":7}', 'Failed'],
      ['{"code":7}', undefined],
      ['{"code":', undefined],
      ['["a", "b"] are taken', '["a", "b"] are taken'],
      ['{"errors":[{"message":"Too small"}]}', 'Too small'],
      ['{"detail":[{"msg":"Too small"}],"title":"No"}', 'Too small'],
      ['{"title":"No"}', 'No'],
      ['{"error":" ","message":"No"}', 'No'],
      ['key sk-12345678 of r8_abcdefgh', 'key … of …'],
      ['see <b>here</b>', 'see here'],
      ['', undefined],
    ] as const)
      expect(puterWords(said), said).to.equal(words);
    expect(puterWords(undefined)).to.equal(undefined);
    expect(puterWords(`${'word '.repeat(39)}words`)).to.equal(`${'word '.repeat(39)}words`);
    expect(puterWords(`${'word '.repeat(40)}words`)).to.equal(`${'word '.repeat(38)}word…`);
    expect(puterWords('x'.repeat(201))).to.equal(`${'x'.repeat(199)}…`);
    expect(puterWords(`${'x'.repeat(98)} ${'y'.repeat(150)}`)).to.equal(
      `${'x'.repeat(98)} ${'y'.repeat(100)}…`,
    );
    expect(puterWords(`${'x'.repeat(110)}, ${'y'.repeat(150)}`)).to.equal(`${'x'.repeat(110)}…`);
  });

  it('is its own refusal, whatever its words sound like', () => {
    for (const [code, meaning] of [
      ['insufficient_funds', 'insufficient-funds'],
      ['too_many_requests', 'rate-limited'],
      ['account_suspended', 'session-refused'],
    ] as const)
      expect(puterFailure({ code, message: 'Flagged as unsafe by moderation' }, 400)).to.include({
        code: meaning,
        charge: 'none',
      });
    expect(puterFailure({ code: 'prompt_required', message: 'Flagged as unsafe' }, 400)).to.include(
      { code: 'content-refused', charge: 'possible' },
    );
    expect(puterFailure({ message: 'Flagged as unsafe' }, 403)).to.include({
      code: 'content-refused',
      charge: 'none',
    });
  });

  it('is known by its status where it has neither name nor words', () => {
    for (const [status, code, charge] of [
      [400, 'provider-failed', 'possible'],
      [401, 'session-refused', 'none'],
      [402, 'insufficient-funds', 'none'],
      [403, 'session-refused', 'none'],
      [404, 'invalid-input', 'none'],
      [413, 'invalid-input', 'none'],
      [418, 'provider-failed', 'possible'],
      [422, 'invalid-input', 'none'],
      [429, 'rate-limited', 'none'],
      [500, 'provider-failed', 'possible'],
      [503, 'provider-busy', 'possible'],
      [399, 'unreadable-reply', 'possible'],
      [0, 'unreadable-reply', 'possible'],
    ] as const) {
      const found = puterFailure({}, status);
      expect(found, String(status)).to.include({ code, charge });
      expect(found.ended, String(status)).to.equal(status === 401 ? true : undefined);
    }
    expect(puterFailure({ status: 402 }, 500), 'its own first').to.include({
      code: 'insufficient-funds',
    });
    expect(puterFailure({ error: { status: 402 } })).to.include({ code: 'insufficient-funds' });
  });
});
