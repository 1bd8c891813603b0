import { expect } from 'chai';
import type { Adapter } from '../../src/providers/adapter.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import type { Job, Outcome } from '../../src/providers/outcome.js';
import { deadlines, type Ports } from '../../src/providers/image-provider.js';
import { watchedPorts, type Watched } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { scriptedFetch, type Network } from '../contract/scripted-fetch.js';

const base = 'https://jobs.example';
const job: Job = { id: 'j1' };
const order = { model: 'm', prompt: 'a boat', width: 8, height: 8, references: [] };
const done: Outcome = { kind: 'done', images: [{ base64: onePixel }] };
const later: Outcome = { kind: 'pending', job };
let count = 0;

/** A provider whose replies are outcomes already: `GET` polls, `DELETE` cancels. */
function provider(): Adapter {
  return {
    id: `jobs-${String((count += 1))}`,
    name: 'Jobs Inc.',
    base,
    keyHosts: ['jobs.example'],
    browsers: 'yes',
    answers: 'job',
    auth: (key) => ({ authorization: `Bearer ${key}` }),
    submit: () => ({ method: 'POST', url: `${base}/jobs`, json: {} }),
    readSubmit: ({ body }) => body as Outcome,
    poll: ({ id }) => ({ method: 'GET', url: `${base}/jobs/${id ?? ''}` }),
    readPoll: ({ body }) => body as Outcome,
    cancel: ({ id }) => ({ method: 'DELETE', url: `${base}/jobs/${id ?? ''}` }),
  };
}

/** Answers a `POST` with the first outcome and every other call with the next one. */
function saying(...outcomes: readonly Outcome[]): Network {
  const queue = [...outcomes];
  return () => ({ status: 200, json: queue.shift() ?? done });
}

interface Work {
  readonly result: Outcome | undefined;
  readonly asked: string[];
  /** Milliseconds of each wait that is no deadline. */
  readonly rests: number[];
  readonly watched: Watched;
}

async function over(
  network: Network,
  work: (ports: Ports, asked: readonly string[]) => Promise<Outcome | undefined> | undefined,
  more: Partial<Ports> = {},
): Promise<Work> {
  const asked: string[] = [];
  const rests: number[] = [];
  const { restore } = scriptedFetch((call, nth) => {
    asked.push(`${call.method} ${call.url.replace(base, '')}`);
    return network(call, nth);
  });
  const { clock } = watchedPorts().ports;
  const watched = watchedPorts({
    clock: {
      ...clock,
      sleep: (ms, signal) => {
        if (ms < 20_000) rests.push(ms);
        return clock.sleep(ms, signal);
      },
    },
    ...more,
  });
  try {
    return { result: await work(watched.ports, asked), asked, rests, watched };
  } finally {
    restore();
  }
}

function bought(network: Network, more: Partial<Ports> = {}): Promise<Work> {
  return over(network, (ports) => httpProvider(provider()).run(order, ports), more);
}

describe('a job that a provider works on', () => {
  it('may be one, so that a mark is written before anything paid is sent', () => {
    expect(httpProvider(provider()).callsBeforeSend).to.equal(true);
  });

  it('is looked at when the provider says, else half a second after it was taken', async () => {
    expect((await bought(saying({ ...later, waitMs: 1234 }))).rests[0]).to.equal(1234);
    expect((await bought(saying(later))).rests[0]).to.equal(500);
    expect((await bought(saying({ ...later, waitMs: 0 }))).rests).to.deep.equal([]);
  });

  it('tells how far it is from the first answer on', async () => {
    const { watched } = await bought(
      saying({ ...later, progress: { position: 2 } }, { ...later, progress: { fraction: 0.5 } }),
    );
    expect(watched.steps).to.deep.equal([{ position: 2 }, { fraction: 0.5 }]);
    expect((await bought(saying(later, later))).watched.steps).to.deep.equal([]);
  });

  it('is asked about only after the journal has it', async () => {
    let isKept = false;
    const polled: boolean[] = [];
    const { result } = await bought(
      ({ method }) => {
        if (method === 'GET') polled.push(isKept);
        return { status: 200, json: method === 'POST' ? { ...later, waitMs: 0 } : done };
      },
      {
        accepted: async () => {
          for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setTimeout(next));
          isKept = true;
        },
      },
    );
    expect(polled).to.deep.equal([true]);
    expect(result).to.have.property('kind', 'done');
  });

  it('is found again after a reload with what it made as bytes', async () => {
    const { result } = await over(saying(done), (ports) =>
      httpProvider(provider()).resume?.(job, ports),
    );
    expect(result?.kind === 'done' && result.images[0]?.blob?.type).to.equal('image/png');
  });

  it('is followed to where the provider moved it', async () => {
    const { asked } = await bought(saying(later, { ...later, job: { id: 'j2' } }, later, done));
    expect(asked).to.deep.equal(['POST /jobs', 'GET /jobs/j1', 'GET /jobs/j2', 'GET /jobs/j1']);
  });

  it('is never waited for past the deadline, not even by one long wait', async () => {
    const { result, rests } = await bought(saying({ ...later, waitMs: 15_000 }, later), {
      deadlines: { ...deadlines, poll: 9000 },
    });
    expect(rests).to.deep.equal([9000]);
    expect(result).to.deep.equal({ kind: 'refused', code: 'timed-out', charge: 'possible' });
  });
});

