import { expect } from 'chai';
import type { PictureState } from '../../src/generation/purchase.js';
import { recover, type Recovery } from '../../src/generation/recover.js';
import type { ImageProvider, MeterGrowth, Ports } from '../../src/providers/image-provider.js';
import type { Job } from '../../src/providers/outcome.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import { makerOf, portsInMemory } from '../support/ports-in-memory.js';

const job = { meter: 'puter', who: 'me', lane: 'replicate pro', month: '2026-11', from: '5' };

/** Microcents, as Puter counts: $0.03 is 3,000,000. */
function growth(purchases: number, isFinal = true): MeterGrowth {
  return {
    purchases,
    usage: { unit: 'microcents', amount: String(purchases * 3_000_000) },
    isFinal,
  };
}

async function lineIn(
  journal: SpendingJournal,
  { noted = job, price = '0.03' }: { noted?: Job; price?: string } = {},
): Promise<string> {
  const id = journal.newId();
  await journal.reserve(
    [
      {
        id,
        purchase: journal.newId(),
        provider: 'puter',
        model: 'flux-2-pro',
        route: 'replicate',
        size: '1024x1024',
        simulated: false,
        low: price,
        high: price,
        quote: 'q',
        session: journal.session(),
      },
    ],
    {},
  );
  await journal.accept(id, noted);
  return id;
}

/** An order at Puter whose page died, and what the meter says when it is asked. */
async function scene(
  check: NonNullable<ImageProvider['check']>,
  rest: Partial<Recovery> & { secrets?: { key?: string; relay?: string } } = {},
) {
  const purchasePorts = portsInMemory();
  const { journal } = purchasePorts;
  const imageProvider = makerOf(() => Promise.reject(new Error('a paid request')), { check });
  const { secrets = {}, ...others } = rest;
  const news: PictureState[] = [];
  const recovery: Recovery = {
    purchasePorts,
    takeOver: (_, work) => work(),
    credentials: () => Promise.resolve({ imageProvider, ...secrets }),
    wasKept: () => Promise.resolve(false),
    changed: (state) => news.push(state),
    ...others,
  };
  const id = await lineIn(journal);
  const standing = (of = id): string => {
    const { standing: now, charge, charged } = journal.entry(of) ?? {};
    return `${now ?? '?'} ${charge ?? '?'} ${charged ?? ''}`.trim();
  };
  return { journal, imageProvider, news, id, standing, recover: () => recover(recovery) };
}

describe('an order whose end only the provider’s meter knows', () => {
  it('was not charged: the doubt ends, and the reader hears that it was checked', async () => {
    const left = await scene(() => Promise.resolve(growth(0)));
    await left.recover();
    expect(left.standing()).to.equal('settled none 0');
    expect(left.news).to.have.length(1);
    const [told] = left.news;
    expect(told).to.include({ id: left.id, name: 'failed', checked: true });
    expect(told?.receipt).to.include({ charge: 'none', basis: 'reported', id: left.id });
    expect(told?.receipt).to.include({ provider: 'puter', model: 'flux-2-pro' });
    expect(left.imageProvider.orders).to.deep.equal([]);
  });

  it('was charged: the line says how much, and that there is no picture', async () => {
    const left = await scene(() => Promise.resolve(growth(1)));
    await left.recover();
    expect(left.standing()).to.equal('settled charged 0.03');
    expect(left.journal.entry(left.id)).to.include({ pictures: 0, basis: 'reported' });
    expect(left.journal.entry(left.id)?.note).to.equal(undefined);
    const [told] = left.news;
    expect(told).to.include({ id: left.id, name: 'failed', checked: true });
    expect(told?.receipt).to.include({ charge: 'charged', charged: '0.03', basis: 'reported' });
    expect(told?.receipt).not.to.have.any.keys('times', 'note');
  });

  it('was charged three times, since the browser sent it again: the sum, and how often', async () => {
    const left = await scene(() => Promise.resolve(growth(3)));
    await left.recover();
    expect(left.standing()).to.equal('settled charged 0.09');
    expect(left.journal.entry(left.id)?.note).to.equal('charged 3 times');
    expect(left.news[0]?.receipt).to.include({
      charged: '0.09',
      times: 3,
      note: 'charged 3 times',
    });
  });

  it('stays in doubt while the meter may still count it, or is not asked', async () => {
    for (const check of [
      () => Promise.resolve(growth(0, false)),
      () => Promise.resolve(undefined),
    ]) {
      const left = await scene(check);
      await left.recover();
      expect(left.standing()).to.equal('in-doubt possible');
      expect(left.news).to.deep.equal([]);
    }
    const asked: string[] = [];
    const signedOut = await scene(
      () => {
        asked.push('meter');
        return Promise.resolve(growth(1));
      },
      { credentials: () => Promise.resolve(undefined) },
    );
    await signedOut.recover();
    expect(signedOut.standing()).to.equal('in-doubt possible');
    expect(asked).to.deep.equal([]);
  });

  it('is asked about with the job that was noted, and with what the account has', async () => {
    const asked: { job: Job; ports: Ports }[] = [];
    const left = await scene(
      (noted, ports) => {
        asked.push({ job: noted, ports });
        return Promise.resolve(growth(1));
      },
      { secrets: { key: 'canary-key', relay: 'https://relay.example/' } },
    );
    await left.recover();
    const [{ job: noted, ports } = { job: {}, ports: undefined }] = asked;
    expect(noted).to.deep.equal(job);
    expect(ports).to.include({ key: 'canary-key', relay: 'https://relay.example/' });
    expect(ports).not.to.have.property('providerSession');
    expect(ports?.signal.aborted).to.equal(false);
    await ports?.accepted({});
    ports?.progress({});
    expect(left.journal.entry(left.id)?.job).to.deep.equal(job);
  });

  it('is left as somebody else ended it while the meter was read', async () => {
    const left = await scene(async () => {
      await left.journal.settle(left.id, { charged: '0.02', basis: 'reported', pictures: 1 });
      return growth(1);
    });
    await left.recover();
    expect(left.standing()).to.equal('settled charged 0.02');
    expect(left.news).to.deep.equal([]);
  });

  it('keeps the reason of its doubt while that lasts', async () => {
    const left = await scene(() => Promise.resolve(growth(0, false)));
    await left.journal.doubt(left.id, 'timed-out');
    await left.recover();
    expect(left.journal.entry(left.id)).to.include({ standing: 'in-doubt', code: 'timed-out' });
  });

  it('is told apart from what the same account bought beside it', async () => {
    const left = await scene(() => Promise.resolve(growth(2)));
    const other = await lineIn(left.journal, { noted: { ...job, from: '6' } });
    await left.journal.settle(other, { charged: '0.03', basis: 'reported', pictures: 1 });
    await left.recover();
    expect(left.standing()).to.equal('settled charged 0.03');
    expect(left.journal.entry(left.id)?.note).to.equal(undefined);
  });

  it('a meter in a unit of which nobody knows the value ends no doubt', async () => {
    const { usage: _, ...unknown } = growth(1);
    const left = await scene(() => Promise.resolve(unknown));
    await left.recover();
    expect(left.standing()).to.equal('in-doubt possible');
  });

  it('the trouble of one is not another’s', async () => {
    let asked = 0;
    const left = await scene(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(growth(0));
    });
    const other = await lineIn(left.journal);
    await left.recover();
    expect([left.standing(), left.standing(other)].sort()).to.deep.equal([
      'in-doubt possible',
      'settled none 0',
    ]);
  });
});
