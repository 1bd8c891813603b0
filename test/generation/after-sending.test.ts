import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { PurchaseOrder, PurchasePorts } from '../../src/generation/purchase-ports.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import type { Adapter } from '../../src/providers/adapter.js';
import type { ImageProvider, Ports } from '../../src/providers/image-provider.js';
import { together } from '../../src/providers/together.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

type Shop = ReturnType<typeof portsInMemory>;

/** What one purchase came to: the error, if any, and its line of the journal. */
async function bought(
  imageProvider: ImageProvider,
  {
    spoil = () => undefined,
    rest = {},
    meanwhile = () => undefined,
  }: {
    spoil?: (shop: Shop) => void;
    rest?: Partial<PurchaseOrder>;
    meanwhile?: (running: Awaited<ReturnType<typeof buy>>) => void;
  } = {},
) {
  const shop = portsInMemory();
  spoil(shop);
  const running = await buy(shop, orderOf(imageProvider, {}, { key: 'key-of-a-test', ...rest }));
  meanwhile(running);
  const error = (await running.done.then(
    () => undefined,
    (reason: unknown) => reason,
  )) as { code: string; charge: string; facts: Record<string, string> } | undefined;
  const line = shop.journal.entries()[0];
  return { error, line, state: running.state.get().pictures[0], shop };
}

function broken(): never {
  throw new TypeError('x is not a function');
}
function breaks(): Promise<never> {
  return Promise.reject(new TypeError('x is not a function'));
}

/** A maker whose outcome is wrong in a way that only a broken or hostile one can be. */
function odd(outcome: unknown): ImageProvider {
  return makerOf(() => Promise.resolve(outcome as Outcome));
}
function refusedBy(more: Partial<Extract<Outcome, { kind: 'refused' }>>): ImageProvider {
  return odd({ kind: 'refused', code: 'provider-failed', charge: 'possible', ...more });
}

function jobIn(
  rest: Partial<ImageProvider>,
  outcome: Outcome | (() => Promise<Outcome>) = picture,
): ImageProvider {
  return makerOf(async (_order, { accepted }) => {
    await accepted({ id: 'j1' });
    return typeof outcome === 'function' ? outcome() : outcome;
  }, rest);
}

/** Together's adapter on a network that answers each order, with one of its functions broken. */
function byHttp(rest: Partial<Adapter>): ImageProvider {
  return httpProvider({ ...together, browsers: 'yes', ...rest });
}

function journalBroken(...names: ('accept' | 'settle' | 'doubt' | 'refuse')[]) {
  return ({ journal }: Shop): void => {
    for (const name of names) Object.assign(journal, { [name]: breaks });
  };
}

