import { expect } from 'chai';
import { UserPaysError } from '../../src/base/error.js';
import { memoryStore } from '../../src/base/store.js';
import { buy, type Running } from '../../src/generation/buy.js';
import { rememberCharge } from '../../src/generation/remember-charge.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { quote } from '../../src/pricing/index.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import type { Outcome, Usage } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

function usd(amount: string): Usage {
  return { unit: 'usd', amount };
}
function checked(running: Running): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (running.state.get().pictures[0]?.checking === false) resolve();
    };
    running.state.subscribe(look);
    look();
  });
}

/** A picture whose cost is asked for after it came. */
async function later(answer: () => Promise<Usage | undefined>) {
  const purchasePorts = portsInMemory();
  let tell: () => void = () => undefined;
  const asking = new Promise<void>((resolve) => {
    tell = resolve;
  }).then(answer);
  const running = await buy(
    purchasePorts,
    orderOf(makerOf(() => Promise.resolve({ ...picture, later: asking } as Outcome))),
  );
  await running.done;
  const before = running.state.get().pictures[0];
  tell();
  await checked(running);
  return {
    before,
    after: running.state.get().pictures[0],
    line: purchasePorts.journal.entries()[0],
  };
}

describe('a cost that is asked for after the picture came', () => {
  it('and is not told leaves the receipt as it is', async () => {
    const { before, after, line } = await later(() => Promise.resolve(undefined));
    expect(before).to.include({ name: 'done', checking: true });
    expect(after?.receipt).to.deep.equal(before?.receipt);
    expect(after?.receipt).to.include({ charge: 'charged', charged: '0.03', basis: 'computed' });
    expect(line).to.include({ standing: 'settled', charged: '0.03' });
  });

  it('and can’t be had leaves the receipt as it is', async () => {
    const { before, after, line } = await later(() => Promise.reject(new Error('no answer')));
    expect(after).to.deep.equal({ ...before, checking: false });
    expect(line).to.include({ standing: 'settled', charged: '0.03' });
  });

  it('is not asked for where the provider told it at once', async () => {
    const running = await buy(
      portsInMemory(),
      orderOf(makerOf(() => Promise.resolve({ ...picture, usage: usd('0.031') } as Outcome))),
    );
    const { receipt } = await running.done;
    expect(receipt)
      .to.include({ charged: '0.031', basis: 'reported' })
      .and.not.to.have.property('note');
    expect(running.state.get().pictures[0]).to.include({ checking: false });
  });
});

describe('a cost that is told of a picture that was lost', () => {
  const lostAndTold = async (isToldFirst: boolean) => {
    let tell: (usage: Usage) => void = () => undefined;
    const told = new Promise<Usage>((resolve) => {
      tell = resolve;
    });
    let lose: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      lose = resolve;
    });
    const outcome = {
      kind: 'done',
      images: [{ url: 'https://delivery.example/a.png' }],
      later: told,
    } as Outcome;
    const running = await buy(
      {
        ...portsInMemory(),
        readImage: async () => {
          await waiting;
          throw new UserPaysError('image-lost', { stage: 'save', charge: 'charged' });
        },
      },
      orderOf(makerOf(() => Promise.resolve(outcome))),
    );
    const first = isToldFirst ? () => tell(usd('0.31')) : lose;
    const second = isToldFirst ? lose : () => tell(usd('0.31'));
    first();
    if (isToldFirst) await checked(running);
    else await running.done.catch(() => undefined);
    const before = running.error()?.facts['amount'];
    second();
    await running.done.catch(() => undefined);
    await checked(running);
    const [picture] = running.state.get().pictures;
    return { before, picture, error: running.error() };
  };

  it('is in its words, whichever comes first', async () => {
    for (const isToldFirst of [true, false]) {
      const { before, picture, error } = await lostAndTold(isToldFirst);
      expect(before).to.equal(isToldFirst ? undefined : '0.03');
      expect(picture?.receipt).to.include({ charged: '0.31', basis: 'reported' });
      for (const one of [picture?.error, error]) {
        expect(one).to.include({ code: 'image-lost', charge: 'charged' });
        expect(one?.facts).to.include({
          amount: '0.31',
          url: 'https://delivery.example/a.png',
        });
        expect(one?.facts).not.to.have.property('basis');
      }
    }
  });
});

