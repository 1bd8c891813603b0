import { expect } from 'chai';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { createLeases, type Leases } from '../../src/spending/lease.js';
import { ownNamespace } from './real-ports.js';
import { settableClock } from './simulated-browser.js';

function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A clock whose waits end only when the test says so. */
function patient() {
  const clock = settableClock();
  const waits: (() => void)[] = [];
  return {
    clock: {
      ...clock,
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
          if (ms < 1000) resolve();
          else waits.push(resolve);
        }),
    },
    pass: (ms: number) => {
      clock.pass(ms);
      for (const wake of waits.splice(0)) wake();
    },
    sleepThrough: (ms: number) => clock.pass(ms),
  };
}

const kinds: readonly [string, () => { one: Leases; other: Leases }][] = [
  [
    'by Web Lock',
    () => {
      const namespace = ownNamespace();
      const make = (): Leases =>
        createLeases({
          locks: navigator.locks,
          store: memoryStore(),
          clock: settableClock(),
          namespace,
        });
      return { one: make(), other: make() };
    },
  ],
  [
    'by heartbeat, where there are no Web Locks',
    () => {
      const { clock } = patient();
      const store = memoryStore();
      return { one: createLeases({ store, clock }), other: createLeases({ store, clock }) };
    },
  ],
  [
    'by heartbeat, where Web Locks are refused',
    () => {
      const { clock } = patient();
      const store = memoryStore();
      const locks = {
        request: () => Promise.reject(new DOMException('sandboxed', 'SecurityError')),
      } as unknown as LockManager;
      return {
        one: createLeases({ locks, store, clock }),
        other: createLeases({ locks, store, clock }),
      };
    },
  ],
];

for (const [kind, make] of kinds) {
  describe(`a line's lease ${kind}`, () => {
    it('is not taken over while its owner works, and is as soon as it is done', async () => {
      const { one, other } = make();
      const { opened, open } = gate();
      const begun = gate();
      const held = one.hold('a', () => {
        begun.open();
        return opened.then(() => 'done');
      });
      await begun.opened;
      expect(await other.tryTakeOver('a', () => Promise.resolve('stolen'))).to.equal(undefined);
      expect(await one.tryTakeOver('a', () => Promise.resolve('twice'))).to.equal(undefined);
      expect(await other.tryTakeOver('b', () => Promise.resolve('another'))).to.deep.equal({
        result: 'another',
      });
      open();
      expect(await held).to.equal('done');
      expect(await other.tryTakeOver('a', () => Promise.resolve('taken'))).to.deep.equal({
        result: 'taken',
      });
    });

    it('goes to one of two that ask together', async () => {
      const { one, other } = make();
      const { opened, open } = gate();
      const work = (): Promise<string> => opened.then(() => 'mine');
      const asked = [one.tryTakeOver('a', work), other.tryTakeOver('a', work)];
      // The winner works until the loser was told.
      await Promise.race(asked);
      open();
      const taken = (await Promise.all(asked)).filter((outcome) => outcome);
      expect(taken).to.deep.equal([{ result: 'mine' }]);
    });

    it('is freed by work that fails, and the failure is the caller’s', async () => {
      const { one, other } = make();
      let times = 0;
      const work = (): Promise<never> => {
        times += 1;
        return Promise.reject(new Error('no'));
      };
      for (const run of [one.hold, one.tryTakeOver]) {
        const failure = await run('a', work).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure).to.have.property('message', 'no');
      }
      expect(times, 'each was begun once').to.equal(2);
      expect(await other.tryTakeOver('a', () => Promise.resolve(1))).to.deep.equal({ result: 1 });
    });
  });
}

