import { expect } from 'chai';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { pollinations } from '../../src/providers/pollinations.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { scriptedFetch, type ScriptedReply, type SentCall } from '../contract/scripted-fetch.js';

/**
 * What Pollinations does with one paid call: makes it, loses its answer before or after making it,
 * or turns it down.
 */
type Fate = 'made' | 'lost before' | 'lost after' | ScriptedReply;
interface Line {
  readonly timestamp: string;
  readonly cursor_event_id: string;
  readonly type: string;
  readonly model: string;
  readonly cost_usd: number;
}

let count = 0;
function order(more: Partial<PictureOrder> = {}): PictureOrder {
  return {
    model: 'flux-1-schnell',
    prompt: `A lighthouse ${String((count += 1))}`,
    width: 512,
    height: 512,
    references: [],
    ...more,
  };
}

/**
 * As gen.pollinations.ai's API reference describes it: the same body is made and billed once, and a
 * key may read its own usage.
 */
function bank(): {
  lines: Line[];
  made: Set<string>;
  price: number;
  late: number;
  answer(call: SentCall, fate: Fate): ScriptedReply | 'breaks';
  usage(): ScriptedReply;
} {
  return {
    lines: [],
    made: new Set(),
    price: 0.002,
    late: 0,
    answer(call, fate) {
      if (typeof fate === 'object') return fate;
      if (fate === 'lost before') return 'breaks';
      if (!this.made.has(call.body)) {
        this.made.add(call.body);
        this.lines.unshift({
          timestamp: '2026-11-22 10:00:00',
          cursor_event_id: `e${String((count += 1))}`,
          type: 'generate.image',
          model: 'flux',
          cost_usd: this.price,
        });
      }
      return fate === 'lost after'
        ? 'breaks'
        : { status: 200, json: { created: 1, data: [{ b64_json: onePixel }] } };
    },
    usage() {
      const hidden = this.late > 0 ? 1 : 0;
      this.late -= hidden;
      return {
        status: 200,
        json: { usage: this.lines.slice(hidden), count: this.lines.length - hidden },
      };
    },
  };
}

interface Bought {
  readonly outcome: Outcome;
  readonly later: unknown;
  readonly paid: readonly SentCall[];
  readonly asked: readonly SentCall[];
}
async function buy(
  at: ReturnType<typeof bank>,
  asked: PictureOrder,
  fates: readonly Fate[],
  usage: () => ScriptedReply | 'breaks' = () => at.usage(),
): Promise<Bought> {
  const { ports } = watchedPorts();
  const { sent, restore } = scriptedFetch((call, nth) =>
    call.method === 'POST' ? at.answer(call, fates[nth] ?? 'made') : usage(),
  );
  try {
    const outcome = await httpProvider(pollinations).run(asked, ports);
    const later = outcome.kind === 'done' ? await outcome.later : undefined;
    return {
      outcome,
      later,
      paid: sent.filter(({ method }) => method === 'POST'),
      asked: sent.filter(({ method }) => method === 'GET'),
    };
  } finally {
    restore();
  }
}