describe('what a provider reports to have charged', () => {
  const bought = async (outcome: Partial<Outcome>) => {
    const purchasePorts = portsInMemory();
    await (
      await buy(
        purchasePorts,
        orderOf(makerOf(() => Promise.resolve({ ...picture, ...outcome } as Outcome))),
      )
    ).done.catch(() => undefined);
    return chargeHistoryIn(purchasePorts.store)(
      orderOf(makerOf(() => Promise.resolve(picture))).quote.request,
    );
  };

  it('is remembered for the next price', async () => {
    expect(await bought({ usage: usd('0.045') })).to.include({ charged: '0.045', listed: '0.03' });
  });

  it('is not remembered where a picture was handed out once more, and the tally has it as nothing', async () => {
    const purchasePorts = portsInMemory();
    const told = Promise.resolve({
      unit: 'usd',
      amount: '0',
      note: 'the same picture again, not charged',
      again: true,
    });
    const order = orderOf(makerOf(() => Promise.resolve({ ...picture, later: told } as Outcome)));
    const running = await buy(purchasePorts, order);
    await running.done;
    await checked(running);
    expect(running.state.get().pictures[0]?.receipt).to.include({
      charged: '0',
      basis: 'reported',
      note: 'the same picture again, not charged',
    });
    expect(purchasePorts.journal.tally().all).to.include({
      settled: '0',
      pictures: 1,
      inDoubt: '0',
    });
    expect(chargeHistoryIn(purchasePorts.store)(order.quote.request)).to.equal(undefined);
  });

  it('is not remembered where nobody told it, or no picture came', async () => {
    expect(await bought({})).to.equal(undefined);
    expect(
      await bought({ kind: 'refused', code: 'image-lost', charge: 'charged', usage: usd('0.045') }),
    ).to.equal(undefined);
    expect(await bought({ images: [], usage: usd('0.045') })).to.equal(undefined);
  });

  const at = Date.UTC(2026, 10, 21, 12);
  const exact = quote({ provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 });
  const range: Quote = { ...exact, total: { low: '0.02', high: '0.03' }, exactness: 'range' };
  const learnt = (each: Quote, charged: string): string | undefined => {
    const store = memoryStore();
    rememberCharge(store, each, charged, at);
    return chargeHistoryIn(store)(each.request)?.charged;
  };

  it('is remembered below an exact price as well as above it', () => {
    expect(
      ['0.01', '0.0299', '0.03', '0.0301', '1'].map((charged) => learnt(exact, charged)),
    ).to.deep.equal(['0.01', '0.0299', undefined, '0.0301', '1']);
  });

  it('is remembered above a range, and not within it', () => {
    expect(
      ['0.02', '0.025', '0.03', '0.0301', '0.05'].map((charged) => learnt(range, charged)),
    ).to.deep.equal([undefined, undefined, undefined, '0.0301', '0.05']);
  });

  it('is nothing in the sandbox, and nothing where no price was known', () => {
    expect(learnt({ ...exact, simulated: true }, '1')).to.equal(undefined);
    expect(learnt({ ...exact, total: undefined, exactness: 'unknown' }, '1')).to.equal(undefined);
  });

  it('carries the day it was seen', () => {
    const store = memoryStore();
    rememberCharge(store, exact, '0.05', at);
    expect(chargeHistoryIn(store)(exact.request)).to.deep.equal({
      charged: '0.05',
      listed: '0.03',
      on: '2026-11-21',
    });
  });

  it('is measured anew once the list says something else', () => {
    const store = memoryStore();
    rememberCharge(store, exact, '0.045', at);
    rememberCharge(store, { ...exact, total: { low: '0.05', high: '0.05' } }, '0.03', at);
    expect(chargeHistoryIn(store)(exact.request)).to.deep.equal({
      charged: '0.03',
      listed: '0.05',
      on: '2026-11-21',
    });
  });
});
