import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { ImageProvider } from '../../src/providers/image-provider.js';
import { simulatedBrowser } from '../spending/simulated-browser.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

/**
 * A shop over a browser that can be watched, and a maker that notes what the journal knew when its
 * order left.
 */
function scene(rest: Partial<ImageProvider> = {}) {
  const browser = simulatedBrowser();
  const purchasePorts = { ...portsInMemory(), journal: browser.tab() };
  const known: (boolean | undefined)[] = [];
  const imageProvider: ReturnType<typeof makerOf> = makerOf(async (_, ports) => {
    if (imageProvider.callsBeforeSend) {
      known.push(purchasePorts.journal.entries().at(-1)?.unsent);
      await ports.beforeSend?.();
    }
    known.push(purchasePorts.journal.entries().at(-1)?.unsent);
    return picture;
  }, rest);
  return { browser, purchasePorts, imageProvider, known };
}
async function ended(running: Awaited<ReturnType<typeof buy>>): Promise<unknown> {
  return running.done.then(
    () => 'done',
    (error: unknown) => {
      const { code, charge } = error as { code: string; charge: string };
      return `${code} ${charge}`;
    },
  );
}

describe('before an order leaves', () => {
  it('it is written that it does: by the maker, as late as can be, or else before the maker is asked', async () => {
    const late = scene({ callsBeforeSend: true });
    expect(await ended(await buy(late.purchasePorts, orderOf(late.imageProvider)))).to.equal(
      'done',
    );
    expect(late.known).to.deep.equal([true, undefined]);
    const plain = scene();
    expect(await ended(await buy(plain.purchasePorts, orderOf(plain.imageProvider)))).to.equal(
      'done',
    );
    expect(plain.known).to.deep.equal([undefined]);
  });

  it('nothing is sent where that can’t be written, and nothing is charged', async () => {
    const { browser, purchasePorts, imageProvider } = scene();
    const running = buy({ ...purchasePorts, lease: (_, work) => work() }, orderOf(imageProvider));
    const stop = purchasePorts.journal.subscribe(() => {
      browser.mirrorDown = true;
    });
    expect(await ended(await running)).to.equal('storage-blocked none');
    stop();
    expect(imageProvider.orders).to.deep.equal([]);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0' });
  });

  it('nothing is sent once another tab took this one for dead and gave the order up', async () => {
    const { browser, purchasePorts, imageProvider } = scene();
    const other = browser.tab({ deaf: true });
    await other.ready;
    const journal = new Proxy(purchasePorts.journal, {
      get: (target, name): unknown =>
        name !== 'leave'
          ? Reflect.get(target, name)
          : async (id: string) => {
              expect(await other.giveUp(id, 'aborted')).to.equal(true);
              return target.leave(id);
            },
    });
    expect(await ended(await buy({ ...purchasePorts, journal }, orderOf(imageProvider)))).to.equal(
      'aborted none',
    );
    expect(imageProvider.orders).to.deep.equal([]);
  });

  it('a stop while it is being written sends nothing and costs nothing', async () => {
    const { purchasePorts, imageProvider } = scene();
    let cancel: () => void = () => undefined;
    const journal = new Proxy(purchasePorts.journal, {
      get: (target, name): unknown =>
        name !== 'leave'
          ? Reflect.get(target, name)
          : async (id: string) => {
              const told = await target.leave(id);
              cancel();
              return told;
            },
    });
    const running = await buy({ ...purchasePorts, journal }, orderOf(imageProvider));
    cancel = running.cancel;
    expect(await ended(running)).to.equal('aborted none');
    expect(imageProvider.orders).to.deep.equal([]);
  });

  it('a reader who leaves while the second is being written pays for the first alone', async () => {
    let deliver: () => void = () => undefined;
    const { purchasePorts, imageProvider } = scene({
      run: async () => {
        await new Promise<void>((done) => {
          deliver = done;
        });
        return picture;
      },
    });
    let marks = 0;
    let left: boolean | undefined;
    const journal = new Proxy(purchasePorts.journal, {
      get: (target, name): unknown =>
        name !== 'leave'
          ? Reflect.get(target, name)
          : async (id: string) => {
              marks += 1;
              const isSecond = marks === 2;
              if (isSecond) await new Promise((done) => setTimeout(done));
              const told = await target.leave(id);
              if (isSecond) {
                left = running.leave(true);
                deliver();
              }
              return told;
            },
    });
    const ports = { ...purchasePorts, journal };
    const running = await buy(ports, orderOf(imageProvider, { count: 2 }, { concurrency: 2 }));
    expect(await ended(running)).to.equal('done');
    expect(left).to.equal(true);
    expect(running.purchase().images).to.have.length(1);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
    // Nothing is under way any more that could go on.
    expect(running.leave(true)).to.equal(false);
  });
});