describe('a job that is looked at again', () => {
  const resumed = (network: Network, more: Partial<Adapter> = {}): Promise<Work> =>
    over(network, (ports) => httpProvider({ ...provider(), ...more }).resume?.(job, ports));

  it('that was never finished is told with what the provider said last', async () => {
    const down: Outcome = {
      kind: 'refused',
      code: 'unreadable-reply',
      charge: 'possible',
      detail: 'No runner is up',
    };
    const few = { ...deadlines, poll: 3000 };
    const ends = async (last: Outcome): Promise<Outcome | undefined> => {
      const says: Network = ({ method }) => ({
        status: 200,
        json: method === 'POST' ? later : last,
      });
      return (await bought(says, { deadlines: few })).result;
    };
    expect(await ends(down)).to.deep.include({
      code: 'timed-out',
      charge: 'possible',
      detail: 'No runner is up',
    });
    expect(await ends(later))
      .to.include({ code: 'timed-out' })
      .and.not.to.have.property('detail');
  });

  it('is looked at at once after a reload, then when the provider says', async () => {
    const { rests, asked } = await resumed(saying({ ...later, waitMs: 700 }, done));
    expect(rests).to.deep.equal([700]);
    expect(asked).to.have.length(2);
    const busy = { kind: 'refused', code: 'unreadable-reply', charge: 'possible' } as const;
    expect((await resumed(saying({ ...busy, retryAfterMs: 900 }, done))).rests).to.deep.equal([
      900,
    ]);
  });

  it('stays in doubt at a provider that has no way to look at it', async () => {
    for (const missing of ['poll', 'readPoll'])
      expect(await resumed(saying(done), { [missing]: undefined })).to.deep.include({
        result: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
        asked: [],
      });
  });

  it('is over at once where a lost picture is known to have cost nothing', async () => {
    const lost = { kind: 'refused', code: 'image-lost', charge: 'none' } as const;
    const { result, asked } = await resumed(saying(lost, done));
    expect(result).to.deep.equal(lost);
    expect(asked).to.have.length(1);
  });

  it('is not looked at again where our own side can’t ask', async () => {
    const { result, asked } = await resumed(saying(done), {
      poll: () => ({ method: 'GET', url: 'https://elsewhere.example/jobs' }),
    });
    expect(result).to.include({ code: 'unreadable-reply', charge: 'possible' });
    expect(asked).to.deep.equal([]);
  });

  it('is reported in the provider’s words, without the key, and otherwise unchanged', async () => {
    const told = { kind: 'refused', code: 'provider-failed', charge: 'none' } as const;
    for (const [key, detail, shown] of [
      ['abcdefgh:', 'Bad: abcdefgh', 'Bad: …'],
      ['id:secret-part', 'id 5 of secret-part', 'id 5 of …'],
      ['12345.abcdefg', '12345 of abcdefg', '12345 of …'],
    ] as const) {
      const { result } = await over(
        saying({ ...told, detail }),
        (ports) => httpProvider(provider()).resume?.(job, ports),
        { key },
      );
      expect(result).to.deep.equal({ ...told, detail: shown });
    }
    expect((await resumed(saying(told))).result).to.deep.equal(told);
  });
});

describe('a job that nobody wants any more', () => {
  const refused = { kind: 'refused', code: 'provider-failed' } as const;

  it('can only be cancelled where it can be looked at afterwards', async () => {
    for (const missing of ['cancel', 'poll', 'readPoll'] as const) {
      const adapter = { ...provider() };
      Reflect.deleteProperty(adapter, missing);
      const { result, asked } = await over(saying(done), (ports) =>
        httpProvider(adapter).cancel?.(job, ports),
      );
      expect([result, asked], missing).to.deep.equal([undefined, []]);
    }
  });

  it('is looked at after the answer to its end, not beside it', async () => {
    const { result, asked } = await over(
      ({ method }) => (method === 'DELETE' ? 'hangs' : { status: 200, json: done }),
      async (ports, calls) => {
        const ended = new AbortController();
        const end = httpProvider(provider()).cancel?.(job, { ...ports, signal: ended.signal });
        for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setTimeout(next));
        expect(calls).to.deep.equal(['DELETE /jobs/j1']);
        ended.abort(new Error('the page closes'));
        return end;
      },
    );
    expect(result).to.equal(undefined);
    expect(asked).to.deep.equal(['DELETE /jobs/j1']);
  });

  it('ends with what is known of its charge, or stays in doubt', async () => {
    const usage = { unit: 'usd', amount: '0.02' } as const;
    for (const [outcome, expected] of [
      [done, { kind: 'done' }],
      [
        { ...refused, charge: 'none' },
        { kind: 'refused', code: 'aborted', charge: 'none' },
      ],
      [
        { ...refused, charge: 'charged', usage },
        { ...refused, charge: 'charged', usage },
      ],
      [{ ...refused, charge: 'possible' }, undefined],
      [later, undefined],
    ] as const) {
      const { result, asked } = await over(
        ({ method }) => ({ status: 200, json: method === 'GET' ? outcome : {} }),
        (ports) => httpProvider(provider()).cancel?.(job, ports),
      );
      expect(asked).to.deep.equal(['DELETE /jobs/j1', 'GET /jobs/j1']);
      if (expected) expect(result).to.deep.include(expected);
      else expect(result).to.equal(undefined);
    }
  });
});
