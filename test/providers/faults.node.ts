import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Clock } from '../../src/base/clock.js';
import type { Adapter } from '../../src/providers/adapter.js';
import { deadlines, type Deadlines } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { everyProvider } from '../contract/every-provider.js';
import { watchedPorts, type Watched } from '../contract/ports.js';
import { rebased } from '../contract/rebased.js';
import type { Recorded } from '../contract/recorded.js';
import { startFaultServer, type Answer, type FaultServer } from '../support/fault-server.js';

/** A clock on which a minute takes a second. */
const quick: Clock = {
  now: () => Date.now() * 60,
  elapsed: () => performance.now() * 60,
  sleep: (ms, signal) =>
    new Promise((done, stop) => {
      const timer = setTimeout(done, ms / 60);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        stop(signal.reason as Error);
      });
    }),
};

interface Trouble extends Answer {
  readonly title: string;
  /** The picture was made and is on the reader's bill. */
  readonly billed: boolean;
  readonly charge: 'none' | 'possible';
  /** Where a provider says that a breakdown is never billed. */
  readonly free?: true;
}
function status(code: number, charge: Trouble['charge'], more: Partial<Trouble> = {}): Trouble {
  return {
    title: String(code),
    status: code,
    json: { detail: 'no' },
    billed: false,
    charge,
    ...more,
  };
}
function fault(name: NonNullable<Answer['fault']>): Trouble {
  return {
    title: name,
    fault: name,
    billed: true,
    charge: 'possible',
  };
}

