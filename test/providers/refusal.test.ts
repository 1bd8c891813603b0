import { expect } from 'chai';
import fc from 'fast-check';
import { fields } from '../../src/base/json.js';
import type { Reply } from '../../src/providers/adapter.js';
import { pollRefusal, refusal, retryAfter } from '../../src/providers/refusal.js';
import { shortened, words } from '../../src/providers/words.js';

function reply(status: number, headers: Record<string, string> = {}, body: unknown = {}): Reply {
  return { status, headers, body, text: '' };
}

describe('what a refusal says', () => {
  it('counts down what the provider asks for, in seconds, milliseconds or a date', () => {
    const now = Date.parse('2026-11-21T08:00:00Z');
    for (const [headers, body, ms] of [
      [{ 'retry-after': '7' }, {}, 7000],
      [{ 'retry-after': ' 0 ' }, {}, 0],
      [{ 'retry-after': '1.5' }, {}, 1500],
      [{ 'retry-after-ms': '250', 'retry-after': '9' }, {}, 250],
      [{ 'retry-after-ms': '1500.5' }, {}, 1501],
      [{ 'retry-after': 'Sat, 21 Nov 2026 08:01:00 GMT' }, {}, 60_000],
      [{}, { retry_after: 3 }, 3000],
      [{ 'retry-after': '999999999' }, {}, 86_400_000],
      [{ 'retry-after': 'Fri, 20 Nov 2026 08:00:00 GMT' }, {}, undefined],
      [{ 'retry-after': '-5' }, {}, undefined],
      [{ 'retry-after': 'soon' }, {}, undefined],
      [{ 'retry-after': '1e9' }, {}, undefined],
      [{}, {}, undefined],
    ] as const)
      expect(retryAfter(reply(429, headers, body), now), JSON.stringify([headers, body])).to.equal(
        ms,
      );
  });

  it('counts down what stands in a joined header, in a field of the body, or in words', () => {
    const now = Date.parse('2026-11-21T08:00:00Z');
    const minute = 'Sat, 21 Nov 2026 08:01:00 GMT';
    for (const [headers, body, ms] of [
      [{ 'retry-after': '5, 5' }, {}, 5000],
      [{ 'retry-after': '5,12' }, {}, 12_000],
      [{ 'retry-after': `${minute}, ${minute}` }, {}, 60_000],
      [{ 'retry-after': `7, ${minute}` }, {}, 60_000],
      [{ 'retry-after': '2026-11-21T08:00:30Z' }, {}, 30_000],
      [{ 'retry-after': '1m30s' }, {}, 90_000],
      [{}, { retry_after: '4' }, 4000],
      [{}, { error: { retryAfter: 2 } }, 2000],
      [{}, { retry_after_ms: 1500 }, 1500],
      [
        {},
        {
          error: {
            status: 'RESOURCE_EXHAUSTED',
            details: [
              { '@type': 'type.googleapis.com/google.rpc.Help' },
              { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3.299s' },
            ],
          },
        },
        3299,
      ],
      [{}, { error: { details: [{ retryDelay: { seconds: 4 } }] } }, 4000],
      [{}, { error: { message: 'Your quota will reset after 3s.' } }, 3000],
      [{}, { error: 'Rate limit reached. Please try again in 1m26.4s. See the guide.' }, 86_400],
      [{}, { detail: 'Please wait 30 seconds before the next one' }, 30_000],
      [{}, { detail: 'Limit: 6 per 60 seconds. Retry in 250ms' }, 250],
      [{}, { detail: 'Resets in 2 minutes and 5 seconds' }, 125_000],
      [{}, { message: '请求过于频繁，请在 20 秒后重试' }, 20_000],
      [{}, { message: '请 2 分钟后再试' }, 120_000],
      [{}, { detail: 'At most 6 requests per 60 seconds' }, undefined],
      [{}, { detail: 'Try again later' }, undefined],
      [{ 'retry-after': ', ,' }, {}, undefined],
    ] as const)
      expect(retryAfter(reply(429, headers, body), now), JSON.stringify([headers, body])).to.equal(
        ms,
      );
    // What is final by its status has no wait in its words.
    expect(retryAfter(reply(400, {}, { detail: 'wait 30 seconds' }))).to.equal(undefined);
  });

  it('repeats the provider’s own words, cut and on one line', () => {
    for (const [body, said] of [
      [{ detail: 'no  credits\n left' }, 'no credits left'],
      [{ detail: [{ msg: 'bad width' }] }, 'bad width'],
      [{ error: { message: 'no' } }, 'no'],
      [{ error: 'no' }, 'no'],
      [{ message: 'no' }, 'no'],
      [{ title: 'no' }, 'no'],
      [{ detail: {} }, undefined],
      [null, undefined],
      ['no', undefined],
      [{ detail: 7 }, undefined],
      [{ detail: 'x'.repeat(500) }, `${'x'.repeat(199)}…`],
      [{ error: ['first', 'second'] }, 'first'],
      [{ error: [] }, undefined],
      [{ errors: [{ message: 'no' }] }, 'no'],
      [{ errors: [] }, undefined],
      [{ detail: { error: 'no' } }, 'no'],
      [{ error: 'not_found', message: 'There is no such model' }, 'There is no such model'],
      [{ error: { code: 'x', message: '' } }, undefined],
    ] as const)
      expect(words(body), JSON.stringify(body)).to.equal(said);
  });

  it('never repeats JSON: what a gateway wrapped is taken out of it', () => {
    for (const [body, said] of [
      [
        { error: { message: '{"error":{"message":"Prompt was blocked","code":400}}' } },
        'Prompt was blocked',
      ],
      [{ message: '400 {"error":{"message":"Prompt was blocked"}}' }, 'Prompt was blocked'],
      [{ error: 'Upstream said: {"detail":[{"msg":"too small","loc":["width"]}]}' }, 'too small'],
      [{ error: 'Upstream error: {"error":{"message":"cut off in the mid' }, 'Upstream error'],
      [{ error: '{"error":{"mess' }, undefined],
      [{ error: 'Failed: {"error":{"message":"No room left"}}. Try later.' }, 'No room left'],
      [{ error: "Error code: 429 - {'status': 'failure'}" }, 'Error code: 429'],
      [{ error: 'Internal Server Error', message: 'No server is up' }, 'No server is up'],
      [{ error: 'Bad Request' }, 'Bad Request'],
      [{ detail: 'sizes {width} and [height] are free' }, 'sizes {width} and [height] are free'],
      [{ error: '<b>No</b> <i>credits</i>' }, 'No credits'],
    ] as const)
      expect(words(body), JSON.stringify(body)).to.equal(said);
  });

  it('never repeats JSON from a reply that is only text', () => {
    for (const [text, said] of [
      ['Error: {"error":{"message":"Prompt was blocked"}}', 'Prompt was blocked'],
      ['event: error\ndata: {"error":{"message":"Prompt was blocked"}}', 'Prompt was blocked'],
      ['upstream said {"error":"no"} and stopped', 'upstream said'],
      ['{"error":{"mess', undefined],
      ['[INFO] no server is up', '[INFO] no server is up'],
      ['<h1>Bad gateway</h1>', undefined],
    ] as const)
      expect(refusal({ status: 500, headers: {}, body: undefined, text })?.detail, text).to.equal(
        said,
      );
    expect(refusal(reply(500, {}, 'No server is up'))?.detail, 'JSON text').to.equal(
      'No server is up',
    );
  });

  it('cuts between words, and never inside of a letter', () => {
    expect(shortened('word '.repeat(60))).to.equal(`${'word '.repeat(39)}word…`);
    expect(shortened('👩‍👩‍👧‍👦'.repeat(30))).to.equal(`${'👩‍👩‍👧‍👦'.repeat(18)}…`);
    expect(shortened(`${'a'.repeat(199)} b`), 'a word that just fits').to.equal(
      `${'a'.repeat(199)}…`,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 400 }), (said) => {
        const cut = shortened(said);
        expect(cut.length).to.be.at.most(200);
        expect(said.startsWith(cut.replace(/…$/, '')) || said === cut).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it('has no letters in it that turn what stands after them', () => {
    expect(words({ detail: '\u202eCharged $0.00\u2066 \u200bnow' })).to.equal('Charged $0.00 now');
  });

  it('never throws and never forgives a breakdown, whatever comes back', () => {
    const headers = fc.dictionary(
      fc.constantFrom('retry-after', 'retry-after-ms', 'content-type'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        headers,
        fc.anything(),
        (status, sent, body) => {
          const found = refusal(reply(status, sent, body));
          if (status < 200 || status >= 500)
            expect(found).to.include({ kind: 'refused', charge: 'possible' });
          if (found?.charge === 'none') expect(status).to.be.within(400, 499);
          expect(pollRefusal(reply(status, sent, body))?.charge ?? 'possible').to.equal('possible');
          const { retryAfterMs = 0, detail = '' } = fields(found) as {
            retryAfterMs?: number;
            detail?: string;
          };
          expect(retryAfterMs).to.be.within(0, 86_400_000);
          expect(detail.length).to.be.at.most(200);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('leaves a time-out at a gateway in doubt', () => {
    expect(refusal(reply(408))).to.include({ charge: 'possible' });
    expect(refusal(reply(504))).to.include({ charge: 'possible' });
    expect(refusal(reply(504), true)).to.include({ charge: 'none' });
  });
});
