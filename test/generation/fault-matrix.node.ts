import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter } from '../../src/providers/adapter.js';
import type { Deadlines } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { Recorded } from '../contract/recorded.js';
import { everyProvider } from '../contract/every-provider.js';
import { pixel } from '../support/pixel.js';
import { onImage, onPoll, onSubmit, pollEnds } from '../support/bad-network.js';
import { startFaultServer, type Answer, type FaultServer } from '../support/fault-server.js';
import {
  buyIn,
  matrixOrder,
  matrixShop,
  patient,
  type Ended,
  type MatrixShop,
} from '../support/matrix-ports.js';

type Step = 'submit' | 'poll' | 'image' | 'balance';

/**
 * A provider on loopback that makes a picture as its documents say, unless told otherwise, and
 * keeps the bill.
 */
interface Provider {
  readonly server: FaultServer;
  /** Pictures it charges for. */
  bill: number;
  /** What becomes of the nth request (from 0) of a step; `undefined`: as it should. */
  trouble: (step: Step, nth: number) => (Answer & { readonly billed?: boolean }) | undefined;
  asked(step: Step): number;
}

function raw({ text, ...reply }: Answer & { text?: string }): Answer {
  return {
    ...reply,
    ...(text === undefined ? {} : { body: text }),
  };
}

async function provider(adapter: Adapter, recorded: Recorded): Promise<Provider> {
  const server = await startFaultServer();
  const counts: Record<Step, number> = { submit: 0, poll: 0, image: 0, balance: 0 };
  const taken =
    recorded.replies.find(
      ({ at, means }) => at === 'submit' && typeof means === 'object' && means.kind !== 'refused',
    ) ?? assert.fail();
  const polls = recorded.polls ?? [];
  // Once it is ready it stays so: each address goes on saying what it said last.
  const said = new Map<string, Answer>();
  let next = 0;
  const free = adapter.balance && new URL(adapter.balance().url).pathname;
  const made: Provider = {
    server,
    bill: 0,
    trouble: () => undefined,
    asked: (step) => counts[step],
  };
  const stepOf = (method: string, path: string): Step =>
    path.startsWith('/picture/')
      ? 'image'
      : method === 'POST'
        ? 'submit'
        : free !== undefined && path.endsWith(free)
          ? 'balance'
          : 'poll';
  server.answer = ({ method, path }) => {
    const step = stepOf(method, path);
    const trouble = made.trouble(step, counts[step]++);
    if (step === 'submit') made.bill += trouble ? Number(trouble.billed ?? false) : 1;
    if (trouble) return trouble;
    if (step === 'balance') return { json: {} };
    if (step === 'submit') return raw(taken.reply);
    if (step === 'image')
      return { headers: { 'content-type': 'image/png' }, body: Buffer.from(pixel, 'base64') };
    if (next < polls.length) said.set(path, raw(polls[next++] ?? {}));
    return said.get(path) ?? { status: 404, json: {} };
  };
  return made;
}

interface Scene extends Ended {
  readonly purchasePorts: MatrixShop;
  readonly provider: Provider;
  readonly sessionsRefused: number;
}

/** Buys one picture and checks what has to hold whatever happened. */
async function scene(
  adapter: Adapter,
  recorded: Recorded,
  arrange: (provider: Provider) => void,
  deadlines = patient,
): Promise<Scene> {
  const made = await provider(adapter, recorded);
  arrange(made);
  const purchasePorts = matrixShop(made.server.origin);
  const { answer } = made.server;
  made.server.answer = (seen, nth) => {
    const given = answer(seen, nth);
    if (given.fault?.startsWith('hang')) setTimeout(purchasePorts.clock.timeIsUp, 50);
    return given;
  };
  let sessionsRefused = 0;
  try {
    const order = matrixOrder(adapter, recorded.orders[0]?.order ?? {}, made.server.origin, {
      deadlines,
      onSessionRefused: () => {
        sessionsRefused += 1;
      },
    });
    const ended = await buyIn(purchasePorts, order);
    const { settled, inDoubt } = purchasePorts.journal.tally().all;
    const bill = made.bill * Number(order.quote.total?.high);
    const reported = purchasePorts.journal.entries()[0]?.basis === 'reported';
    assert.equal(made.server.paid.length, 1, 'one paid POST');
    assert.ok(
      reported || Number(settled) <= bill + 1e-9,
      `settled ${settled} of a bill of ${String(bill)}`,
    );
    assert.ok(
      bill <= Number(settled) + Number(inDoubt) + 1e-9,
      `a bill of ${String(bill)}, settled ${settled}, in doubt ${inDoubt}`,
    );
    assert.deepEqual(purchasePorts.journal.underWay(), [], 'nothing is left open');
    assert.ok(
      ended.state.pictures.every(({ name }) => name === 'done' || name === 'failed'),
      'every picture ended',
    );
    return { ...ended, purchasePorts, provider: made, sessionsRefused };
  } finally {
    await made.server.close();
  }
}

const hasty: Deadlines = { ...patient, image: 80_000 };
function standing({ purchasePorts }: Scene): string {
  return purchasePorts.journal
    .entries()
    .map((entry) => `${entry.standing} ${entry.charge}`)
    .join();
}
function told({ error }: Ended): string {
  return error ? `${error.code} ${error.charge}` : 'done';
}