const onSubmit: readonly Trouble[] = [
  ...[400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 425, 429].map((code) =>
    status(code, 'none'),
  ),
  status(429, 'none', { title: '429 with Retry-After', headers: { 'retry-after': '1' } }),
  ...[500, 502, 503, 504].map((code) => status(code, 'possible', { free: true })),
  status(408, 'possible', { billed: true }),
  ...(['close', 'reset', 'half-head', 'half-body', 'hang', 'hang-body'] as const).map(fault),
  { title: '204', status: 204, billed: true, charge: 'possible' },
  { title: 'an empty 200', status: 200, body: '', billed: true, charge: 'possible' },
  {
    title: 'a page instead of JSON',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html>',
    billed: true,
    charge: 'possible',
  },
  {
    title: 'a cut-off JSON',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"id":"7a1","data":[{"b64',
    billed: true,
    charge: 'possible',
  },
  {
    title: 'JSON without what it should have',
    status: 200,
    json: { hello: 'world' },
    billed: true,
    charge: 'possible',
  },
];

const onPoll: readonly (Answer & { title: string })[] = [
  ...[408, 425, 429, 500, 502, 503, 504].map((code) => ({
    title: String(code),
    status: code,
    json: { detail: 'later' },
  })),
  ...(['close', 'reset', 'half-head', 'half-body', 'hang', 'hang-body'] as const).map((name) => ({
    title: name,
    fault: name,
  })),
  { title: '204', status: 204 },
  { title: 'a page instead of JSON', status: 200, body: '<!doctype html>' },
  { title: 'a cut-off JSON', status: 200, body: '{"status":"Rea' },
];

interface Bought extends Watched {
  readonly outcome: Outcome;
}
/** Time enough for a busy machine; two seconds of it for what never answers. */
const patient = 20 * 60_000;
function limitsFor({ fault: name }: Answer): Partial<Deadlines> {
  const limit = name?.startsWith('hang') ? 120_000 : patient;
  return { submit: limit, submitPicture: limit, poll: patient };
}

async function buy(
  adapter: Adapter,
  order: PictureOrder,
  server: FaultServer,
  limits: Partial<Deadlines> = { submit: patient, submitPicture: patient },
): Promise<Bought> {
  const watched = watchedPorts({ clock: quick, deadlines: { ...deadlines, ...limits } });
  return {
    ...watched,
    outcome: await httpProvider(rebased(adapter, server.origin)).run(order, watched.ports),
  };
}

for (const [adapter, recorded] of everyProvider) {
  describe(`${adapter.name} on a bad network`, { concurrency: 6 }, () => {
    const order: PictureOrder = {
      model: 'flux-2-pro',
      prompt: 'A lighthouse',
      width: 1024,
      height: 1024,
      references: [],
      ...recorded.orders[0]?.order,
    };
    const answerOf = ({ replies }: Recorded): Answer => {
      const { reply } =
        replies.find(
          ({ at, means }) =>
            at === 'submit' && typeof means === 'object' && means.kind !== 'refused',
        ) ?? assert.fail();
      return { ...reply, ...(reply.text === undefined ? {} : { body: reply.text }) };
    };
    let elsewhere: FaultServer;
    before(async () => {
      elsewhere = await startFaultServer();
    });
    after(() => elsewhere.close());

    const withServer = (title: string, work: (server: FaultServer) => Promise<void>): void =>
      void it(title, async () => {
        const server = await startFaultServer();
        try {
          await work(server);
        } finally {
          await server.close();
        }
      });

    for (const trouble of onSubmit) {
      withServer(
        `one paid POST and the truth about money when it meets ${trouble.title}`,
        async (server) => {
          let bill = 0;
          server.answer = ({ method }) => {
            if (method !== 'POST') return { json: {} };
            if (trouble.billed) bill += 1;
            return trouble;
          };
          const { outcome } = await buy(adapter, order, server, limitsFor(trouble));
          assert.equal(server.paid.length, 1);
          assert.equal(outcome.kind, 'refused');
          const charge = trouble.free && adapter.freeServerErrors ? 'none' : trouble.charge;
          assert.equal(outcome.kind === 'refused' && outcome.charge, charge);
          assert.ok(bill === 0 || charge === 'possible', 'what was billed is never shown as free');
        },
      );
    }

    for (const code of [301, 302, 303, 307, 308]) {
      withServer(`keeps the key when it is led elsewhere by a ${String(code)}`, async (server) => {
        server.answer = ({ method }) =>
          method === 'POST'
            ? { status: code, headers: { location: `${elsewhere.origin}/stolen` } }
            : { json: {} };
        const { outcome } = await buy(adapter, order, server);
        assert.equal(server.paid.length, 1);
        assert.equal(outcome.kind === 'refused' && outcome.charge, 'possible');
        assert.deepEqual(elsewhere.log, []);
      });
    }

    if (recorded.polls) {
      const { polls } = recorded;
      for (const trouble of onPoll) {
        withServer(
          `brings the picture for one POST when polling meets ${trouble.title}`,
          async (server) => {
            const queue: Answer[] = [trouble, trouble, ...polls.map((poll) => ({ ...poll }))];
            server.answer = ({ method, path }) =>
              method === 'POST'
                ? answerOf(recorded)
                : adapter.balance && path.endsWith(new URL(adapter.balance().url).pathname)
                  ? { json: {} }
                  : (queue.shift() ?? { status: 404, json: {} });
            const { outcome, jobs } = await buy(adapter, order, server, limitsFor(trouble));
            assert.equal(outcome.kind, 'done');
            assert.equal(server.paid.length, 1);
            assert.equal(jobs.length, 1);
          },
        );
      }
      withServer(
        'gives up after its deadline, in doubt, when nothing is ever ready',
        async (server) => {
          server.answer = ({ method }) =>
            method === 'POST' ? answerOf(recorded) : { ...polls[0] };
          const { outcome } = await buy(adapter, order, server);
          assert.deepEqual(outcome, { kind: 'refused', code: 'timed-out', charge: 'possible' });
          assert.equal(server.paid.length, 1);
          assert.ok(
            server.log.length < 120,
            `${String(server.log.length)} requests in five minutes`,
          );
        },
      );
      withServer(
        'finds the picture of a job accepted before a reload, and pays nothing',
        async (server) => {
          const queue = polls.map((poll) => ({ ...poll }));
          const job = recorded.replies.find((reply) => reply.job)?.job ?? assert.fail();
          server.answer = () => queue.shift() ?? { status: 404, json: {} };
          const { ports } = watchedPorts({ clock: quick });
          const outcome = await httpProvider(rebased(adapter, server.origin)).resume?.(job, ports);
          assert.equal(outcome?.kind, 'done');
          assert.equal(server.paid.length, 0);
        },
      );
    }
  });
}
