import { expect } from 'chai';
import { UserPaysError } from '../../src/base/error.js';
import type { Adapter } from '../../src/providers/adapter.js';
import { bfl } from '../../src/providers/bfl.js';
import { canStreamBody } from '../../src/providers/body-stream.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import type { Ports } from '../../src/providers/image-provider.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { openrouter } from '../../src/providers/openrouter.js';
import { pollinations } from '../../src/providers/pollinations.js';
import { together } from '../../src/providers/together.js';
import { waitForJob } from '../../src/providers/wait-for-job.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { scriptedFetch, type Network } from '../contract/scripted-fetch.js';
import { until } from '../support/until.js';

const order = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};
const picture = { status: 200, json: { data: [{ b64_json: onePixel }] } };

let count = 0;
/** A provider this page has never talked to: a free call goes first. */
function stranger(adapter: Adapter): Adapter {
  return { ...adapter, id: `${adapter.id}-unseen-${String((count += 1))}` };
}

/** What became of an order, and in which order things happened. */
async function ordered(adapter: Adapter, more: Partial<Ports> = {}, network?: Network) {
  const log: string[] = [];
  const { ports, ...rest } = watchedPorts(more);
  const { beforeSend } = more;
  const { sent, restore } = scriptedFetch((call, nth) => {
    log.push(call.method);
    return network ? network(call, nth) : call.method === 'POST' ? picture : { status: 200 };
  });
  try {
    const leaves = async (): Promise<void> => {
      log.push('leaves');
      await beforeSend?.();
    };
    const outcome = await httpProvider(adapter).run(order, { ...ports, beforeSend: leaves });
    return { outcome, log, sent, ...rest };
  } finally {
    restore();
  }
}

describe('an order that is about to leave for a provider over HTTP', () => {
  it('is told to the journal as the very last thing', async () => {
    const { outcome, log } = await ordered(stranger(together));
    expect(outcome).to.include({ kind: 'done' });
    expect(log).to.deep.equal(['GET', 'leaves', 'POST']);
    expect(httpProvider(together).callsBeforeSend).to.equal(true);
  });

  it('stays until the journal has written it down', async () => {
    let write: (() => void) | undefined;
    const beforeSend = (): Promise<void> =>
      new Promise((done) => {
        write = done;
      });
    const { sent, restore } = scriptedFetch(() => picture);
    const { ports } = watchedPorts({ beforeSend });
    const leaving = httpProvider(openaiCompatible('http://localhost:1234')).run(order, ports);
    const written = await until(() => write);
    expect(sent).to.have.length(0);
    written?.();
    expect(await leaving).to.include({ kind: 'done' });
    restore();
    expect(sent).to.have.length(1);
  });

  it('stays here, free of charge, when the journal forbids it or the reader stops it', async () => {
    const stop = new AbortController();
    for (const [beforeSend, code] of [
      [() => Promise.reject(new UserPaysError('over-budget', { stage: 'guard' })), 'over-budget'],
      [() => Promise.reject(new Error('disk')), 'internal'],
      [() => Promise.resolve(stop.abort()), 'aborted'],
    ] as const) {
      const { outcome, log } = await ordered(stranger(together), {
        beforeSend,
        signal: stop.signal,
      });
      expect(outcome).to.deep.equal({ kind: 'refused', code, charge: 'none' });
      expect(log, code).not.to.include('POST');
    }
  });

  it('is waited for as long as its provider needs: for a job, or for the picture', async () => {
    const deadlines = { submit: 21_000, submitPicture: 22_000, poll: 23_000, image: 24_000 };
    for (const [adapter, ms] of [
      [bfl, 21_000],
      [openrouter, 22_000],
    ] as const) {
      const waits: number[] = [];
      const { ports } = watchedPorts();
      const clock = {
        ...ports.clock,
        sleep: (wait: number, signal?: AbortSignal) => {
          waits.push(wait);
          return ports.clock.sleep(wait, signal);
        },
      };
      const { outcome } = await ordered(
        { ...adapter, browsers: 'yes' },
        { clock, deadlines },
        () => ({ status: 402, json: {} }),
      );
      expect(outcome).to.include({ charge: 'none' });
      expect(waits).to.deep.equal([ms]);
    }
  });

  it('goes as a stream where the browser can, the second time as well', async () => {
    let lost = true;
    const { outcome, sent } = await ordered(
      { ...pollinations, submit: (asked) => pollinations.submit({ ...asked, seed: 7 }) },
      {},
      ({ method }) => {
        if (method === 'GET') return { status: 503 };
        const reply = lost ? 'breaks' : picture;
        lost = false;
        return reply;
      },
    );
    expect(outcome.kind).to.equal('refused');
    const again = await ordered(
      { ...pollinations, isBilledOnce: () => true },
      {},
      ({ method }, nth) => (method === 'GET' ? { status: 503 } : nth === 0 ? 'breaks' : picture),
    );
    expect(again.outcome.kind).to.equal('done');
    const streamed = [...sent, ...again.sent]
      .filter(({ method }) => method === 'POST')
      .map(({ init }) => init.body instanceof ReadableStream);
    expect(streamed).to.deep.equal([1, 2, 3].map(() => canStreamBody()));
  });

  it('may have been sent more than once where it went as plain bytes, and no read ever', async () => {
    const own = openaiCompatible('http://localhost:1234');
    const { outcome } = await ordered(own, {}, () => 'breaks');
    expect(outcome).to.include({ kind: 'refused', charge: 'possible', repeated: true });
    const answered = await ordered(own, {}, () => ({ status: 500, text: 'no' }));
    expect(answered.outcome).not.to.have.property('repeated');
  });
});

