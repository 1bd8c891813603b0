import { expect } from 'chai';
import { generateBySdk } from '../../src/providers/puter-by-sdk.js';
import { puter } from '../../src/providers/puter.js';
import type { PuterProviderSession } from '../../src/providers/puter-session.js';
import { watchedPorts } from '../contract/ports.js';
import { lighthouse } from '../support/puter-in-memory.js';

type Paint = NonNullable<PuterProviderSession['ai']>['txt2img'];

const image = { src: 'https://pictures.example/1.png' };

function sdk(txt2img: Paint, config?: PuterProviderSession['config']): PuterProviderSession {
  return { ai: { txt2img }, config };
}

async function bought(txt2img: Paint, more: Parameters<typeof watchedPorts>[0] = {}) {
  const watched = watchedPorts({ providerSession: sdk(txt2img), ...more });
  const outcome = await puter
    .run({ ...lighthouse, keepAs: 'one.png' }, watched.ports)
    .catch((error: unknown) => ({ kind: 'threw' as const, error }));
  return { ...watched, outcome };
}

describe('a picture bought by the SDK’s own function, where the session is not exposed', () => {
  it('is asked for once, with words, model and supplier, and kept in the page’s folder', async () => {
    const asked: unknown[] = [];
    const { outcome } = await bought((...words) => {
      asked.push(words);
      return Promise.resolve(image);
    });
    const keptAt = 'user-pays-image/one.png';
    expect(asked).to.deep.equal([
      [
        'A lighthouse',
        {
          model: 'togetherai:black-forest-labs/flux.2-pro',
          provider: 'together-image-generation',
          width: 1024,
          height: 1024,
          puter_output_path: keptAt,
        },
      ],
    ]);
    expect(outcome).to.deep.equal({ kind: 'done', images: [{ url: image.src, keptAt }] });
  });

  it('is read from an element or an address, and believed from nothing else', async () => {
    const { outcome } = await bought(() => Promise.resolve(image.src));
    expect(outcome).to.have.nested.property('images[0].url', image.src);
    for (const nothing of [undefined, null, {}, { src: 7 }, '', 7]) {
      const { outcome } = await bought(() => Promise.resolve(nothing));
      expect(outcome, JSON.stringify(nothing)).to.deep.equal({
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
      });
    }
  });

  it('is never ordered again by the SDK, whose setting is as before once the last one ended', async () => {
    const seen: unknown[] = [];
    const ends: ((value: unknown) => void)[] = [];
    const session = sdk(
      () =>
        new Promise((resolve) => {
          seen.push(session.config);
          ends.push(resolve);
        }),
      { autoRetry: true },
    );
    const before = session.config;
    const all = [generateBySdk(session, {}), generateBySdk(session, {})];
    expect(seen).to.deep.equal([{ autoRetry: false }, { autoRetry: false }]);
    ends[0]?.(image);
    expect(await all[0]).to.equal(image.src);
    expect(session.config, 'another is under way').to.deep.equal({ autoRetry: false });
    ends[1]?.(image);
    await all[1];
    expect(session.config).to.equal(before);
    session.config = { autoRetry: true };
    const failed = generateBySdk(session, {});
    ends[2]?.(Promise.reject(new Error('no')));
    expect(await failed.catch((error: unknown) => (error as Error).message)).to.equal('no');
    expect(session.config, 'also after a failure').to.deep.equal({ autoRetry: true });
  });

  it('leaves no dialog of the SDK on the page', async () => {
    await bought(() => {
      document.body.append(document.createElement('usage-limit-dialog'));
      return Promise.reject({ code: 'insufficient_funds' });
    });
    expect(document.querySelectorAll('usage-limit-dialog')).to.have.length(0);
  });

  it('is refused as Puter refuses it, and in doubt where nobody knows', async () => {
    for (const [thrown, code, charge] of [
      [{ code: 'insufficient_funds' }, 'insufficient-funds', 'none'],
      [{ error: { code: 'auth_canceled' } }, 'sign-in-cancelled', 'none'],
      [{ code: 'upstream_failed' }, 'provider-failed', 'possible'],
      [new Error('gone'), 'unreadable-reply', 'possible'],
    ] as const) {
      const { outcome } = await bought(() => Promise.reject(thrown));
      expect(outcome, code).to.deep.include({ kind: 'refused', code, charge });
    }
  });

  it('may have been charged when no answer comes in time', async () => {
    const watched = watchedPorts({
      providerSession: sdk(() => {
        setTimeout(watched.timeIsUp);
        return new Promise(() => undefined);
      }),
    });
    expect(await puter.run(lighthouse, watched.ports)).to.deep.equal({
      kind: 'refused',
      code: 'timed-out',
      charge: 'possible',
    });
  });

  it('rejects with the reader’s reason when stopped, since it can’t be called back', async () => {
    const stop = new AbortController();
    const why = new Error('stopped');
    const { outcome } = await bought(
      () => {
        setTimeout(() => stop.abort(why));
        return new Promise(() => undefined);
      },
      { signal: stop.signal },
    );
    expect(outcome).to.deep.equal({ kind: 'threw', error: why });
  });

  it('is not ordered for a reader who is signed out, nor without that function', async () => {
    const calls: unknown[] = [];
    const ai = { txt2img: (...words: unknown[]) => Promise.resolve(calls.push(words)) };
    for (const providerSession of [
      { ai, authToken: null },
      { ai, authToken: 'token' },
      { authToken: undefined },
      undefined,
    ]) {
      const { ports } = watchedPorts({ providerSession });
      expect(await puter.run(lighthouse, ports)).to.deep.equal({
        kind: 'refused',
        code: 'no-session',
        charge: 'none',
      });
    }
    expect(calls).to.deep.equal([]);
  });
});
