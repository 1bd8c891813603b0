import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { UserPaysError } from '../../src/base/error.js';
import { buy } from '../../src/generation/buy.js';
import type { Purchase } from '../../src/generation/purchase.js';
import type { PurchasePorts } from '../../src/generation/purchase-ports.js';
import type { ImageProvider } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { makerOf, orderOf, portsInMemory } from '../support/ports-in-memory.js';

function at(url: string): Outcome {
  return { kind: 'done', images: [{ url }] };
}
function lost(): UserPaysError {
  return new UserPaysError('image-lost', { stage: 'save', charge: 'charged' });
}
const bytes = new Blob(['x'], { type: 'image/png' });

/** Pauses between two looks are over at once; deadlines stay. */
const impatient = {
  ...systemClock,
  sleep: (ms: number, signal?: AbortSignal) =>
    ms < 10_000 ? Promise.resolve() : systemClock.sleep(ms, signal),
};

interface Ended {
  readonly purchase: Purchase | undefined;
  readonly error: UserPaysError | undefined;
  readonly asked: string[];
  readonly resumed: number;
  readonly purchasePorts: ReturnType<typeof portsInMemory>;
}

/**
 * Buys from a maker that accepts a job and hands over `first`; `resume` is what it says when asked
 * again.
 */
async function bring(
  first: Outcome,
  readImage: (url: string) => Promise<Blob | undefined>,
  resume?: Outcome,
  more: Partial<Pick<PurchasePorts, 'measure' | 'look'>> = {},
): Promise<Ended> {
  const asked: string[] = [];
  let resumed = 0;
  const purchasePorts = {
    ...portsInMemory(),
    clock: impatient,
    ...more,
    readImage: (url: string) => {
      asked.push(url);
      return readImage(url);
    },
  };
  const rest: Partial<ImageProvider> = resume
    ? {
        resume: () => {
          resumed += 1;
          return Promise.resolve(resume);
        },
      }
    : {};
  const imageProvider = makerOf(async (_order, { accepted }) => {
    await accepted({ id: 'j1' });
    return first;
  }, rest);
  const { done } = await buy(purchasePorts, orderOf(imageProvider));
  return done.then(
    (purchase) => ({ purchase, error: undefined, asked, resumed, purchasePorts }),
    (error: unknown) => ({
      purchase: undefined,
      error: error as UserPaysError,
      asked,
      resumed,
      purchasePorts,
    }),
  );
}

