import { expect } from 'chai';
import type { Job, Outcome, Usage } from '../../src/providers/outcome.js';
import { UserPaysError } from '../../src/base/error.js';
import { puter } from '../../src/providers/puter.js';
import { watchedPorts } from '../contract/ports.js';
import {
  at,
  failure,
  meterKey,
  patientClock,
  picture,
  puterInMemory,
} from '../support/puter-in-memory.js';

async function later(outcome: Outcome | { readonly kind: 'threw' }): Promise<Usage | undefined> {
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.later;
}

/** Resolves once everything already under way has moved on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('a picture bought of Puter, with the app’s report beside it', () => {
  it('comes at once, and what it cost as soon as the report shows it', async () => {
    const world = puterInMemory();
    world.bill(12_000_000);
    const { outcome, cost } = await at(world, async () => {
      const { outcome } = await world.buy();
      return { outcome, cost: await later(outcome) };
    });
    expect(outcome).to.deep.include({
      kind: 'done',
      images: [{ url: 'https://pictures.example/1.png' }],
    });
    expect(cost).to.deep.equal({ unit: 'microcents', amount: '3000000' });
    const [report] = world.sent;
    expect(report?.url).to.equal(`${world.api}/metering/usage/${world.session.appID}`);
    expect(report?.headers.get('authorization')).to.equal(`Bearer ${world.session.authToken}`);
  });

  it('is sent only once the journal knows what the report had counted before', async () => {
    const world = puterInMemory();
    world.bill(12_000_000);
    world.bill(12_000_000);
    world.bill(5, 'egress:bytes', 9);
    const jobs: Job[] = [];
    let write: () => void = () => undefined;
    await at(world, async () => {
      const buying = world.buy(
        {},
        {
          note: (job) => {
            world.log.push('note');
            jobs.push(job);
            return new Promise((done) => {
              write = done;
            });
          },
        },
      );
      while (jobs.length === 0) await settled();
      await settled();
      expect(world.log, 'waits for the disk').to.deep.equal(['report', 'whoami', 'note']);
      write();
      await buying;
    });
    expect(world.log.slice(0, 5)).to.deep.equal(['report', 'whoami', 'note', 'leaves', 'paid']);
    const { who, at: when, ...job } = jobs[0] ?? {};
    expect(who).to.match(/^[0-9a-z]{7}$/);
    expect(Number(when)).to.be.greaterThan(1_700_000_000_000);
    expect(job).to.deep.equal({
      meter: 'puter',
      lane: 'together-image-generation togetherai:black-forest-labs/flux.2-pro',
      month: new Date(Number(when)).toISOString().slice(0, 7),
      unit: 'microcents',
      counts: '3',
      from: '2',
      lines: `${encodeURIComponent(meterKey)}=2,240000000000,2`,
    });
  });

  it('is sent all the same when the note can’t be written, or the account has no name', async () => {
    for (const whoami of [{ username: 'reader' }, {}, 503]) {
      const world = puterInMemory();
      world.whoami = whoami;
      let notes = 0;
      const note = (): Promise<void> => {
        notes += 1;
        return Promise.reject(new Error('full'));
      };
      const { outcome } = await at(world, () => world.buy({}, { note }));
      expect(outcome).to.deep.include({ kind: 'done' });
      expect(notes, 'a note is of somebody').to.equal('username' in Object(whoami) ? 1 : 0);
    }
  });

  it('gives its place back when the note can’t be made of the report', async () => {
    const world = puterInMemory();
    // Half a character has no place in a URL, and so in no note.
    world.bill(5, `${meterKey}:\ud800`);
    for (let i = 0; i < 3; i += 1)
      expect((await at(world, () => world.buy())).outcome).to.deep.include({ kind: 'done' });
  });

  it('needs no report where Puter’s own list says it is free', async () => {
    const world = puterInMemory();
    const { outcome } = await at(world, () => world.buy({ isFree: true }));
    expect(world.log).to.deep.equal(['leaves', 'paid']);
    expect(outcome).not.to.have.property('later');
  });

  it('cost nothing where an older list said that it is free, and the report shows no charge', async () => {
    const later = async (order: { wasFree?: true }, bills: number): Promise<unknown> => {
      const world = puterInMemory();
      world.fates.push({ reply: picture, bills });
      const { outcome } = await at(world, () => world.buy(order));
      return outcome.kind === 'done' ? outcome.later : outcome;
    };
    expect(await later({ wasFree: true }, 0)).to.deep.equal({ unit: 'microcents', amount: '0' });
    expect(await later({ wasFree: true }, 70_000)).to.include({ amount: '70000' });
    // What costs something may still be on its way to the report.
    expect(await later({}, 0)).to.equal(undefined);
  });

  it('costs what the request says where the report can’t be read, or the page has no app', async () => {
    const world = puterInMemory();
    world.reports.push({ status: 503, json: {} });
    expect((await at(world, () => world.buy())).outcome).not.to.have.property('later');
    const nameless = puterInMemory();
    const providerSession = { ...nameless.session, appID: '' };
    const { outcome } = await at(nameless, () => nameless.buy({}, { providerSession }));
    expect(outcome).to.deep.include({ kind: 'done' }).and.not.to.have.property('later');
    expect(nameless.log).to.deep.equal(['leaves', 'paid']);
  });

  it('is not ordered when the session turns out to have ended', async () => {
    const world = puterInMemory();
    for (let i = 0; i < 3; i += 1) {
      world.reports.push({ status: 401, json: {} });
      const { outcome } = await at(world, () => world.buy());
      expect(outcome).to.deep.equal({
        kind: 'refused',
        code: 'session-refused',
        charge: 'none',
        ended: true,
      });
    }
    const { outcome } = await at(world, () => world.buy());
    expect(outcome, 'all places were given back').to.deep.include({ kind: 'done' });
    expect(world.log.filter((what) => what === 'paid')).to.have.length(1);
  });

  it('is not ordered, and signs nobody out, when something else fails before it is sent', async () => {
    const world = puterInMemory();
    const clock = {
      ...patientClock(),
      elapsed: () => {
        throw new Error('no clock');
      },
    };
    for (let i = 0; i < 3; i += 1) {
      const { outcome } = await at(world, () => world.buy({}, { clock }));
      expect(outcome).to.deep.equal({ kind: 'refused', code: 'internal', charge: 'none' });
    }
    expect(world.log).not.to.include('paid');
    const { outcome } = await at(world, () => world.buy());
    expect(outcome, 'all places were given back').to.deep.include({ kind: 'done' });
  });

  it('is paid for even if the session ends before the report shows it', async () => {
    const world = puterInMemory();
    const gone = { status: 401, json: {} };
    world.onOrder = () => {
      world.reports.push(...Array.from({ length: 9 }, () => gone));
    };
    const cost = await at(world, async () => later((await world.buy()).outcome));
    expect(cost).to.equal(undefined);
    expect(world.reports, 'read to the end').to.have.length(0);
  });

  it('is not ordered when the journal forbids it, and leaves no trace in later comparisons', async () => {
    const world = puterInMemory();
    for (const error of [new UserPaysError('over-budget', { stage: 'guard' }), new Error('disk')]) {
      const { outcome } = await at(world, () =>
        world.buy({ width: 512 }, { beforeSend: () => Promise.reject(error) }),
      );
      expect(outcome).to.deep.include({
        kind: 'refused',
        code: error instanceof UserPaysError ? 'over-budget' : 'internal',
        charge: 'none',
      });
    }
    expect(world.log).not.to.include('paid');
    const cost = await at(world, async () => later((await world.buy()).outcome));
    expect(cost, 'told from those before it').to.deep.equal({
      unit: 'microcents',
      amount: '3000000',
    });
  });

  it('is not sent by a browser that is offline', async () => {
    const world = puterInMemory();
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const { outcome } = await at(world, () => world.buy({ isFree: true }));
    Reflect.deleteProperty(navigator, 'onLine');
    expect(outcome).to.deep.equal({ kind: 'refused', code: 'provider-failed', charge: 'none' });
    expect(world.sent).to.have.length(0);
  });

  it('is not sent where the order has no way there', async () => {
    const world = puterInMemory();
    const { outcome } = await at(world, () => world.buy({ prompt: ' ' }));
    expect(outcome).to.deep.equal({
      kind: 'refused',
      code: 'invalid-input',
      charge: 'none',
      detail: 'the prompt is empty',
    });
    expect(world.log).to.deep.equal([]);
  });

  it('costs what another supplier of its model was paid, where its own was paid nothing', async () => {
    const world = puterInMemory();
    const elsewhere = 'replicate:black-forest-labs/flux-2-pro:run';
    world.bill(1_000_000, elsewhere);
    world.bill(9_000_000, 'replicate:black-forest-labs/flux-2-max:run');
    world.fates.push({ reply: picture });
    world.onOrder = () => world.bill(1_500_000, elsewhere);
    const cost = await at(world, async () => later((await world.buy()).outcome));
    expect(cost).to.deep.equal({
      unit: 'microcents',
      amount: '1500000',
      note: 'billed as replicate:black-forest-labs/flux-2-pro',
    });
  });

  it('says itself when it leaves, as late as it can', () => {
    expect(puter).to.include({ id: 'puter', callsBeforeSend: true });
  });

  it('is kept in the page’s own folder of the reader’s drive, where there is one', async () => {
    const world = puterInMemory();
    const { outcome } = await at(world, () => world.buy({ keepAs: 'one.png' }));
    const keptAt = `~/AppData/${world.session.appID}/user-pays-image/one.png`;
    expect(outcome).to.deep.include({
      images: [{ url: 'https://pictures.example/1.png', keptAt }],
    });
    const asked = world.sent.find(({ method }) => method === 'POST');
    expect(JSON.parse(asked?.body ?? '')).to.have.nested.property('args.puter_output_path', keptAt);
    const providerSession = { ...world.session, appID: undefined };
    const nowhere = await at(world, () => world.buy({ keepAs: 'one.png' }, { providerSession }));
    expect(nowhere.outcome).to.deep.include({
      images: [{ url: 'https://pictures.example/1.png' }],
    });
  });

  it('is told from another size, but not from other words, seeds or places', async () => {
    const world = puterInMemory();
    const costs = await at(world, async () => {
      const alike = await Promise.all([
        world.buy({ prompt: 'A fox', seed: 7, keepAs: 'one.png' }),
        world.buy({ prompt: 'A hare', seed: 8 }),
      ]);
      return Promise.all(alike.map(({ outcome }) => later(outcome)));
    });
    const each = { unit: 'microcents', amount: '3000000' };
    expect(costs).to.deep.equal([each, each]);
    const other = await at(world, async () => {
      const unlike = await Promise.all([world.buy(), world.buy({ width: 512 })]);
      return Promise.all(unlike.map(({ outcome }) => later(outcome)));
    });
    expect(other).to.deep.equal([undefined, undefined]);
  });
});

describe('a picture that Puter did not make', () => {
  it('cost nothing when Puter says so, and no report is read for it', async () => {
    const world = puterInMemory();
    world.fates.push({
      reply: { status: 402, json: { code: 'insufficient_funds', message: 'No funds' } },
    });
    const { outcome } = await at(world, () => world.buy());
    expect(outcome).to.deep.equal({
      kind: 'refused',
      code: 'insufficient-funds',
      charge: 'none',
      detail: 'No funds',
    });
    expect(world.log).to.deep.equal(['report', 'whoami', 'note', 'leaves', 'paid']);
    const cost = await at(world, async () => later((await world.buy({ width: 512 })).outcome));
    expect(cost, 'told from the one that was refused').to.deep.include({ amount: '3000000' });
  });

  for (const [what, reply] of [
    ['its supplier failed', failure],
    ['the connection broke', 'breaks'],
    ['a gateway gave up', { status: 504, text: '<html>' }],
  ] as const)
    it(`cost what the report shows when ${what}`, async () => {
      const world = puterInMemory();
      world.fates.push({ reply, bills: 2_500_000 });
      const { outcome } = await at(world, () => world.buy());
      expect(outcome).to.deep.include({
        kind: 'refused',
        charge: 'charged',
        usage: { unit: 'microcents', amount: '2500000' },
      });
    });

  it('cost nothing when its supplier failed and five reports in a row show nothing', async () => {
    const world = puterInMemory();
    world.fates.push({ reply: failure });
    const { outcome } = await at(world, () => world.buy());
    expect(outcome).to.deep.equal({
      kind: 'refused',
      code: 'provider-failed',
      charge: 'none',
      detail: 'The supplier failed',
    });
    const after = world.log.slice(world.log.indexOf('paid') + 1);
    expect(after).to.deep.equal(Array.from({ length: 5 }, () => 'report'));
  });

  it('may have cost something when nobody answered, however many reports show nothing', async () => {
    for (const reply of ['breaks', { status: 504, text: '<html>' }] as const) {
      const world = puterInMemory();
      world.fates.push({ reply });
      const { outcome } = await at(world, () => world.buy());
      expect(outcome).to.deep.include({ kind: 'refused', charge: 'possible' });
      const after = world.log.slice(world.log.indexOf('paid') + 1);
      expect(after).to.deep.equal(Array.from({ length: 9 }, () => 'report'));
    }
  });

  it('is charged without a sum while nobody knows what a credit is worth', async () => {
    const world = puterInMemory();
    world.report = { unit: 'credits' };
    world.fates.push({ reply: failure, bills: 45 });
    const { outcome } = await at(world, () => world.buy());
    expect(outcome).to.deep.equal({
      kind: 'refused',
      code: 'provider-failed',
      charge: 'charged',
      detail: 'The supplier failed',
    });
  });

  it('may have cost something where there is no report', async () => {
    const world = puterInMemory();
    world.reports.push({ status: 503, json: {} });
    world.fates.push({ reply: failure });
    const { outcome } = await at(world, () => world.buy());
    expect(outcome).to.deep.include({ kind: 'refused', charge: 'possible' });
    expect(world.log).to.deep.equal(['report', 'leaves', 'paid']);
  });
});

describe('an order at Puter that the reader stops', () => {
  it('is not sent while it waits for its turn', async () => {
    const world = puterInMemory();
    const stop = new AbortController();
    world.fates.push({ reply: 'hangs' }, { reply: 'hangs' });
    const going = new AbortController();
    await at(world, async () => {
      const two = [1, 2].map(() => world.buy({}, { signal: going.signal }));
      while (world.log.filter((what) => what === 'paid').length < 2) await settled();
      const third = world.buy({ width: 512 }, { signal: stop.signal });
      await settled();
      stop.abort(new Error('stopped'));
      expect((await third).outcome).to.deep.equal({
        kind: 'refused',
        code: 'aborted',
        charge: 'none',
      });
      going.abort(new Error('enough'));
      await Promise.all(two);
    });
    expect(world.log.filter((what) => what === 'paid')).to.have.length(2);
  });

  it('is not sent either while the report is read or the note is written', async () => {
    for (const until of ['report', 'whoami', 'note']) {
      const world = puterInMemory();
      const stop = new AbortController();
      const { network } = world;
      world.network = (call, nth) => {
        const reply = network(call, nth);
        if (world.log.at(-1) === until) stop.abort(new Error('stopped'));
        return reply;
      };
      const note = (): Promise<void> => {
        world.log.push('note');
        if (until === 'note') stop.abort(new Error('stopped'));
        return Promise.resolve();
      };
      const { outcome } = await at(world, () => world.buy({}, { signal: stop.signal, note }));
      expect(outcome, until).to.deep.equal({ kind: 'refused', code: 'aborted', charge: 'none' });
      expect(world.log, until).not.to.include('paid');
      if (until !== 'note') expect(world.log, 'nothing to note').not.to.include('note');
      const cost = await at(world, async () => later((await world.buy({ width: 512 })).outcome));
      expect(cost, 'told from the one that was stopped').to.deep.include({ amount: '3000000' });
    }
  });

  it('rejects with the reason once it was sent, and gives its place back', async () => {
    const world = puterInMemory();
    const why = new Error('stopped');
    for (let i = 0; i < 3; i += 1) {
      const stop = new AbortController();
      world.fates.push({ reply: 'hangs' });
      world.onOrder = () => setTimeout(() => stop.abort(why));
      const { outcome } = await at(world, () => world.buy({}, { signal: stop.signal }));
      expect(outcome).to.deep.equal({ kind: 'threw', error: why });
    }
    world.onOrder = () => undefined;
    expect((await at(world, () => world.buy())).outcome).to.deep.include({ kind: 'done' });
  });

  it('stays in the comparison after that, since it may be billed', async () => {
    const world = puterInMemory();
    const stop = new AbortController();
    world.fates.push({ reply: 'hangs' }, { reply: picture, bills: 3_000_000 });
    const cost = await at(world, async () => {
      const stopped = world.buy({ width: 512 }, { signal: stop.signal });
      while (!world.log.includes('paid')) await settled();
      // While the other one is on its way.
      world.onOrder = () => stop.abort(new Error('stopped'));
      const { outcome } = await world.buy();
      await stopped;
      return later(outcome);
    });
    expect(cost, 'nobody knows which of the two was billed').to.equal(undefined);
  });
});

describe('what Puter’s report has counted since an order was noted', () => {
  async function noted(world: ReturnType<typeof puterInMemory>): Promise<Job> {
    const jobs: Job[] = [];
    const note = (job: Job): Promise<void> => {
      jobs.push(job);
      return Promise.resolve();
    };
    const forbid = (): Promise<void> => Promise.reject(new Error('not yet'));
    await at(world, () => world.buy({}, { note, beforeSend: forbid }));
    if (!jobs[0]) throw new Error('no note');
    return jobs[0];
  }
  const checked = (world: ReturnType<typeof puterInMemory>, job: Job, session = world.session) =>
    at(world, async () =>
      puter.check?.(job, watchedPorts({ providerSession: session, clock: patientClock() }).ports),
    );

  it('is told to a later visit of the same reader', async () => {
    const world = puterInMemory();
    world.bill(12_000_000);
    const job = await noted(world);
    world.bill(3_000_000);
    expect(await checked(world, job)).to.deep.equal({
      purchases: 1,
      isFinal: false,
      usage: { unit: 'microcents', amount: '3000000' },
    });
  });

  it('is read a second time before it counts as nothing, because reports come back empty', async () => {
    const world = puterInMemory();
    const job = await noted(world);
    world.log.length = 0;
    expect(await checked(world, job)).to.deep.include({ purchases: 0 });
    expect(world.log.filter((what) => what === 'report')).to.have.length(2);
    world.reports.push({ status: 200, json: { total: 0 } });
    world.bill(3_000_000);
    world.log.length = 0;
    expect(await checked(world, job)).to.deep.include({ purchases: 1 });
    expect(await checked(world, job)).to.deep.include({ purchases: 1 });
    expect(
      world.log.filter((what) => what === 'report'),
      'one was empty',
    ).to.have.length(3);
  });

  it('is not told of another account, without a session, an app, a report or a note', async () => {
    const world = puterInMemory();
    const job = await noted(world);
    world.bill(3_000_000);
    const { session } = world;
    expect(await checked(world, job, { ...session, authToken: '' })).to.equal(undefined);
    expect(await checked(world, job, { ...session, appID: '' })).to.equal(undefined);
    expect(await checked(world, { ...job, meter: 'other' })).to.equal(undefined);
    world.reports.push({ status: 503, json: {} });
    expect(await checked(world, job)).to.equal(undefined);
    world.whoami = { username: 'somebody-else' };
    expect(await checked(world, job, { ...session, authToken: 'another' })).to.equal(undefined);
    expect(await checked(world, job)).to.deep.include({ purchases: 1 });
  });
});