describe('a heartbeat', () => {
  it('decides between two tabs that found the owner dead at the same moment', async () => {
    const { clock } = patient();
    const store = memoryStore();
    // Each looks before it can see what the other wrote.
    const stale = (): TextStore => {
      let looked = false;
      return {
        ...store,
        get: (key) => {
          const seen = looked ? store.get(key) : null;
          looked = true;
          return seen;
        },
      };
    };
    const tabs = [createLeases({ store: stale(), clock }), createLeases({ store: stale(), clock })];
    const taken = await Promise.all(
      tabs.map((leases) => leases.tryTakeOver('a', () => Promise.resolve('mine'))),
    );
    expect(taken.filter((outcome) => outcome)).to.deep.equal([{ result: 'mine' }]);
  });

  it('keeps a lease alive for as long as it beats, and not much longer', async () => {
    const { clock, pass, sleepThrough } = patient();
    const store = memoryStore();
    const [one, other] = [createLeases({ store, clock }), createLeases({ store, clock })];
    void one.hold('a', () => new Promise(() => undefined));
    for (let beats = 0; beats < 6; beats += 1) {
      pass(5000);
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(await other.tryTakeOver('a', () => Promise.resolve(1))).to.equal(undefined);
    sleepThrough(15_000);
    expect(await other.tryTakeOver('a', () => Promise.resolve(1))).to.deep.equal({ result: 1 });
  });

  it('from the future, of a clock that was set back since, does not hold a line for ever', async () => {
    const { clock } = patient();
    const store = memoryStore();
    const [one, other] = [createLeases({ store, clock }), createLeases({ store, clock })];
    void one.hold('a', () => new Promise(() => undefined));
    clock.set(clock.now() - 86_400_000);
    expect(await other.tryTakeOver('a', () => Promise.resolve(1))).to.deep.equal({ result: 1 });
  });

  it('that can be written nowhere still keeps a page from taking its own work twice', async () => {
    const { clock } = patient();
    const refuse = (): never => {
      throw new DOMException('', 'SecurityError');
    };
    const leases = createLeases({
      store: { get: refuse, set: refuse, remove: refuse, keys: refuse },
      clock,
    });
    const { opened, open } = gate();
    const held = leases.hold('a', () => opened);
    expect(await leases.tryTakeOver('a', () => Promise.resolve(1))).to.equal(undefined);
    open();
    await held;
    expect(await leases.tryTakeOver('a', () => Promise.resolve(1))).to.deep.equal({ result: 1 });
  });

  it('that can be written nowhere keeps a page from taking one line over twice at the same moment', async () => {
    const { clock } = patient();
    const refuse = (): never => {
      throw new DOMException('', 'SecurityError');
    };
    const leases = createLeases({
      store: { get: refuse, set: refuse, remove: refuse, keys: refuse },
      clock,
    });
    let times = 0;
    const work = (): Promise<number> => Promise.resolve((times += 1));
    const taken = await Promise.all([leases.tryTakeOver('a', work), leases.tryTakeOver('a', work)]);
    expect(taken).to.deep.equal([{ result: 1 }, undefined]);
  });

  it('that lost to another tab can win the next time, once that one is gone', async () => {
    const { clock } = patient();
    const store = memoryStore();
    const leases = createLeases({
      store: { ...store, set: () => store.set('upi1:h:a', `${clock.now().toString(36)}.abcdef`) },
      clock,
    });
    expect(await leases.tryTakeOver('a', () => Promise.resolve(1))).to.equal(undefined);
    store.remove('upi1:h:a');
    const next = createLeases({ store, clock });
    expect(await next.tryTakeOver('a', () => Promise.resolve(1))).to.deep.equal({ result: 1 });
    clock.set(clock.now() + 20_000);
    const stolen = leases.tryTakeOver('a', () => Promise.resolve(2));
    store.remove('upi1:h:a');
    expect(await stolen).to.deep.equal({ result: 2 });
  });

  it('ends with the work', async () => {
    const { clock, pass } = patient();
    const store = memoryStore();
    const leases = createLeases({ store, clock });
    await leases.hold('a', () => Promise.resolve());
    expect(store.keys()).to.deep.equal([]);
    pass(5000);
    await new Promise((resolve) => setTimeout(resolve));
    pass(5000);
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.keys()).to.deep.equal([]);
  });
});
