import { expect } from 'chai';
import fc from 'fast-check';
import { buy } from '../../src/generation/buy.js';
import { recover } from '../../src/generation/recover.js';
import type { ImageProvider, Ports } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

/**
 * What the provider does with one order: whether it bills, whether a job is known first, how it
 * ends, and after how many turns of the page.
 */
interface Fate {
  readonly billed: boolean;
  readonly accepts: boolean;
  readonly end: 'picture' | 'free-refusal' | 'moderated' | 'lost' | 'throws' | 'hangs' | 'reports';
  readonly turns: number;
}

const fates: fc.Arbitrary<Fate> = fc
  .record({
    billed: fc.boolean(),
    accepts: fc.boolean(),
    turns: fc.nat(4),
    end: fc.constantFrom(
      'picture',
      'free-refusal',
      'moderated',
      'lost',
      'throws',
      'hangs',
      'reports',
    ),
  })
  .map((fate): Fate => ({
    ...fate,
    // A provider that says “not charged” does not charge, and one that hands over a picture does.
    billed:
      fate.end === 'free-refusal'
        ? false
        : fate.end === 'picture' || fate.end === 'moderated' || fate.end === 'reports'
          ? true
          : fate.billed,
    accepts: fate.end === 'free-refusal' ? false : fate.accepts,
  }));

function turn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
const outcomes: Readonly<
  Record<'picture' | 'free-refusal' | 'moderated' | 'lost' | 'reports', Outcome>
> = {
  picture,
  reports: {
    kind: 'done',
    images: [{ blob: new Blob(['x']) }],
    usage: { unit: 'usd', amount: '0.03' },
  },
  'free-refusal': { kind: 'refused', code: 'insufficient-funds', charge: 'none' },
  moderated: {
    kind: 'refused',
    code: 'content-refused',
    charge: 'charged',
    usage: { unit: 'usd', amount: '0.03' },
  },
  lost: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
};

/** Plays the fates, one for each order, and keeps the bill. */
function provider(script: readonly Fate[]): ImageProvider & { orders: unknown[]; bill: number } {
  const ended = async ({ end, turns }: Fate, { signal }: Ports): Promise<Outcome> => {
    for (let passed = 0; passed < turns; passed += 1) {
      await turn();
      signal.throwIfAborted();
    }
    if (end === 'throws') throw new TypeError('x');
    if (end === 'hangs')
      return new Promise((_, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason as Error));
      });
    return outcomes[end];
  };
  const made = Object.assign(
    makerOf(
      async (_order, ports, index) => {
        const fate = script[index] ?? {
          billed: true,
          accepts: false,
          end: 'picture' as const,
          turns: 0,
        };
        if (fate.billed) made.bill += 1;
        if (fate.accepts) await ports.accepted({ id: String(index) });
        return ended(fate, ports);
      },
      {
        resume: (job, ports) => {
          const fate = script[Number(job['id'])];
          return fate && fate.end !== 'hangs' && fate.end !== 'throws'
            ? ended(fate, ports)
            : Promise.resolve(outcomes.lost);
        },
      },
    ),
    { bill: 0 },
  );
  return made;
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

describe('a batch, whatever its provider does and whenever the reader stops it', function () {
  this.timeout(120_000);

  it('has its bill inside what the tally says, one request for a line at most, and leaves nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fates, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(12), { nil: undefined }),
        fc.integer({ min: 1, max: 4 }),
        async (script, stopAfter, concurrency) => {
          const purchasePorts = {
            ...portsInMemory(),
            clock: { now: () => Date.now(), elapsed: () => performance.now(), sleep: turn },
          };
          const imageProvider = provider(script);
          const running = await buy(
            purchasePorts,
            orderOf(imageProvider, { count: script.length }, { concurrency }),
          );
          // What hangs for ever only ends by being stopped.
          const patience =
            stopAfter ?? (script.some(({ end }) => end === 'hangs') ? 30 : undefined);
          const stop = (async () => {
            for (let passed = 0; patience !== undefined && passed < patience; passed += 1)
              await turn();
            if (patience !== undefined) running.cancel();
          })();
          const result = await running.done.catch((error: unknown) => error as Error);
          await stop;

          const { settled, inDoubt, pictures } = purchasePorts.journal.tally().all;
          const bill = imageProvider.bill * 3;
          expect(cents(settled), 'settled ≤ bill').to.be.at.most(bill);
          expect(bill, 'bill ≤ settled + in doubt').to.be.at.most(cents(settled) + cents(inDoubt));
          expect(imageProvider.orders.length).to.be.at.most(script.length);
          expect(purchasePorts.journal.underWay()).to.deep.equal([]);
          expect(
            running.state.get().pictures.every(({ name }) => name === 'done' || name === 'failed'),
          ).to.equal(true);
          expect(pictures).to.equal(
            running.state.get().pictures.filter(({ image }) => image).length,
          );
          if (result instanceof Error) expect(pictures).to.equal(0);
          else expect(result.images).to.have.length(pictures);

          // Asked again later, no doubt is ever made worse, and nothing paid is sent.
          const sent = imageProvider.orders.length;
          await recover({
            purchasePorts,
            takeOver: (_, work) => work(),
            credentials: () => Promise.resolve({ imageProvider }),
            wasKept: (id) => Promise.resolve(purchasePorts.kept.includes(id)),
            changed: () => undefined,
          });
          const later = purchasePorts.journal.tally().all;
          expect(imageProvider.orders).to.have.length(sent);
          expect(cents(later.settled)).to.be.within(cents(settled), bill);
          expect(bill).to.be.at.most(cents(later.settled) + cents(later.inDoubt));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that dies at any moment is inside its bill when the next page has looked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fates, { minLength: 1, maxLength: 3 }),
        fc.nat(10),
        async (script, diesAfter) => {
          const purchasePorts = {
            ...portsInMemory(),
            clock: { now: () => Date.now(), elapsed: () => performance.now(), sleep: turn },
          };
          let isDead = false;
          const never = new Promise<never>(() => undefined);
          // A page that died writes nothing and sends nothing any more.
          const journal = new Proxy(purchasePorts.journal, {
            get: (target, name, self: unknown) => {
              const value: unknown = Reflect.get(target, name, self);
              return typeof value !== 'function' ||
                !['reserve', 'accept', 'settle', 'refuse', 'doubt'].includes(String(name))
                ? value
                : (...given: unknown[]) =>
                    isDead ? never : (value as (...all: unknown[]) => unknown).apply(target, given);
            },
          });
          const imageProvider = provider(script);
          const run = imageProvider.run.bind(imageProvider);
          const mortal: ImageProvider = {
            ...imageProvider,
            run: (order, ports) => (isDead ? never : run(order, ports)),
          };
          void buy({ ...purchasePorts, journal }, orderOf(mortal, { count: script.length }))
            .then(({ done }) => done)
            .catch(() => undefined);
          for (let passed = 0; passed < diesAfter; passed += 1) await turn();
          isDead = true;
          await recover({
            purchasePorts,
            takeOver: (_, work) => work(),
            credentials: () => Promise.resolve({ imageProvider }),
            wasKept: (id) => Promise.resolve(purchasePorts.kept.includes(id)),
            changed: () => undefined,
          });
          const { settled, inDoubt } = purchasePorts.journal.tally().all;
          const bill = imageProvider.bill * 3;
          expect(cents(settled)).to.be.at.most(bill);
          expect(bill).to.be.at.most(cents(settled) + cents(inDoubt));
          expect(imageProvider.orders.length).to.be.at.most(script.length);
          expect(purchasePorts.journal.underWay()).to.deep.equal([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