for (const [adapter, recorded] of everyProvider) {
  describe(`a purchase from ${adapter.name} on a bad network`, { concurrency: 8 }, () => {
    for (const cell of onSubmit) {
      it(`tells the truth when the order meets ${cell.title}`, async () => {
        // A provider that documents a 5xx as free is believed, and then never bills one.
        const believed = adapter.freeServerErrors === true && (cell.status ?? 0) >= 500;
        if (believed && cell.billed) return;
        const charge = believed ? 'none' : cell.charge;
        const made = await scene(adapter, recorded, (bad) => {
          bad.trouble = (step) => (step === 'submit' ? cell : undefined);
        });
        assert.equal(told(made), `${cell.code} ${charge}`);
        assert.equal(standing(made), charge === 'none' ? 'refused none' : 'in-doubt possible');
        assert.equal(
          made.error?.retry,
          charge === 'none' ? (cell.code === 'invalid-input' ? 'never' : 'safe') : 'ask',
        );
        // A 403 may only mean that the key is not good for this.
        assert.equal(made.sessionsRefused, cell.status === 401 ? 1 : 0);
      });
    }

    const after = (polls: NonNullable<Recorded['polls']>) => {
      for (const trouble of onPoll) {
        it(`brings the picture when polling meets ${trouble.title}, twice`, async () => {
          const made = await scene(adapter, recorded, (bad) => {
            bad.trouble = (step, nth) => (step === 'poll' && nth < 2 ? trouble : undefined);
          });
          assert.equal(told(made), 'done');
          assert.equal(standing(made), 'settled charged');
          assert.ok(made.provider.asked('poll') >= 2 + polls.length, 'it was asked again');
        });
      }
      for (const end of pollEnds) {
        it(`is in doubt, with its job kept, when every poll meets ${end.title}`, async () => {
          const made = await scene(adapter, recorded, (bad) => {
            bad.trouble = (step) => (step === 'poll' ? end : undefined);
          });
          assert.equal(told(made), `${end.code} possible`);
          assert.equal(standing(made), 'in-doubt possible');
          assert.ok(made.purchasePorts.journal.entries()[0]?.job, 'it can be asked for again');
          assert.equal(made.sessionsRefused, end.status === 401 ? 1 : 0);
        });
      }
      it('is in doubt when it is never ready', async () => {
        const made = await scene(
          adapter,
          recorded,
          (bad) => {
            bad.trouble = (step) => (step === 'poll' ? raw(polls[0] ?? {}) : undefined);
          },
          { ...patient, poll: 40_000 },
        );
        assert.equal(told(made), 'timed-out possible');
        assert.equal(standing(made), 'in-doubt possible');
      });
      it('is counted once when “ready” is said twice and taken back between', async () => {
        const [pending, ready] = [polls[0] ?? {}, polls.at(-1) ?? {}];
        const flapping = [pending, ready, pending, ready].map(raw);
        const made = await scene(adapter, recorded, (bad) => {
          bad.trouble = (step, nth) =>
            step === 'poll' && polls.length === 2 ? flapping[Math.min(nth, 3)] : undefined;
        });
        assert.equal(told(made), 'done');
        assert.equal(made.purchasePorts.journal.tally().all.pictures, 1);
      });
      for (const { title, reply, means } of recorded.replies.filter(({ at }) => at === 'poll')) {
        const outcome = means as Partial<Extract<Outcome, { kind: 'refused' }>>;
        if (outcome.kind !== 'refused' || outcome.code === 'unreadable-reply') continue;
        it(`that ends badly is told as such: ${title}`, async () => {
          const made = await scene(adapter, recorded, (bad) => {
            const toResult = polls.length - 1;
            bad.trouble = (step, nth) => {
              if (step !== 'poll' || (nth < toResult && polls.length >= 3)) return undefined;
              // What its provider documents as free it takes off the bill.
              if (outcome.charge === 'none') bad.bill = 0;
              return raw(reply);
            };
          });
          assert.equal(made.error?.code, outcome.code);
          assert.equal(made.error?.charge === 'none', outcome.charge === 'none');
          assert.equal(made.purchasePorts.journal.tally().all.pictures, 0);
        });
      }
    };
    if (recorded.polls) after(recorded.polls);

    const last = recorded.polls
      ? recorded.polls.at(-1)
      : recorded.replies.find(
          ({ at, means }) => at === 'submit' && typeof means === 'object' && means.kind === 'done',
        )?.reply;
    const isByAddress = /"(url|sample|output)":"https?:|\["https?:/.test(JSON.stringify(last));
    if (isByAddress) {
      for (const trouble of onImage) {
        it(`stays paid when the picture itself meets ${trouble.title}`, async () => {
          const made = await scene(
            adapter,
            recorded,
            (bad) => {
              bad.trouble = (step) => (step === 'image' ? trouble : undefined);
            },
            trouble.end === 'timed-out' ? hasty : patient,
          );
          const isThere = ['shown', 'kept'].includes(trouble.end);
          assert.equal(told(made), isThere ? 'done' : `${trouble.end} charged`);
          assert.equal(standing(made), 'settled charged');
          assert.deepEqual(made.purchasePorts.kept.length, isThere ? 1 : 0);
          // What may pass is read four times, each time with a look whether anybody is there at
          // all.
          const reads = trouble.status === undefined || trouble.status >= 500 ? 8 : 1;
          assert.ok(
            made.provider.asked('image') <= 2 * reads,
            'at each of two addresses, so many times at most',
          );
          const { blob } = made.state.pictures[0]?.image ?? {};
          assert.equal(blob?.type, trouble.end === 'kept' ? 'image/svg+xml' : undefined);
        });
      }
    }
    if (isByAddress && recorded.polls) {
      it('is fetched by a new address when the first one expired', async () => {
        const made = await scene(adapter, recorded, (bad) => {
          bad.trouble = (step, nth) =>
            step === 'image' && nth === 0 ? { status: 403, body: 'expired' } : undefined;
        });
        assert.equal(told(made), 'done');
        assert.ok(made.state.pictures[0]?.image?.blob);
        assert.equal(made.purchasePorts.journal.tally().all.pictures, 1);
      });
    }
  });
}
