import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import type { Adapter, Call, Reply } from '../../src/providers/adapter.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { mayHoldKey } from '../../src/providers/key-gate.js';
import { watchedPorts, type Watched } from './ports.js';
import type { Recorded } from './recorded.js';
import {
  scriptedFetch,
  type Network,
  type ScriptedReply,
  type SentCall,
} from './scripted-fetch.js';

const key = 'canary-key-0123456789';
const plain: PictureOrder = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};
const garbage: readonly ScriptedReply[] = [
  { status: 200, json: {} },
  { status: 200, json: null },
  { status: 200, json: [] },
  { status: 200, json: { data: [null, 3, { url: 7 }], status: 5, id: [], images: 'x' } },
  { status: 200, text: '<!doctype html><title>Welcome to the hotel’s network</title>' },
  { status: 200, text: '{"id":"7a1","polling_' },
  { status: 200, text: '' },
  { status: 204 },
  { status: 200, text: '"a text"' },
  { status: 202, json: {} },
];
const refusals: readonly (readonly [number, string])[] = [
  [400, 'invalid-input'],
  [401, 'session-refused'],
  [402, 'insufficient-funds'],
  [403, 'session-refused'],
  [404, 'invalid-input'],
  [422, 'invalid-input'],
  [429, 'rate-limited'],
];

function asReply({ status, headers = {}, json, text }: ScriptedReply): Reply {
  const raw = text ?? JSON.stringify(json) ?? '';
  let body: unknown;
  try {
    body = JSON.parse(raw);
  } catch {
    body = undefined;
  }
  return { status, headers, body, text: body === undefined ? raw : '' };
}

interface Bought extends Watched {
  readonly outcome: Outcome | { readonly kind: 'threw'; readonly error: unknown };
  readonly sent: readonly SentCall[];
  /** Requests that cost money. */
  readonly paid: readonly SentCall[];
}

/**
 * Writes the tests every provider passes: the same call each time, the key in headers of its own
 * hosts only, every recorded reply read as
 * labelled, nonsense never believed, statuses mapped, one paid POST whatever happens, every priced
 * model can be asked for.
 */