describe('what is thrown after an order was sent', () => {
  const seams: Record<string, () => ReturnType<typeof bought>> = {
    'by the image provider, at once': () => bought(makerOf(broken)),
    'by the image provider, later': () => bought(makerOf(breaks)),
    'with a foreign error that names no facts': () =>
      bought(
        makerOf(() =>
          Promise.reject(
            Object.assign(new Error('x'), {
              name: 'UserPaysError',
              code: 'aborted',
              charge: 'none',
            }),
          ),
        ),
      ),
    'with no outcome at all': () => bought(odd(undefined)),
    'with an outcome of no kind': () => bought(odd({})),
    'with a picture list that is none': () => bought(odd({ kind: 'done', images: 7 })),
    'with a charge of no known name': () => bought(refusedBy({ charge: 'free' as 'none' })),
    'with a charge that is missing': () =>
      bought(odd({ kind: 'refused', code: 'provider-failed' })),
    'when the journal takes no job': () =>
      bought(jobIn({}), { spoil: journalBroken('accept', 'settle') }),
    'when the journal takes no doubt': () =>
      bought(refusedBy({ code: 'timed-out' }), { spoil: journalBroken('doubt') }),
    'when the journal takes no refusal': () =>
      bought(refusedBy({ charge: 'none' }), { spoil: journalBroken('refuse') }),
    'when the journal takes nothing more': () =>
      bought(refusedBy({ charge: 'none' }), { spoil: journalBroken('refuse', 'doubt', 'settle') }),
    'when a reported charge can’t be recorded': () =>
      bought(refusedBy({ charge: 'charged' }), { spoil: journalBroken('settle') }),
    'by what forgets a refused session': () =>
      bought(refusedBy({ ended: true }), { rest: { onSessionRefused: broken } }),
    'by an adapter that reads the reply': () => bought(byHttp({ readSubmit: broken })),
    'by an adapter that reads its job': () =>
      bought(
        byHttp({
          readSubmit: () => ({ kind: 'pending', job: { id: '1' }, waitMs: 0 }),
          poll: () => ({ method: 'GET', url: 'https://api.together.ai/v1/x' }),
          readPoll: broken,
        }),
      ),
    'by an adapter that asks for its job': () =>
      bought(
        byHttp({
          readSubmit: () => ({ kind: 'pending', job: { id: '1' }, waitMs: 0 }),
          poll: broken,
          readPoll: broken,
        }),
      ),
    'by the provider that is asked to stop': () =>
      bought(
        jobIn({ cancel: broken }, () => new Promise(() => undefined)),
        {
          meanwhile: (running) =>
            void running.state.subscribe(({ pictures: [first] }) => {
              if (first?.name === 'polling') running.cancel();
            }),
        },
      ),
    'by what finds the price of a unit': () =>
      bought(refusedBy({ charge: 'charged', usage: broken as never })),
  };
  for (const [name, run] of Object.entries(seams))
    it(`${name}, is never said to be free`, async () => {
      const { restore } = scriptedFetch(() => ({ status: 200, json: { data: [] } }));
      try {
        const { error, line } = await run();
        expect(error?.charge).to.be.oneOf(['possible', 'charged']);
        expect(line?.standing).to.be.oneOf(['intent', 'accepted', 'in-doubt', 'settled']);
        expect(line?.charge).not.to.equal('none');
      } finally {
        restore();
      }
    });

  it('by anything that only keeps or shows a paid picture, leaves the picture and its charge', async () => {
    const spoils: Record<string, (shop: Shop) => void> = {
      keep: (shop) => Object.assign(shop, { keep: breaks }),
      'keep, at once': (shop) => Object.assign(shop, { keep: broken }),
      settle: journalBroken('settle'),
      'settle and doubt': journalBroken('settle', 'doubt'),
    };
    for (const [name, spoil] of Object.entries(spoils)) {
      const { error, line, state } = await bought(
        makerOf(() => Promise.resolve(picture)),
        { spoil },
      );
      expect(error, name).to.equal(undefined);
      expect(state, name).to.include({ name: 'done' });
      expect(state?.receipt, name).to.include({ charge: 'charged' });
      expect(line?.charge, name).not.to.equal('none');
    }
  });

  it('by a listener, changes nothing', async () => {
    const warned: string[] = [];
    const real = console.warn;
    console.warn = (words: string) => void warned.push(words);
    try {
      for (const imageProvider of [
        makerOf(() => Promise.resolve(picture)),
        refusedBy({ charge: 'charged' }),
      ]) {
        const { state, line } = await bought(imageProvider, {
          meanwhile: (running) => void running.state.subscribe(broken),
        });
        expect(state?.receipt).to.include({ charge: 'charged', charged: '0.03' });
        expect(line).to.include({ standing: 'settled', charged: '0.03' });
      }
    } finally {
      console.warn = real;
    }
    expect(warned.join()).to.contain('a listener threw');
  });

  it('by a picture that is asked for once more, is a lost picture that was charged', async () => {
    const shopless = jobIn(
      { resume: broken },
      { kind: 'done', images: [{ url: 'https://cdn.example/a.png' }] },
    );
    const { error, line } = await bought(shopless, {
      spoil: (shop) => Object.assign(shop, { look: () => Promise.resolve(undefined) }),
    });
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
    expect(error?.facts['url']).to.equal('https://cdn.example/a.png');
    expect(line).to.include({ standing: 'settled', charged: '0.03' });
  });

  it('says nothing of an order that was held back before it was sent', async () => {
    for (const callsBeforeSend of [true, undefined]) {
      const imageProvider = makerOf(
        async (_order: unknown, ports: Ports): Promise<Outcome> => {
          const code = await ports.beforeSend?.().then(
            () => undefined,
            () => 'storage-blocked' as const,
          );
          return code ? { kind: 'refused', code, charge: 'none' } : picture;
        },
        callsBeforeSend ? { callsBeforeSend } : {},
      );
      const { error } = await bought(imageProvider, {
        spoil: ({ journal }) =>
          Object.assign(journal, {
            leave: () => Promise.resolve('storage-blocked'),
            refuse: breaks,
          }),
      });
      expect(error, String(callsBeforeSend)).to.include({
        code: 'storage-blocked',
        charge: 'none',
      });
    }
  });
});