describe('what Pollinations charged', () => {
  it('is read from the key’s own usage, also when its line comes late', async () => {
    for (const late of [0, 3]) {
      const at = bank();
      await buy(at, order(), []);
      at.price = 0.0021;
      const asked = order();
      const bought = buy(at, asked, []);
      at.late = late;
      const { outcome, later, asked: reads } = await bought;
      expect(outcome).to.include({ kind: 'done' });
      expect(later).to.deep.equal({ unit: 'usd', amount: '0.0021' });
      expect(reads[0]?.url).to.equal(
        'https://gen.pollinations.ai/account/key/usage?format=json&limit=20',
      );
    }
  });

  it('is nobody’s guess when the list can’t be read, is none, or has lines of other amounts', async () => {
    const at = bank();
    const others = (): ScriptedReply => {
      const { json } = at.usage() as { json: { usage: Line[] } };
      return {
        status: 200,
        json: {
          usage: [
            ...json.usage,
            ...(at.made.size > 0
              ? [
                  {
                    cursor_event_id: `x${String(at.made.size)}`,
                    type: 'generate.image',
                    model: 'flux',
                    cost_usd: 0.5,
                  },
                ]
              : []),
          ],
        },
      };
    };
    for (const usage of [
      () => 'breaks' as const,
      () => ({ status: 403, json: {} }),
      () => ({ status: 200, json: { usage: 'none' } }),
      others,
    ]) {
      const { outcome, later } = await buy(at, order(), [], usage);
      expect(outcome).to.include({ kind: 'done' });
      expect(later).to.equal(undefined);
    }
  });

  it('is nothing for the very same picture again, and that teaches no price', async () => {
    const at = bank();
    const asked = order({ seed: 7 });
    expect((await buy(at, asked, [])).later).to.deep.equal({ unit: 'usd', amount: '0.002' });
    expect((await buy(at, asked, [])).later).to.deep.include({
      unit: 'usd',
      amount: '0',
      again: true,
    });
    expect(
      (await buy(at, { ...asked, seed: 8 }, [])).later,
      'another seed is another picture',
    ).to.deep.equal({ unit: 'usd', amount: '0.002' });
    expect(at.lines).to.have.length(2);
  });

  it('is told of the same large picture again without keeping the call in memory', async () => {
    const kept: string[] = [];
    const add = Object.getOwnPropertyDescriptor(Set.prototype, 'add')
      ?.value as typeof Set.prototype.add;
    Set.prototype.add = function (this: Set<unknown>, value: unknown) {
      if (this !== at.made && typeof value === 'string') kept.push(value);
      return add.call(this, value);
    };
    const at = bank();
    try {
      const asked = order({ prompt: 'A long row of lighthouses. '.repeat(100), seed: 7 });
      expect((await buy(at, asked, [])).later).to.deep.equal({ unit: 'usd', amount: '0.002' });
      expect((await buy(at, asked, [])).later).to.deep.include({ amount: '0', again: true });
      await buy(at, { ...asked, seed: -1 }, []);
    } finally {
      Set.prototype.add = add;
    }
    expect(kept.filter((text) => text.length > 200)).to.deep.equal([]);
  });

  it('is unknown, not nothing, for the same picture again where a page has no SubtleCrypto', async () => {
    const [at, asked] = [bank(), order({ seed: 7 })];
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect((await buy(at, asked, [])).later).to.deep.equal({ unit: 'usd', amount: '0.002' });
      expect((await buy(at, asked, [])).later).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });

  it('is not nothing where that is not told: without a seed, and without the list', async () => {
    const at = bank();
    const [seedless, asked] = [order(), order({ seed: 7 })];
    for (const [one, usage] of [
      [seedless, undefined],
      [asked, (): ScriptedReply => ({ status: 500, json: {} })],
    ] as const) {
      await buy(at, one, []);
      expect((await buy(at, one, [], usage)).later).to.equal(undefined);
    }
  });
});

describe('an answer of Pollinations that is lost', () => {
  for (const fate of ['lost before', 'lost after'] as const) {
    it(`is asked for again, once, unchanged and billed once, when the order has a seed (${fate})`, async () => {
      const at = bank();
      const { outcome, later, paid } = await buy(at, order({ seed: 7 }), [fate, 'made']);
      expect(outcome).to.include({ kind: 'done' });
      expect(later).to.deep.equal({ unit: 'usd', amount: '0.002' });
      expect(paid.map(({ body }) => body)).to.deep.equal([paid[0]?.body, paid[0]?.body]);
      expect(at.lines).to.have.length(1);
    });
  }

  it('is not asked for a third time, and stays in doubt or is known by its line', async () => {
    for (const [fates, charge] of [
      [['lost before', 'lost before'], 'possible'],
      [['lost after', 'lost after'], 'charged'],
    ] as const) {
      const { outcome, paid } = await buy(bank(), order({ seed: 7 }), fates);
      expect(outcome).to.include({ kind: 'refused', charge });
      expect(paid).to.have.length(2);
    }
  });

  it('is never forgiven because the second was turned down', async () => {
    const { outcome, paid } = await buy(bank(), order({ seed: 7 }), [
      'lost before',
      { status: 401, json: { error: { message: 'no' } } },
    ]);
    expect(outcome).to.include({ kind: 'refused', code: 'unreadable-reply', charge: 'possible' });
    expect(paid).to.have.length(2);
  });

  it('is not asked for again without a seed, after any answer, or anywhere else', async () => {
    const at = bank();
    expect((await buy(at, order(), ['lost after'])).paid).to.have.length(1);
    const { outcome, paid } = await buy(at, order({ seed: 7 }), [{ status: 503, json: {} }]);
    expect(outcome).to.include({ kind: 'refused', charge: 'possible' });
    expect(paid).to.have.length(1);
  });
});

describe('a seed at Pollinations', () => {
  it('is sent up to the largest it takes; one above costs nothing and is not sent', async () => {
    const most = await buy(bank(), order({ seed: 2_147_483_647 }), []);
    expect(JSON.parse(most.paid[0]?.body ?? '')).to.include({ seed: 2_147_483_647 });
    const above = await buy(bank(), order({ seed: 2_147_483_648 }), []);
    expect(above.outcome).to.include({ kind: 'refused', code: 'invalid-input', charge: 'none' });
    expect([above.paid, above.asked]).to.deep.equal([[], []]);
  });
});