describe('a picture that is paid for', () => {
  it('whose address has expired is asked for once more, and comes from the new one', async () => {
    const { purchase, asked, resumed, purchasePorts } = await bring(
      at('https://x/old'),
      (url) => (url.endsWith('old') ? Promise.reject(lost()) : Promise.resolve(bytes)),
      at('https://x/new'),
    );
    expect(purchase?.images.map(({ blob }) => blob)).to.deep.equal([bytes]);
    expect([asked, resumed]).to.deep.equal([['https://x/old', 'https://x/new'], 1]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });

  it('that is gone at the new address, too, is said to be lost, stays on the bill, and nothing is asked a third time', async () => {
    const { error, asked, resumed, purchasePorts } = await bring(
      at('https://x/old'),
      () => Promise.reject(lost()),
      at('https://x/new'),
    );
    expect(error).to.include({ code: 'image-lost', charge: 'charged', stage: 'save' });
    expect([asked.length, resumed]).to.deep.equal([2, 1]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
  });

  it('that the provider no longer knows of is said to be lost', async () => {
    const { error } = await bring(at('https://x/old'), () => Promise.reject(lost()), {
      kind: 'refused',
      code: 'image-lost',
      charge: 'charged',
    });
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('whose bytes no page may read is shown from its address, in the size that was asked for', async () => {
    const { purchase, purchasePorts } = await bring(at('https://x/far'), () =>
      Promise.resolve(undefined),
    );
    expect(purchase?.images).to.deep.equal([
      { url: 'https://x/far', alt: 'a fox', width: 1024, height: 1024 },
    ]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });

  it('whose bytes are no picture is lost, and never shown', async () => {
    const { error } = await bring(
      at('https://x/html'),
      () => Promise.resolve(new Blob(['<html>'])),
      undefined,
      { measure: () => Promise.resolve(undefined) },
    );
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('behind an address that shows nothing, looked at three times, is lost, and its address is told', async () => {
    let looked = 0;
    const { error, purchasePorts } = await bring(
      at('https://x/html'),
      () => Promise.resolve(undefined),
      undefined,
      {
        look: () => {
          looked += 1;
          return Promise.resolve(undefined);
        },
      },
    );
    expect(error).to.include({ code: 'image-lost', charge: 'charged', stage: 'save' });
    expect(error?.facts).to.include({ url: 'https://x/html', amount: '0.03' });
    expect([looked, purchasePorts.kept]).to.deep.equal([3, []]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
  });

  it('behind an address that shows it at the second look is there, in its own size', async () => {
    let looked = 0;
    const look = (): Promise<{ width: number; height: number } | undefined> => {
      looked += 1;
      return Promise.resolve(looked > 1 ? { width: 768, height: 512 } : undefined);
    };
    const { purchase } = await bring(
      at('https://x/far'),
      () => Promise.resolve(undefined),
      undefined,
      { look },
    );
    expect(purchase?.images).to.deep.equal([
      { url: 'https://x/far', alt: 'a fox', width: 768, height: 512 },
    ]);
  });

  it('with more pixels than are drawn is the reader’s all the same: with its bytes, or its address', async () => {
    const large = { width: 8000, height: 6000, tooLarge: true } as const;
    const read = await bring(at('https://x/large'), () => Promise.resolve(bytes), undefined, {
      measure: () => Promise.resolve(large),
    });
    expect(read.purchase?.images).to.deep.equal([
      {
        blob: bytes,
        url: 'blob:test',
        alt: 'a fox',
        width: 8000,
        height: 6000,
        withheld: 'too-large',
      },
    ]);
    const seen = await bring(at('https://x/large'), () => Promise.resolve(undefined), undefined, {
      look: () => Promise.resolve(large),
    });
    expect(seen.purchase?.images).to.deep.equal([
      { url: 'https://x/large', alt: 'a fox', width: 8000, height: 6000, withheld: 'too-large' },
    ]);
  });

  it('with more bytes than are read is at its address', async () => {
    const tooMany = new UserPaysError('image-lost', {
      stage: 'save',
      charge: 'charged',
      facts: { detail: 'too large' },
    });
    const { purchase } = await bring(at('https://x/heavy'), () => Promise.reject(tooMany));
    expect(purchase?.images).to.deep.equal([
      { url: 'https://x/heavy', alt: 'a fox', width: 1024, height: 1024, withheld: 'too-large' },
    ]);
  });

  it('called something it is not is of the type its bytes show', async () => {
    const { purchase } = await bring(
      { kind: 'done', images: [{ blob: new Blob(['x'], { type: 'image/svg+xml' }) }] },
      () => Promise.resolve(undefined),
      undefined,
      { measure: () => Promise.resolve({ type: 'image/png', width: 9, height: 9 }) },
    );
    expect(purchase?.images[0]?.blob?.type).to.equal('image/png');
  });

  it('while its bytes are on their way, and the reader stops, is shown from its address', async () => {
    const purchasePorts = portsInMemory();
    const reading: { stop?: () => void } = {};
    const running = await buy(
      {
        ...purchasePorts,
        readImage: (_url, signal) =>
          new Promise((_, fail) => {
            signal.addEventListener('abort', () => fail(signal.reason as Error));
            reading.stop?.();
          }),
      },
      orderOf(
        makerOf(
          () =>
            new Promise((resolve) => {
              setTimeout(() => resolve(at('https://x/slow')));
            }),
        ),
      ),
    );
    reading.stop = () => setTimeout(running.cancel);
    expect((await running.done).images).to.deep.equal([
      { url: 'https://x/slow', alt: 'a fox', width: 1024, height: 1024 },
    ]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
  });

  it('that came as bytes and with an address is shown from its bytes, and is asked for nowhere', async () => {
    const { purchase, asked } = await bring(
      { kind: 'done', images: [{ blob: bytes, url: 'https://x/there' }] },
      () => Promise.reject(new Error('no')),
    );
    expect(asked).to.deep.equal([]);
    expect(purchase?.images[0]).to.include({ blob: bytes, url: 'blob:test', width: 1, height: 1 });
  });

  it('names where it lies in the reader’s own storage, and nothing where it does not', async () => {
    for (const made of [
      { blob: bytes, keptAt: '/pictures/a.png' },
      { url: 'https://x/far', keptAt: '/pictures/a.png' },
    ]) {
      const { purchase } = await bring({ kind: 'done', images: [made] }, () =>
        Promise.resolve(undefined),
      );
      expect(purchase?.images[0]).to.include({ keptAt: '/pictures/a.png' });
    }
    const { purchase } = await bring({ kind: 'done', images: [{ blob: bytes }] }, () =>
      Promise.resolve(undefined),
    );
    expect(purchase?.images[0]).not.to.have.property('keptAt');
  });

  it('too large to be opened is told with its address, in the size its provider told, else the one asked for', async () => {
    const tooLarge = new UserPaysError('image-lost', {
      stage: 'save',
      charge: 'charged',
      facts: { detail: 'too large' },
    });
    const told = await bring(
      {
        kind: 'done',
        images: [{ url: 'https://x/far', width: 640, height: 480, keptAt: '/a.png' }],
      },
      () => Promise.reject(tooLarge),
    );
    expect(told.purchase?.images[0]).to.include({
      url: 'https://x/far',
      width: 640,
      height: 480,
      withheld: 'too-large',
      keptAt: '/a.png',
    });
    const untold = await bring(at('https://x/far'), () => Promise.reject(tooLarge));
    expect(untold.purchase?.images[0])
      .to.include({ width: 1024, height: 1024, withheld: 'too-large' })
      .and.not.to.have.property('keptAt');
  });

  it('is asked for once more only where there was an address, a job, and somebody to ask', async () => {
    const none = await bring(
      { kind: 'done', images: [] },
      () => Promise.reject(lost()),
      at('https://x/new'),
    );
    expect([none.error?.code, none.resumed]).to.deep.equal(['image-lost', 0]);
    const odd = await bring(
      { kind: 'done', images: [{ blob: bytes }] },
      () => Promise.reject(lost()),
      at('https://x/new'),
      { measure: () => Promise.resolve(undefined) },
    );
    expect([odd.error?.code, odd.resumed]).to.deep.equal(['image-lost', 0]);
    const again = await bring(at('https://x/old'), () => Promise.reject(lost()), {
      kind: 'done',
      images: [],
    });
    expect([again.error?.code, again.resumed]).to.deep.equal(['image-lost', 1]);
    const waiting = await bring(at('https://x/old'), () => Promise.reject(lost()), {
      kind: 'pending',
      job: { id: 'j1' },
    });
    expect([waiting.error?.code, waiting.resumed]).to.deep.equal(['image-lost', 1]);
  });

  it('that takes too long to fetch is told so', async () => {
    const late = new UserPaysError('timed-out', { stage: 'save', charge: 'charged' });
    expect((await bring(at('https://x/slow'), () => Promise.reject(late))).error).to.include({
      code: 'timed-out',
      charge: 'charged',
    });
    expect(
      (await bring(at('https://x/slow'), () => Promise.reject(late), at('https://x/slow'))).error,
    ).to.include({ code: 'timed-out' });
  });

  it('is shown from its address when reading it breaks down for a reason of no account', async () => {
    const { purchase } = await bring(at('https://x/far'), () => Promise.reject(new TypeError('x')));
    expect(purchase?.images[0]).to.include({ url: 'https://x/far' });
  });

  it('is looked for until it is seen, and not once more, with a rest before each further look', async () => {
    for (const [seenAt, steps] of [
      [1, ['look']],
      [2, ['look', '400', 'look']],
      [3, ['look', '400', 'look', '1200', 'look']],
      [9, ['look', '400', 'look', '1200', 'look']],
    ] as const) {
      const done: string[] = [];
      const look = (): Promise<{ width: number; height: number } | undefined> =>
        Promise.resolve(
          done.push('look') && done.filter((step) => step === 'look').length >= seenAt
            ? { width: 8, height: 8 }
            : undefined,
        );
      const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
        if (ms >= 10_000) return systemClock.sleep(ms, signal);
        await Promise.resolve();
        done.push(String(ms));
      };
      const purchasePorts = {
        ...portsInMemory(),
        clock: { ...systemClock, sleep },
        look,
        readImage: () => Promise.resolve(undefined),
      };
      await (
        await buy(purchasePorts, orderOf(makerOf(() => Promise.resolve(at('https://x/far')))))
      ).done.catch(() => undefined);
      expect(done).to.deep.equal(steps);
    }
  });

  it('that nobody can look at in time is told so, and one that can’t be looked at for another reason is lost', async () => {
    const late = new UserPaysError('timed-out', { stage: 'save', charge: 'charged' });
    expect(
      (
        await bring(at('https://x/far'), () => Promise.resolve(undefined), undefined, {
          look: () => Promise.reject(late),
        })
      ).error,
    ).to.include({ code: 'timed-out', charge: 'charged' });
    expect(
      (
        await bring(at('https://x/far'), () => Promise.resolve(undefined), undefined, {
          look: () => Promise.reject(new Error('x')),
        })
      ).error,
    ).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('while it is looked at, and the reader stops, is shown from its address', async () => {
    let stop: () => void = () => undefined;
    const look = (_url: string, signal: AbortSignal): Promise<undefined> =>
      new Promise((_, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason as Error));
        stop();
      });
    const running = await buy(
      { ...portsInMemory(), readImage: () => Promise.resolve(undefined), look },
      orderOf(
        makerOf(
          () =>
            new Promise((resolve) => {
              setTimeout(() => resolve(at('https://x/slow')));
            }),
        ),
      ),
    );
    stop = () => setTimeout(running.cancel);
    expect((await running.done).images[0]).to.include({
      url: 'https://x/slow',
      width: 1024,
      height: 1024,
    });
  });

  it('is lost when asking for it once more goes wrong, and may be accepted anew while it is asked for', async () => {
    const purchasePorts = {
      ...portsInMemory(),
      clock: impatient,
      readImage: (url: string) =>
        url.endsWith('new') ? Promise.resolve(bytes) : Promise.reject(lost()),
    };
    const end = async (resume: NonNullable<ImageProvider['resume']>): Promise<unknown> => {
      const imageProvider = makerOf(
        async (_order, { accepted }) => {
          await accepted({ id: 'j1' });
          return at('https://x/old');
        },
        { resume },
      );
      return (await buy(purchasePorts, orderOf(imageProvider))).done.then(
        ({ images }) => images.length,
        (error: unknown) => (error as UserPaysError).code,
      );
    };
    expect(await end(() => Promise.reject(new Error('no')))).to.equal('image-lost');
    expect(
      await end((job, { accepted }) => accepted(job).then(() => at('https://x/new'))),
    ).to.equal(1);
  });
});