export function describeProvider(adapter: Adapter, recorded: Recorded): Mocha.Suite {
  return describe(`${adapter.name}, as every provider`, () => {
    const offers = catalogue.offers.filter(
      (offer) => offer.provider === adapter.id && !offer.notHosted,
    );
    const first: PictureOrder = { ...plain, ...recorded.orders[0]?.order };
    const submitUrl = adapter.submit(first).url;
    const accepted = recorded.replies.find(
      ({ at, means }) => at === 'submit' && typeof means === 'object' && means.kind !== 'refused',
    )?.reply;
    const job = recorded.replies.find((reply) => reply.job)?.job;

    const buy = async (
      network: Network,
      more: Parameters<typeof watchedPorts>[0] = {},
    ): Promise<Bought> => {
      const watched = watchedPorts({ key, ...more });
      const { sent, restore } = scriptedFetch((call, nth) => {
        if (call.method === 'GET' && adapter.balance && call.url === adapter.balance().url)
          return { status: 200, json: {} };
        const reply = network(call, nth);
        // Nobody answers any more: time passes.
        if (reply === 'hangs')
          setTimeout(() => {
            watched.timeIsUp();
          });
        return reply;
      });
      try {
        const outcome = await httpProvider(adapter)
          .run(first, watched.ports)
          .catch((error: unknown) => ({ kind: 'threw' as const, error }));
        return {
          ...watched,
          outcome,
          sent,
          paid: sent.filter(({ method, url }) => method === 'POST' && url === submitUrl),
        };
      } finally {
        restore();
      }
    };
    const onSubmit =
      (reply: ReturnType<Network>): Network =>
      (call) =>
        call.method === 'POST' ? reply : { status: 500, json: {} };

    it('builds the same call twice, as plain data', () => {
      for (const { order } of recorded.orders) {
        const calls = [
          adapter.submit({ ...plain, ...order }),
          adapter.submit({ ...plain, ...order }),
        ];
        expect(calls[0]).to.deep.equal(calls[1]);
        expect(JSON.parse(JSON.stringify(calls[0]?.json)), 'nothing JSON can’t say').to.deep.equal(
          calls[0]?.json,
        );
      }
    });

    for (const { order, url, json } of recorded.orders) {
      it(`is asked for ${order.model ?? plain.model} at ${String(order.width ?? 1024)}×${String(order.height ?? 1024)} with ${String(order.references?.length ?? 0)} references as documented`, () => {
        const call = adapter.submit({ ...plain, ...order });
        expect(call.url).to.equal(url);
        expect(JSON.parse(JSON.stringify(call.json))).to.deep.equal(json);
      });
    }

    for (const { of, job: about = {}, sends } of recorded.calls ?? [])
      it(`is asked for ${of === 'balance' ? 'what is left' : `a job (${of})`} where its documents say`, () => {
        expect(adapter[of]?.(about)).to.deep.equal(sends);
      });

    for (const { order, because } of recorded.impossible)
      it(`is never asked for ${JSON.stringify({ ...order, references: order.references?.length })}: ${because}`, () => {
        expect(() => adapter.submit({ ...plain, ...order }))
          .to.throw()
          .that.deep.includes({
            code: 'invalid-input',
            charge: 'none',
            facts: { detail: because },
          });
      });

    it('sends every call that may carry the key to its own hosts, and the key in a header only', () => {
      const calls: Call[] = [
        adapter.submit(first),
        ...(job ? [adapter.poll?.(job), adapter.cancel?.(job)] : []),
        adapter.balance?.(),
      ].filter((call) => call !== undefined);
      for (const call of calls) {
        expect(mayHoldKey(adapter, call.url), call.url).to.equal(true);
        expect(JSON.stringify(call)).not.to.contain(key);
      }
      expect(Object.values(adapter.auth(key)).join()).to.contain(key);
    });

    for (const { title, at, reply, job: about, means, named, says, on } of recorded.replies) {
      it(`is understood when it ${title} (${says} ${on})`, () => {
        if (at === 'balance')
          return void expect(adapter.readBalance?.(asReply(reply))).to.deep.equal(
            means && { usd: means, ...(named && { name: named }) },
          );
        const outcome =
          at === 'submit'
            ? adapter.readSubmit(asReply(reply))
            : adapter.readPoll?.(asReply(reply), about ?? {});
        expect(outcome).to.deep.equal(means);
      });
    }

    for (const {
      from,
      at,
      job: about,
      reply,
      code,
      charge,
      words,
      retryAfterMs,
      ended,
    } of recorded.refusals) {
      it(`says ${code}, charge ${charge}, to its ${String(reply.status)} ${reply.text ?? JSON.stringify(reply.json)} (${from})`, () => {
        const outcome =
          at === 'poll'
            ? adapter.readPoll?.(asReply(reply), about ?? job ?? {})
            : adapter.readSubmit(asReply(reply));
        const {
          detail,
          retryAfterMs: wait,
          ended: isOver,
          ...rest
        } = { detail: undefined, retryAfterMs: undefined, ended: undefined, ...outcome };
        expect(rest).to.deep.include({ kind: 'refused', code, charge });
        expect({ detail, wait, isOver }).to.deep.equal({
          detail: words,
          wait: retryAfterMs,
          isOver: ended,
        });
      });
    }

    it('does not believe nonsense: what was bought stays possible', () => {
      for (const reply of garbage) {
        const label = JSON.stringify(reply);
        expect(adapter.readSubmit(asReply(reply)), label).to.include({
          kind: 'refused',
          code: 'unreadable-reply',
          charge: 'possible',
        });
        if (adapter.readPoll)
          expect(adapter.readPoll(asReply(reply), job ?? {}), label).to.include({
            kind: 'refused',
            code: 'unreadable-reply',
            charge: 'possible',
          });
        expect(() => adapter.readBalance?.(asReply(reply)), label).not.to.throw();
      }
    });

    it('is not paid when it turns an order down', () => {
      for (const [status, code] of refusals) {
        expect(
          adapter.readSubmit(asReply({ status, json: { detail: 'no' } })),
          String(status),
        ).to.include({ kind: 'refused', code, charge: 'none' });
        expect(
          adapter.readSubmit(asReply({ status, text: '<html>' })),
          `${String(status)} in HTML`,
        ).to.include({ kind: 'refused', code, charge: 'none' });
      }
    });

    it('may have been paid when it breaks down, unless it says that this is free', () => {
      for (const status of [500, 502, 503, 504, 520, 524]) {
        const outcome = adapter.readSubmit(asReply({ status, text: '<h1>Bad gateway</h1>' }));
        expect(outcome, String(status)).to.include({
          kind: 'refused',
          charge: adapter.freeServerErrors ? 'none' : 'possible',
        });
      }
    });

    if (adapter.readPoll) {
      it('stays paid for once it took the job, whatever a poll says', () => {
        for (const status of [400, 401, 402, 403, 404, 408, 410, 422, 425, 429, 500, 502, 503]) {
          expect(
            adapter.readPoll?.(asReply({ status, json: { detail: 'no' } }), job ?? {}),
            String(status),
          ).to.include({ kind: 'refused', charge: 'possible' });
        }
      });
    }

    for (const [title, reply] of [
      ['the connection dies', 'breaks'],
      ['no answer comes', 'hangs'],
      ['the answer is nonsense', { status: 200, text: '<html>' }],
      ['it breaks down', { status: 503, headers: { 'retry-after': '0' }, json: {} }],
      ['it is busy', { status: 429, headers: { 'retry-after': '0' }, json: {} }],
      ['the key is refused', { status: 401, json: {} }],
    ] as const) {
      it(`gets one paid POST when ${title}`, async () => {
        const { outcome, paid } = await buy(onSubmit(reply));
        expect(outcome).to.include({ kind: 'refused' });
        expect(paid).to.have.length(1);
        const isSure =
          typeof reply === 'object' &&
          (reply.status === 429 ||
            reply.status === 401 ||
            (reply.status === 503 && adapter.freeServerErrors));
        expect(outcome).to.include({ charge: isSure ? 'none' : 'possible' });
      });
    }

    it('gets the key in no URL, no body, and nothing but safe requests', async () => {
      const { sent } = await buy(
        (call) => (call.method === 'POST' && accepted ? accepted : { status: 200, text: '' }),
        { deadlines: { submit: 30_000, submitPicture: 120_000, poll: 3000, image: 1 } },
      );
      expect(sent).not.to.be.empty;
      for (const { url, body, init } of sent) {
        expect(url + body).not.to.contain(key);
        expect(init).to.include({
          redirect: 'error',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
        });
      }
    });

    for (const reply of recorded.poisoned ?? []) {
      it(`gets no further request when its answer leads elsewhere: ${JSON.stringify(reply.json)}`, async () => {
        const { outcome, sent, jobs } = await buy(onSubmit(reply));
        expect(outcome).to.include({
          kind: 'refused',
          code: 'unreadable-reply',
          charge: 'possible',
        });
        expect(
          sent.filter(({ url }) => url !== submitUrl && url !== adapter.balance?.().url),
        ).to.deep.equal([]);
        expect(jobs, 'nothing to ask for again').to.be.empty;
      });
    }

    if (recorded.polls) {
      const { polls } = recorded;
      const way = (between: readonly ReturnType<Network>[]): Network => {
        const queue = [...between, ...polls];
        return (call) =>
          call.method === 'POST'
            ? (accepted ?? 'breaks')
            : (queue.shift() ?? { status: 404, json: {} });
      };
      for (const [title, between] of [
        ['nothing goes wrong', []],
        [
          'polls fail on the way',
          [
            { status: 503, json: {} },
            'breaks',
            { status: 200, text: '<html>' },
            { status: 429, headers: { 'retry-after': '2' }, json: {} },
            { status: 204 },
            { status: 404, json: {} },
          ],
        ],
      ] as const) {
        it(`brings the picture for one POST when ${title}`, async () => {
          const { outcome, paid, jobs } = await buy(way(between));
          expect(outcome).to.include({ kind: 'done' });
          expect(outcome.kind === 'done' && outcome.images).to.have.length(1);
          expect(paid).to.have.length(1);
          expect(jobs, 'the journal heard of it once').to.have.length(1);
          expect(JSON.stringify(jobs)).not.to.contain(key).and.not.to.contain(first.prompt);
        });
      }
      it('keeps the job when the key is refused while waiting', async () => {
        const { outcome, jobs } = await buy((call) =>
          call.method === 'POST' ? (accepted ?? 'breaks') : { status: 401, json: {} },
        );
        expect(outcome).to.include({
          kind: 'refused',
          code: 'session-refused',
          charge: 'possible',
        });
        expect(jobs).to.have.length(1);
      });
    }

    it('can be asked for every model that has a price', () => {
      expect(offers).not.to.be.empty;
      const image = { width: 512, height: 512, mediaType: 'image/png', base64: 'aGVsbG8=' };
      for (const { model, references, needsReference } of offers) {
        for (let count = needsReference ? 1 : 0; count <= references; count += 1) {
          const call = adapter.submit({
            ...plain,
            model: model === '*' ? 'any' : model,
            references: Array.from({ length: count }, () => image),
          });
          const told = JSON.stringify(call.json).split('aGVsbG8=').length - 1;
          expect(told, `${model} with ${String(count)} references is told of each`).to.equal(count);
        }
      }
    });

    it('has a source and a date for every price', () => {
      for (const { model, prices } of offers) {
        for (const { source } of prices)
          expect(catalogue.sources[source]?.readOn, `${model} ${source}`).to.match(
            /^\d{4}-\d\d-\d\d$/,
          );
      }
    });
  });
}
