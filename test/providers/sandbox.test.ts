import { expect } from 'chai';
import { systemClock, type Clock } from '../../src/base/clock.js';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { deadlines } from '../../src/providers/image-provider.js';
import type { Job, Outcome, Progress, Usage } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { bank } from '../../src/providers/sandbox-bank.js';
import {
  faultsInOrder,
  sandbox,
  type Fault,
  type SandboxPorts,
} from '../../src/providers/sandbox.js';

const order: PictureOrder = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse in fog',
  width: 128,
  height: 128,
  references: [],
};

interface Visit {
  readonly ports: SandboxPorts;
  readonly store: TextStore;
  readonly jobs: Job[];
  readonly usages: (Usage | undefined)[];
  readonly steps: Progress[];
  readonly stop: (reason: unknown) => void;
}

/** A clock on which waiting takes no time. */
function hurried(): Clock {
  let at = 1_800_000_000_000;
  return {
    now: () => at,
    elapsed: () => at,
    sleep: async (ms, signal) => {
      await Promise.resolve();
      if (signal?.aborted) throw signal.reason;
      at += ms;
    },
  };
}

function visit(setting: NonNullable<SandboxPorts['sandbox']> = {}, store = memoryStore()): Visit {
  const controller = new AbortController();
  const jobs: Job[] = [];
  const usages: (Usage | undefined)[] = [];
  const steps: Progress[] = [];
  return {
    store,
    jobs,
    usages,
    steps,
    stop: (reason) => controller.abort(reason),
    ports: {
      store,
      deadlines,
      clock: systemClock,
      signal: controller.signal,
      sandbox: { latency: 0, ...setting },
      accepted: (job, usage) => {
        jobs.push(job);
        usages.push(usage);
        return Promise.resolve();
      },
      progress: (step) => void steps.push(step),
    },
  };
}

async function bytes(outcome: Outcome): Promise<string> {
  if (outcome.kind !== 'done') throw new Error(`${outcome.kind} instead of a picture`);
  const file = await outcome.images[0]?.blob?.arrayBuffer();
  return [
    ...new Uint8Array(await crypto.subtle.digest('SHA-256', file ?? new ArrayBuffer(0))),
  ].join();
}

async function natural(outcome: Outcome): Promise<string> {
  const blob = outcome.kind === 'done' ? outcome.images[0]?.blob : undefined;
  const image = new Image();
  image.src = URL.createObjectURL(blob ?? new Blob());
  await image.decode();
  URL.revokeObjectURL(image.src);
  return `${blob?.type} ${image.naturalWidth}x${image.naturalHeight}`;
}