describe('a page whose script adds fields to every object', () => {
  const values: readonly unknown[] = ['1', 0, true, broken, { amount: '0', unit: 'usd' }];
  const names = [
    ...['usage', 'note', 'times', 'again', 'repeated', 'ended', 'detail', 'later', 'seed', 'kind'],
    ...['charge', 'code', 'images', 'url', 'blob', 'base64', 'keptAt', 'job', 'basis', 'charged'],
    ...['retryAfterMs', 'facts', 'cause', 'width', 'height', 'unit', 'amount', 'status', 'data'],
  ];
  for (const name of names)
    it(`never makes a charged order free: ${name}`, async () => {
      for (const value of values)
        for (const outcome of [
          picture,
          { kind: 'refused', code: 'timed-out', charge: 'possible' },
          {
            kind: 'refused',
            code: 'content-refused',
            charge: 'charged',
            usage: { unit: 'usd', amount: '0.03' },
          },
        ] as const) {
          const imageProvider = makerOf(() => {
            Object.defineProperty(Object.prototype, name, { value, configurable: true });
            return Promise.resolve(outcome);
          });
          try {
            const { line, state } = await bought(imageProvider);
            const told = [state?.error?.charge ?? state?.receipt?.charge, line?.charge];
            expect(told.includes('none'), `${name} ${String(value)} ${told.join()}`).to.equal(
              false,
            );
            const charged = line && Object.hasOwn(line, 'charged') ? line.charged : '0.03';
            expect(charged, `${name} ${String(value)}`).to.equal('0.03');
          } finally {
            Reflect.deleteProperty(Object.prototype, name);
          }
        }
    });
});

describe('an order of a page whose service worker may repeat it', () => {
  const controlled = async <T>(work: () => Promise<T>): Promise<T> => {
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: { controller: {} },
    });
    try {
      return await work();
    } finally {
      Reflect.deleteProperty(navigator, 'serviceWorker');
    }
  };
  const lost: Outcome = { kind: 'refused', code: 'unreadable-reply', charge: 'possible' };
  const told = async (
    imageProvider: ImageProvider,
    rest: Partial<PurchaseOrder> = {},
    spoil?: (shop: Shop) => void,
  ) => {
    const { error, line } = await bought(imageProvider, { rest, ...(spoil && { spoil }) });
    return [error?.facts['repeated'], line?.repeated];
  };

  it('costs at least its price, where its charge is in doubt', async () => {
    expect(await told(odd(lost))).to.deep.equal([undefined, undefined]);
    await controlled(async () => {
      for (const imageProvider of [
        odd(lost),
        makerOf(breaks),
        jobIn({}, { ...lost, code: 'timed-out' }),
        odd({ kind: 'pending', job: {} }),
      ])
        expect(await told(imageProvider)).to.deep.equal(['1', true]);
      expect(
        await told(odd(lost), { relay: 'puter' }),
        'Puter’s network is not the worker’s',
      ).to.deep.equal([undefined, undefined]);
    });
  });

  it('costs its price, where the charge is known, and nothing where it was refused', async () => {
    await controlled(async () => {
      for (const charge of ['charged', 'none'] as const)
        expect(await told(odd({ ...lost, charge }))).to.deep.equal([undefined, undefined]);
      const { line } = await bought(makerOf(() => Promise.resolve(picture)));
      expect(line).to.deep.include({ standing: 'settled', charged: '0.03' });
      expect(line).not.to.have.property('repeated');
    });
  });

  it('is remembered as such with its job, after a reload', async () => {
    const shop = portsInMemory();
    await controlled(async () => {
      const jobs: unknown[] = [];
      const accept = shop.journal.accept.bind(shop.journal);
      Object.assign(shop.journal, {
        accept: (id: string, job: Record<string, string>) => {
          jobs.push(job);
          return accept(id, job);
        },
      } satisfies Partial<PurchasePorts['journal']>);
      await (
        await buy(shop, orderOf(jobIn({})))
      ).done;
      expect(jobs).to.deep.equal([{ id: 'j1', repeated: '1' }]);
    });
  });
});
