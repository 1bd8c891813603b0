import { expect } from 'chai';
import { fields } from '../../src/base/json.js';
import type { Reply } from '../../src/providers/adapter.js';
import { finished } from '../../src/providers/finished.js';
import { puterFailure } from '../../src/providers/puter-failure.js';
import { puterWords } from '../../src/providers/puter-words.js';
import { readBeginning } from '../../src/providers/read-bytes.js';
import { refusal, retryAfter } from '../../src/providers/refusal.js';
import { plainWords, words } from '../../src/providers/words.js';
import { send } from '../../src/providers/http.js';
import { everyProvider } from '../contract/every-provider.js';
import { watchedPorts } from '../contract/ports.js';

/** What a pattern may try anew at each of its characters. The length is in characters. */
const shapes: Readonly<Record<string, (length: number) => string>> = Object.fromEntries(
  [
    '<a',
    '<',
    '</a ',
    '<!',
    ' ',
    'a ',
    ':',
    '-',
    '– ',
    '{',
    '[',
    '{ ',
    '[ {',
    '{"',
    '[["',
    '\\',
    '"message":"',
    '{"message":',
    'eyJ-',
    'eyJa.',
    'sk-',
    'key-',
    'bearer ',
    'bearer\n\n',
    '\u200b',
    '\u0000',
    '👩\u200d🎨',
    'content content ',
    'safety_',
    '_budget',
    '0',
    'é',
  ].map((part) => [
    JSON.stringify(part),
    (length) => part.repeat(Math.ceil(length / part.length)).slice(0, length),
  ]),
);
const order = { model: 'flux-2-pro', prompt: 'x', width: 64, height: 64, references: [] };

function replyOf(status: number, body: unknown, text = ''): Reply {
  return { status, body, text, headers: {} };
}

describe('an error body that is long and odd', () => {
  for (const [name, shape] of Object.entries(shapes))
    it(`is read in time, cut and plain: ${name}`, () => {
      for (const length of [160_000, 2_000_000]) {
        const long = shape(length);
        for (const said of [long, `${long}x`, `${long}{"error":"no"}`, `no luck ${long}`]) {
          for (const body of [
            { error: { message: said } },
            { detail: [{ msg: said, type: said }] },
            { error: { message: 'no', metadata: { raw: said } } },
          ]) {
            const shown = words(body);
            expect(shown?.length ?? 0).to.be.at.most(200);
            expect(shown ?? '').not.to.match(/[\n\0\u200b]/);
          }
          expect((puterWords(said) ?? '').length).to.be.at.most(200);
          expect(puterFailure({ error: { message: said }, status: 500 }).charge).to.equal(
            'possible',
          );
          expect(plainWords(said)?.length ?? 0).to.be.at.most(4000);
        }
      }
    });

  it('changes nothing about what each provider’s status means', () => {
    for (const [adapter] of everyProvider)
      for (const shape of Object.values(shapes)) {
        const said = shape(400_000);
        const outcome = adapter.readSubmit(
          replyOf(400, { error: { message: said, code: said }, detail: said }),
          order,
        );
        expect(outcome, adapter.id).to.include({ kind: 'refused', charge: 'none' });
        const shown = finished(outcome, watchedPorts().ports, []);
        expect(shown.kind === 'refused' ? (shown.detail ?? '').length : 999).to.be.at.most(200);
      }
  });

  it('is looked at only so far, however many messages it holds', () => {
    let looks = 0;
    const nest = (deep: number): unknown =>
      deep === 0
        ? {
            get message(): string {
              looks += 1;
              return 'a b';
            },
          }
        : { errors: Array.from({ length: 20 }, () => nest(deep - 1)) };
    expect(words(nest(3))).to.equal('a b');
    expect(looks).to.be.at.most(40);
  });

  it('still has its words found behind a long address, and tags taken out of them', () => {
    expect(words({ error: `<p class="x">no <b>luck</b></p>${' '.repeat(5000)}` })).to.equal(
      'no luck',
    );
    expect(words({ error: `<a href="${'x'.repeat(500)}">out of paper</a>` })).to.equal(
      'out of paper',
    );
    expect(words({ error: 'a < b and c > d' })).to.equal('a < b and c > d');
  });

  it('asks for no odd wait', () => {
    for (const shape of Object.values(shapes)) {
      const said = shape(1_000_000);
      const reply = { ...replyOf(429, {}), headers: { 'retry-after': said } };
      expect(retryAfter(reply) ?? 0).to.be.at.most(86_400_000);
    }
  });

  it('is cut off where a reader’s machine would only wait for it', async () => {
    let pulled = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull: (to) => {
            pulled += 1;
            to.enqueue(new Uint8Array(1 << 16).fill(120));
          },
        }),
        { status: 403 },
      );
    expect(await readBeginning(endless(), 100_000)).to.have.length(100_000);
    const real = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(endless());
    try {
      pulled = 0;
      const reply = await send(
        { method: 'GET', url: 'https://api.bfl.ai/v1/credits' },
        { auth: {}, keyHosts: [], signal: new AbortController().signal, submit: false },
      );
      expect(reply.status).to.equal(403);
      expect(reply.text.length).to.be.at.most(4000);
      expect(pulled).to.be.lessThan(40);
      expect(refusal(reply)).to.include({ charge: 'none' });
    } finally {
      globalThis.fetch = real;
    }
  });
});

describe('a success with very many items', () => {
  it('leads to few pictures with each provider', () => {
    const urls = Array.from({ length: 100_000 }, (_, at) => `https://cdn.example/${String(at)}`);
    const items = urls.map((url) => ({ url, b64_json: 'AAAA', base64: 'AAAA' }));
    for (const [adapter] of everyProvider)
      for (const body of [
        { data: items, images: items, output: urls },
        { images: urls, output: items, status: 'succeeded', id: 'a1' },
      ]) {
        const outcome = adapter.readSubmit(replyOf(200, body), order);
        if (outcome.kind === 'done') expect(outcome.images.length, adapter.id).to.be.lessThan(100);
        else expect(fields(outcome)['kind'], adapter.id).to.be.oneOf(['refused', 'pending']);
      }
  });
});