describe('The sandbox', () => {
  it('takes as long as it is told to, and from 0.9 to 2.4 seconds where it is not', async () => {
    const { random } = Math;
    const lasts = async (latency: unknown, by: 'page' | 'order' | 'nobody' = 'order') => {
      const { ports, jobs } = visit();
      const clock = hurried();
      const setting = by === 'order' ? { sandbox: { latency } } : {};
      const { sandbox: _own, ...rest } = ports;
      const script = by === 'page' ? () => ({ latency }) as never : undefined;
      await sandbox(script).run(order, { ...rest, ...setting, clock });
      return Number(jobs[0]?.ms);
    };
    try {
      Math.random = () => 0;
      expect(await lasts(undefined, 'nobody')).to.equal(900);
      expect(await lasts([100, 300], 'page')).to.equal(100);
      Math.random = () => 1;
      expect(await lasts(undefined)).to.equal(2400);
      expect(await lasts([100, 300])).to.equal(300);
      expect(await lasts([100, 300], 'page')).to.equal(300);
      for (const ms of [70, 1, 0]) expect(await lasts(ms)).to.equal(ms);
      for (const odd of [-1, NaN, 1e9, [0, Infinity]]) expect(await lasts(odd)).to.equal(0);
    } finally {
      Math.random = random;
    }
  });

  it('gives the reader a PNG, charges its own bank once and reports the cost as BFL would', async () => {
    const { ports, store, jobs, usages } = visit();
    const outcome = await sandbox().run(order, ports);
    expect(outcome.kind).to.equal('done');
    expect(await natural(outcome)).to.equal('image/png 128x128');
    expect(outcome.kind === 'done' && outcome.usage).to.deep.equal({
      unit: 'credits',
      amount: '3',
    });
    expect(usages).to.deep.equal([{ unit: 'credits', amount: '3' }]);
    expect(jobs).to.have.length(1);
    expect(bank(store).billed()).to.equal('0.03');
    expect(bank(store).balance()).to.equal('99.97');
    expect(
      bank(store)
        .charges()
        .map(({ id, usd, model }) => ({ id, usd, model })),
    ).to.deep.equal([{ id: jobs[0]?.id, usd: '0.03', model: 'flux-2-pro' }]);
  });

  for (const [width, height] of [
    [64, 64],
    [2048, 1024],
    [333, 1001],
  ] as const) {
    it(`makes a picture of exactly ${width} × ${height} pixels`, async () => {
      expect(
        await natural(await sandbox().run({ ...order, width, height }, visit().ports)),
      ).to.equal(`image/png ${width}x${height}`);
    });
  }

  it('makes the same picture of the same prompt, size and seed, and another one of another', async () => {
    const make = async (change: Partial<PictureOrder>): Promise<string> =>
      bytes(await sandbox().run({ ...order, seed: 7, ...change }, visit().ports));
    const first = await make({});
    expect(await make({})).to.equal(first);
    expect(await make({ seed: 8 })).not.to.equal(first);
    expect(await make({ prompt: 'A fox in the forest' })).not.to.equal(first);
  });

  it('makes a batch without a seed of different pictures, each of which can be made again with the seed it tells', async () => {
    const imageProvider = sandbox();
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => imageProvider.run(order, visit().ports)),
    );
    const files = await Promise.all(outcomes.map(bytes));
    expect(new Set(files).size).to.equal(3);
    const seed = outcomes[1]?.kind === 'done' ? outcomes[1].seed : undefined;
    expect(seed).to.be.a('number');
    expect(
      await bytes(await sandbox().run({ ...order, seed: seed ?? -1 }, visit().ports)),
    ).to.equal(files[1]);
  });

  const faults: readonly (readonly [Fault, string, string, number, string])[] = [
    ['refused', 'invalid-input', 'none', 0, '0'],
    ['rate-limited', 'rate-limited', 'none', 0, '0'],
    ['no-funds', 'insufficient-funds', 'none', 0, '0'],
    ['busy', 'provider-busy', 'possible', 0, '0'],
    ['lost-reply', 'unreadable-reply', 'possible', 0, '0.03'],
    ['moderated', 'content-refused', 'charged', 1, '0.03'],
    ['image-lost', 'image-lost', 'charged', 1, '0.03'],
  ];
  for (const [fault, code, charge, accepted, billed] of faults) {
    it(`told “${fault}”, says ${code}, charge ${charge}, and its bank has $${billed}`, async () => {
      const { ports, store, jobs } = visit({ fault });
      const outcome = await sandbox().run(order, ports);
      expect(outcome).to.include({ kind: 'refused', code, charge });
      expect(jobs).to.have.length(accepted);
      expect(bank(store).billed()).to.equal(billed);
      if (charge === 'charged')
        expect(outcome).to.deep.include({ usage: { unit: 'credits', amount: '3' } });
    });
  }

  it('tells how long to wait when it was asked too often', async () => {
    const outcome = await sandbox().run(order, visit({ fault: 'rate-limited' }).ports);
    expect(outcome.kind === 'refused' && outcome.retryAfterMs).to.be.greaterThan(0);
  });

  it('shows the place in the queue when it is slow, then how far it is, never going back', async () => {
    const { ports, steps, jobs } = visit({ fault: 'slow' });
    expect((await sandbox().run(order, { ...ports, clock: hurried() })).kind).to.equal('done');
    const positions = steps.flatMap(({ position }) => position ?? []);
    expect([...new Set(positions)]).to.deep.equal([2, 1, 0]);
    const fractions = steps.map(({ fraction }) => fraction ?? 0);
    expect(fractions).to.deep.equal([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).to.equal(1);
    expect(Number(jobs[0]?.ms)).to.be.at.least(5000);
  });

  it('takes the faults of its script in order, one per run, then goes on without', async () => {
    const imageProvider = sandbox(() => ({ latency: 0, faults }));
    const faults: Fault[] = ['refused', 'ok', 'no-funds'];
    const codes: string[] = [];
    for (let i = 0; i < 4; i++) {
      const { ports } = visit();
      const outcome = await imageProvider.run(order, ports);
      codes.push(outcome.kind === 'refused' ? outcome.code : outcome.kind);
    }
    expect(codes).to.deep.equal(['invalid-input', 'done', 'insufficient-funds', 'done']);
  });

  it('starts a new list of faults from its beginning', () => {
    let script: { faults: Fault[] } | undefined = { faults: ['busy', 'busy'] };
    const next = faultsInOrder(() => script);
    expect(next()).to.equal('busy');
    script = { faults: ['slow'] };
    expect([next(), next()]).to.deep.equal(['slow', 'ok']);
    script = undefined;
    expect(next()).to.equal('ok');
  });

  it('survives a script that makes no sense', async () => {
    const setting = { latency: 'soon', fault: 'meteor' } as unknown as NonNullable<
      SandboxPorts['sandbox']
    >;
    expect((await sandbox().run(order, visit(setting).ports)).kind).to.equal('done');
  });

  it('charges nothing when it was stopped before the order was taken', async () => {
    const { ports, store, stop, jobs } = visit({ latency: 4000 });
    const running = sandbox().run(order, ports);
    stop(new Error('stopped'));
    expect(await running).to.include({ kind: 'refused', code: 'aborted', charge: 'none' });
    expect(jobs).to.have.length(0);
    expect(bank(store).billed()).to.equal('0');
  });

  it('charges nothing either when it was stopped at the last moment', async () => {
    const { ports, store, stop, jobs } = visit();
    const clock = {
      ...hurried(),
      sleep: () => {
        stop(new Error('stopped'));
        return Promise.resolve();
      },
    };
    expect(await sandbox().run(order, { ...ports, clock })).to.include({
      kind: 'refused',
      code: 'aborted',
      charge: 'none',
    });
    expect([jobs.length, bank(store).billed()]).to.deep.equal([0, '0']);
  });

  it('gives nothing back when it was stopped after the order was taken, and says what it cost', async () => {
    const { ports, store, stop, jobs } = visit({ fault: 'slow' });
    const reason = new Error('stopped');
    const imageProvider = sandbox();
    const running = imageProvider.run(order, {
      ...ports,
      accepted: async (job) => {
        await ports.accepted(job);
        stop(reason);
      },
    });
    expect(await running.catch((error: unknown) => error)).to.equal(reason);
    const job = jobs[0] ?? {};
    expect(await imageProvider.cancel?.(job, visit().ports)).to.deep.equal({
      kind: 'refused',
      code: 'aborted',
      charge: 'charged',
      usage: { unit: 'credits', amount: '3' },
    });
    expect(bank(store).billed()).to.equal('0.03');
  });

  it('hands over the same picture after a reload, paid once, without having kept the prompt', async () => {
    const { ports, store, stop, jobs } = visit({ fault: 'slow' });
    await sandbox()
      .run(
        { ...order, seed: 3 },
        {
          ...ports,
          accepted: async (job) => {
            await ports.accepted(job);
            stop(new Error('reload'));
          },
        },
      )
      .catch(() => undefined);
    const kept = JSON.stringify(jobs[0]);
    expect(kept).to.match(/^[\x20-\x7e]{1,300}$/);
    expect(
      `${kept}${store
        .keys()
        .map((key) => key + (store.get(key) ?? ''))
        .join()}`.toLowerCase(),
    )
      .not.to.include('fog')
      .and.not.to.include('lighthouse');
    const job = { ...(JSON.parse(kept) as Job), at: String(Date.now() - 60_000) };
    const resumed = (await sandbox().resume?.(job, visit({}, store).ports)) ?? {
      kind: 'pending',
      job,
    };
    expect(await bytes(resumed)).to.equal(
      await bytes(await sandbox().run({ ...order, seed: 3 }, visit().ports)),
    );
    expect(bank(store).billed()).to.equal('0.03');
  });

  it('ends a resumed job as it would have ended', async () => {
    for (const fault of ['moderated', 'image-lost'] as const) {
      const { ports, jobs } = visit({ fault });
      const outcome = await sandbox().run(order, ports);
      expect(await sandbox().resume?.(jobs[0] ?? {}, visit().ports)).to.deep.equal(outcome);
    }
  });

  it('answers a damaged job without throwing', async () => {
    for (const job of [
      {},
      { size: 'x', recipe: '!', at: '-', ms: '?' },
      { size: '64x64', recipe: '9z.9z.9z.9z.9z' },
    ]) {
      const outcome = await sandbox().resume?.(job, visit().ports);
      expect(outcome?.kind).to.be.oneOf(['done', 'refused']);
    }
  });

  it('does not know the outcome of a job that outlasts the deadline', async () => {
    const { ports, store, steps } = visit({ latency: 400_000 });
    const outcome = await sandbox().run(order, { ...ports, clock: hurried() });
    expect(outcome).to.include({ kind: 'refused', code: 'timed-out', charge: 'possible' });
    expect(steps.at(-1)?.fraction).to.be.lessThan(1);
    expect(bank(store).billed()).to.equal('0.03');
  });

  it('bills exactly 40 of 40 pictures asked for at once', async () => {
    const { ports, store, jobs } = visit();
    const [one, other] = [sandbox(), sandbox()];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 ? one : other).run({ ...order, width: 64, height: 64 }, ports),
      ),
    );
    expect(outcomes.map((outcome) => outcome.kind)).to.deep.equal(
      Array.from({ length: 40 }, () => 'done'),
    );
    expect(new Set(jobs.map(({ id }) => id)).size).to.equal(40);
    expect(bank(store).charges()).to.have.length(40);
    expect(bank(store).billed()).to.equal('1.2');
  });

  it('refuses a model or a size that BFL does not offer, free of charge', async () => {
    for (const wrong of [
      { model: 'dall-e' },
      { model: 'constructor' },
      { width: 63 },
      { width: 4096, height: 4096 },
      { width: 100.5 },
      { width: NaN },
    ]) {
      const { ports, store } = visit();
      expect(await sandbox().run({ ...order, ...wrong }, ports)).to.include({
        kind: 'refused',
        code: 'invalid-input',
        charge: 'none',
      });
      expect(bank(store).billed()).to.equal('0');
    }
  });

  it('tells its balance', async () => {
    const { ports } = visit();
    expect(await sandbox().balance?.(ports)).to.deep.equal({ usd: '100' });
  });
});