describe('an order that a browser offline does not send', () => {
  it('costs nothing, and is not tried a second time', async () => {
    const waits: number[] = [];
    const { ports } = watchedPorts();
    const clock = {
      ...ports.clock,
      sleep: (ms: number, signal?: AbortSignal) => {
        waits.push(ms);
        return ports.clock.sleep(ms, signal);
      },
    };
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const { outcome, sent } = await ordered(
      { ...pollinations, isBilledOnce: () => true },
      { clock },
    );
    Reflect.deleteProperty(navigator, 'onLine');
    expect(outcome).to.deep.equal({
      kind: 'refused',
      code: 'provider-failed',
      charge: 'none',
      detail: 'offline',
    });
    expect(sent).to.have.length(0);
    expect(waits).not.to.include(1000);
  });
});

describe('what a job brought', () => {
  const job = { host: 'api.bfl.ai', path: '/v1/get_result?id=7a1' };
  async function resumed(...polls: readonly object[]) {
    const log: string[] = [];
    const { ports } = watchedPorts({ key: 'canary-key-0123456789' });
    const clock = {
      ...ports.clock,
      sleep: (ms: number, signal?: AbortSignal) => {
        if (ms < 20_000) log.push(String(ms));
        return ports.clock.sleep(ms, signal);
      },
    };
    const { restore } = scriptedFetch((_, nth) => {
      log.push('poll');
      return { status: 200, json: polls[nth] ?? polls.at(-1) };
    });
    const outcome = await httpProvider(bfl).resume?.(job, { ...ports, clock });
    restore();
    return { outcome, log };
  }

  it('is handed over as bytes, and its words without the key', async () => {
    const sample = `data:image/png;base64,${onePixel}`;
    const { outcome, log } = await resumed({ status: 'Ready', result: { sample } });
    expect(outcome).to.have.nested.property('images[0].blob').that.has.property('size', 70);
    expect(log, 'asked at once').to.deep.equal(['poll']);
    const said = { 'Moderation Reasons': ['canary-key-0123456789 is unfit'] };
    const { outcome: refused } = await resumed({ status: 'Request Moderated', details: said });
    expect(refused).to.have.property('detail', '… is unfit');
  });

  it('is asked for once even where there is no time left', async () => {
    const waits: number[] = [];
    const { ports } = watchedPorts();
    const clock = {
      ...ports.clock,
      sleep: (ms: number, signal?: AbortSignal) => {
        if (ms < 20_000) waits.push(ms);
        return ports.clock.sleep(ms, signal);
      },
    };
    const { sent, restore } = scriptedFetch(() => ({ status: 200, json: { status: 'Pending' } }));
    const deadlines = { ...ports.deadlines, poll: 0 };
    const outcome = await waitForJob(bfl, job, { ...ports, clock, deadlines }, 500);
    restore();
    expect(outcome).to.include({ code: 'timed-out', charge: 'possible' });
    expect([waits, sent.length]).to.deep.equal([[1], 1]);
  });

  it('is asked for later and later, up to every eight seconds', async () => {
    const { random } = Math;
    Math.random = () => 1;
    const waiting = Array.from({ length: 12 }, () => ({ status: 'Pending' }));
    const { log } = await resumed(...waiting, { status: 'Ready', result: {} });
    Math.random = random;
    const waits = log.filter((what) => what !== 'poll').map(Number);
    expect(waits).to.deep.equal(waiting.map((_, nth) => Math.min(8000, 500 * 1.4 ** nth)));
    Math.random = () => 0;
    const { log: soon } = await resumed({ status: 'Pending' }, { status: 'Ready', result: {} });
    Math.random = random;
    expect(soon).to.deep.equal(['poll', '150', 'poll']);
  });
});
