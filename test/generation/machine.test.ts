import { expect } from 'chai';
import fc from 'fast-check';
import { UserPaysError } from '../../src/base/error.js';
import {
  idle,
  isBusy,
  next,
  type Generation,
  type GenerationEvent,
} from '../../src/generation/machine.js';
import type { PictureStage, Purchase, PurchaseState } from '../../src/generation/purchase.js';
import { quote } from '../../src/pricing/index.js';

const cheap = quote({ provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 });
const dear = quote({ provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 });

function stateOf(id: string, ...names: PictureStage[]): PurchaseState {
  return {
    id,
    quote: cheap,
    prompt: 'a fox',
    simulated: false,
    pictures: names.map((name, index) => ({ id: `${id}${index}`, name })),
  };
}
function purchaseOf(id: string): Purchase {
  return {
    id,
    images: [],
    receipt: {
      id,
      provider: 'bfl',
      model: 'flux-2-pro',
      at: 0,
      lines: [],
      estimated: '0.03',
      charge: 'charged',
      basis: 'computed',
      simulated: false,
    },
  };
}
const error = new UserPaysError('timed-out', { stage: 'poll', charge: 'possible' });

const quotes = fc.constantFrom(cheap, dear);
const events: fc.Arbitrary<GenerationEvent> = fc.oneof(
  fc.record({ type: fc.constant('quoted' as const), quote: fc.option(quotes, { nil: undefined }) }),
  fc.record({
    type: fc.constant('pressed' as const),
    quote: quotes,
    ask: fc.constantFrom(undefined, 'over' as const, 'unknown' as const),
  }),
  fc.record({ type: fc.constant('confirmed' as const), quoteId: quotes.map(({ id }) => id) }),
  fc.constantFrom<GenerationEvent>({ type: 'dismissed' }, { type: 'vetoed' }),
  fc.record({
    type: fc.constant('reasked' as const),
    quote: fc.option(quotes, { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('moved' as const),
    purchase: fc.constantFrom(
      stateOf('a', 'submitting'),
      stateOf('a', 'polling', 'waiting'),
      stateOf('b', 'saving'),
    ),
  }),
  fc.record({
    type: fc.constant('finished' as const),
    purchase: fc.constantFrom(purchaseOf('a'), purchaseOf('b')),
    state: fc.constant(stateOf('a', 'done')),
  }),
  fc.record({
    type: fc.constant('failed' as const),
    error: fc.constant(error),
    state: fc.constantFrom(undefined, stateOf('a', 'failed')),
  }),
  fc.record({
    type: fc.constant('cancelled' as const),
    charge: fc.constantFrom('none' as const, 'possible' as const),
    state: fc.constant(undefined),
  }),
);

function run(list: readonly GenerationEvent[]): Generation[] {
  return list.reduce<Generation[]>(
    (states, event) => [...states, next(states.at(-1) ?? idle, event)],
    [idle],
  );
}

describe('the purchase state machine', () => {
  it('takes any event in any state without throwing, and stays in the union', () => {
    const names = [
      'idle',
      'quoted',
      'confirming',
      'submitting',
      'polling',
      'saving',
      'done',
      'failed',
      'cancelled',
    ];
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (list) =>
        run(list).every((state) => names.includes(state.name)),
      ),
      { numRuns: 500 },
    );
  });

  it('starts to spend only from a press that needed no question, or from a yes to the quote on show', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (list) => {
        const states = run(list);
        list.forEach((event, index) => {
          const [before, after] = [states[index] ?? idle, states[index + 1] ?? idle];
          if (isBusy(before) || !isBusy(after)) return;
          const pressed =
            event.type === 'pressed' && event.ask === undefined && before.name !== 'confirming';
          const agreed =
            event.type === 'confirmed' &&
            before.name === 'confirming' &&
            before.quote.id === event.quoteId;
          if (!pressed && !agreed)
            throw new Error(`${before.name} became ${after.name} by ${event.type}`);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never starts a second purchase while one is under way', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (list) => {
        const states = run(list);
        list.forEach((event, index) => {
          const [before, after] = [states[index] ?? idle, states[index + 1] ?? idle];
          if (
            isBusy(before) &&
            (event.type === 'pressed' || event.type === 'confirmed') &&
            after !== before
          )
            throw new Error('a press changed a running purchase');
          if (isBusy(before) && isBusy(after) && before.quote !== after.quote)
            throw new Error('a running purchase changed its quote');
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('asks again when the price changed while the question was open', () => {
    const asking = next(
      { name: 'quoted', quote: cheap },
      { type: 'pressed', quote: cheap, ask: 'over' },
    );
    const changed = next(asking, { type: 'quoted', quote: dear });
    expect(changed).to.deep.equal({ name: 'confirming', quote: dear, why: 'changed' });
    expect(next(changed, { type: 'confirmed', quoteId: cheap.id })).to.equal(changed);
    expect(next(changed, { type: 'confirmed', quoteId: dear.id }).name).to.equal('submitting');
  });

  it('stands where the slowest sent picture of a batch stands', () => {
    const sending: Generation = { name: 'submitting', quote: cheap, purchase: undefined };
    const name = (...stages: PictureStage[]): string =>
      next(sending, { type: 'moved', purchase: stateOf('a', ...stages) }).name;
    expect(name('waiting')).to.equal('submitting');
    expect(name('polling', 'saving', 'waiting')).to.equal('polling');
    expect(name('saving', 'done')).to.equal('saving');
    expect(name('done', 'submitting')).to.equal('submitting');
  });

  it('goes back to the price when the page held the purchase back, but not once something was sent', () => {
    const sending = next(
      { name: 'quoted', quote: cheap },
      { type: 'pressed', quote: cheap, ask: undefined },
    );
    expect(next(sending, { type: 'vetoed' })).to.deep.equal({ name: 'quoted', quote: cheap });
    for (const stage of ['submitting', 'polling'] as const) {
      const sent = next(sending, { type: 'moved', purchase: stateOf('a', stage) });
      expect(next(sent, { type: 'vetoed' })).to.equal(sent);
    }
  });

  it('keeps a finished purchase on show while its receipt closes, and only its own', () => {
    const done = next(
      { name: 'saving', quote: cheap, purchase: stateOf('a', 'saving') },
      { type: 'finished', purchase: purchaseOf('a'), state: stateOf('a', 'done') },
    );
    const closed = {
      ...purchaseOf('a'),
      receipt: { ...purchaseOf('a').receipt, charged: '0.045' },
    };
    expect(
      next(done, { type: 'finished', purchase: closed, state: stateOf('a', 'done') }),
    ).to.have.nested.property('purchase.receipt.charged', '0.045');
    expect(
      next(done, { type: 'finished', purchase: purchaseOf('b'), state: stateOf('b', 'done') }),
    ).to.equal(done);
    if (done.name !== 'done') throw new Error(done.name);
    const { state } = done;
    expect(next(done, { type: 'finished', purchase: purchaseOf('a'), state })).to.equal(done);
  });

  it('asks again about a price that changed at either end, under the same quote’s id or another', () => {
    const total = cheap.total ?? { low: '0', high: '0' };
    const asking = next(
      { name: 'quoted', quote: cheap },
      { type: 'pressed', quote: cheap, ask: 'over' },
    );
    for (const changed of [
      { ...cheap, total: { ...total, high: '0.09' } },
      { ...cheap, total: { ...total, low: '0.01' } },
      { ...cheap, id: 'other' },
    ]) {
      expect(next(asking, { type: 'quoted', quote: changed })).to.deep.equal({
        name: 'confirming',
        quote: changed,
        why: 'changed',
      });
    }
    const unknown = { ...cheap, id: 'other', total: undefined };
    expect(next(asking, { type: 'quoted', quote: unknown })).to.deep.equal({
      name: 'confirming',
      quote: unknown,
      why: 'unknown',
    });
    expect(next(asking, { type: 'quoted', quote: { ...cheap } })).to.equal(asking);
    expect(next(asking, { type: 'quoted', quote: undefined }).name).to.equal('idle');
  });

  it('asks again before anything was sent, and not after', () => {
    const sending = next(
      { name: 'quoted', quote: cheap },
      { type: 'pressed', quote: cheap, ask: undefined },
    );
    expect(next(sending, { type: 'reasked', quote: dear })).to.deep.equal({
      name: 'confirming',
      quote: dear,
      why: 'changed',
    });
    const sent = next(sending, { type: 'moved', purchase: stateOf('a', 'submitting') });
    expect(next(sent, { type: 'reasked', quote: dear })).to.equal(sent);
  });

  it('heeds no news of another purchase while its own is under way', () => {
    const sent: Generation = { name: 'polling', quote: cheap, purchase: stateOf('a', 'polling') };
    expect(next(sent, { type: 'moved', purchase: stateOf('b', 'saving') })).to.equal(sent);
    expect(
      next(sent, { type: 'finished', purchase: purchaseOf('b'), state: stateOf('b', 'done') }),
    ).to.equal(sent);
    expect(next(sent, { type: 'failed', error, state: stateOf('b', 'failed') })).to.equal(sent);
    expect(
      next(sent, { type: 'cancelled', charge: 'none', state: stateOf('b', 'failed') }),
    ).to.equal(sent);
    expect(next(sent, { type: 'failed', error, state: stateOf('a', 'failed') }).name).to.equal(
      'failed',
    );
    expect(
      next(sent, { type: 'cancelled', charge: 'possible', state: stateOf('a', 'failed') }),
    ).to.include({ name: 'cancelled', charge: 'possible' });
  });

  it('neither a press nor a yes starts a second purchase, nor answers a question that is open', () => {
    const sent: Generation = { name: 'polling', quote: cheap, purchase: stateOf('a', 'polling') };
    const asking: Generation = { name: 'confirming', quote: dear, why: 'over' };
    expect(next(sent, { type: 'pressed', quote: cheap, ask: undefined })).to.equal(sent);
    expect(next(sent, { type: 'confirmed', quoteId: cheap.id })).to.equal(sent);
    expect(next(asking, { type: 'pressed', quote: cheap, ask: undefined })).to.equal(asking);
    expect(next(asking, { type: 'dismissed' })).to.deep.equal({ name: 'quoted', quote: dear });
  });

  it('lets late news of a finished purchase change only that purchase, and nothing that came after it', () => {
    const done: Generation = {
      name: 'done',
      quote: cheap,
      purchase: purchaseOf('a'),
      state: stateOf('a', 'done'),
    };
    const failed: Generation = {
      name: 'failed',
      quote: cheap,
      error,
      state: stateOf('a', 'failed'),
    };
    const later = new UserPaysError('timed-out', { stage: 'poll', charge: 'charged' });
    expect(
      next(failed, { type: 'failed', error: later, state: stateOf('a', 'failed') }),
    ).to.include({ name: 'failed', error: later, quote: cheap });
    expect(next(failed, { type: 'failed', error: later, state: stateOf('b', 'failed') })).to.equal(
      failed,
    );
    expect(next(failed, { type: 'failed', error: later, state: undefined })).to.equal(failed);
    const known = next(failed, { type: 'failed', error, state: stateOf('a', 'failed') });
    if (known.name !== 'failed') throw new Error(known.name);
    expect(next(known, { type: 'failed', error, state: known.state })).to.equal(known);
    const unsent: Generation = { name: 'failed', quote: cheap, error, state: undefined };
    expect(next(unsent, { type: 'failed', error: later, state: undefined })).to.equal(unsent);
    expect(next(done, { type: 'failed', error: later, state: stateOf('a', 'failed') })).to.equal(
      done,
    );
    expect(
      next(failed, { type: 'finished', purchase: purchaseOf('a'), state: stateOf('a', 'done') }),
    ).to.equal(failed);
    expect(next(done, { type: 'moved', purchase: stateOf('a', 'saving') })).to.equal(done);
    expect(
      next(done, { type: 'cancelled', charge: 'none', state: stateOf('a', 'failed') }),
    ).to.equal(done);
    // The reader went on meanwhile: what stands there now is theirs.
    const quoted: Generation = { name: 'quoted', quote: dear };
    const asking: Generation = { name: 'confirming', quote: dear, why: 'over' };
    for (const state of [idle, quoted, asking]) {
      expect(
        next(state, { type: 'finished', purchase: purchaseOf('a'), state: stateOf('a', 'done') }),
      ).to.equal(state);
      expect(next(state, { type: 'failed', error, state: stateOf('a', 'failed') })).to.equal(state);
      expect(next(state, { type: 'moved', purchase: stateOf('a', 'polling') })).to.equal(state);
      expect(
        next(state, { type: 'cancelled', charge: 'possible', state: stateOf('a', 'failed') }),
      ).to.equal(state);
    }
  });

  it('shows the price again, and the button, once the reader changes something after a purchase', () => {
    const done: Generation = {
      name: 'done',
      quote: cheap,
      purchase: purchaseOf('a'),
      state: stateOf('a', 'done'),
    };
    expect(next(done, { type: 'quoted', quote: dear })).to.equal(done);
    expect(next(done, { type: 'pressed', quote: dear, ask: undefined })).to.deep.equal({
      name: 'submitting',
      quote: dear,
      purchase: undefined,
    });
    expect(next(done, { type: 'pressed', quote: dear, ask: 'unknown' })).to.deep.equal({
      name: 'confirming',
      quote: dear,
      why: 'unknown',
    });
    for (const type of ['dismissed', 'vetoed'] as const)
      expect(next(done, { type })).to.equal(done);
    expect(next({ name: 'quoted', quote: cheap }, { type: 'quoted', quote: undefined })).to.equal(
      idle,
    );
    expect(next({ name: 'quoted', quote: cheap }, { type: 'quoted', quote: dear })).to.deep.equal({
      name: 'quoted',
      quote: dear,
    });
  });

  it('stays at the first step while any picture is there, and hears of an end that names no purchase', () => {
    const sent: Generation = { name: 'polling', quote: cheap, purchase: stateOf('a', 'polling') };
    expect(
      next(sent, { type: 'moved', purchase: stateOf('a', 'polling', 'submitting') }).name,
    ).to.equal('submitting');
    expect(next(sent, { type: 'moved', purchase: stateOf('a', 'done', 'failed') }).name).to.equal(
      'submitting',
    );
    expect(next(sent, { type: 'failed', error, state: undefined })).to.include({
      name: 'failed',
      error,
    });
    expect(next(sent, { type: 'cancelled', charge: 'possible', state: undefined })).to.include({
      name: 'cancelled',
      charge: 'possible',
    });
  });

  it('asks about a price only where one is being asked about, or about to be paid', () => {
    const quoted: Generation = { name: 'quoted', quote: cheap };
    const asking: Generation = { name: 'confirming', quote: cheap, why: 'over' };
    for (const state of [idle, quoted]) {
      expect(next(state, { type: 'reasked', quote: dear })).to.equal(state);
      expect(next(state, { type: 'vetoed' })).to.equal(state);
      expect(next(state, { type: 'confirmed', quoteId: cheap.id })).to.equal(state);
    }
    expect(next(asking, { type: 'reasked', quote: dear })).to.deep.equal({
      name: 'confirming',
      quote: dear,
      why: 'changed',
    });
    expect(next(asking, { type: 'reasked', quote: undefined })).to.equal(idle);
    expect(next(asking, { type: 'vetoed' })).to.equal(asking);
    expect(next(idle, { type: 'quoted', quote: cheap })).to.deep.equal({
      name: 'quoted',
      quote: cheap,
    });
  });

  it('goes on asking while a price that nobody knows stays unknown', () => {
    const unknown = { ...cheap, total: undefined };
    const asking: Generation = { name: 'confirming', quote: unknown, why: 'unknown' };
    expect(next(asking, { type: 'quoted', quote: { ...unknown } })).to.equal(asking);
    expect(next(asking, { type: 'quoted', quote: cheap })).to.deep.equal({
      name: 'confirming',
      quote: cheap,
      why: 'changed',
    });
    const known: Generation = { name: 'confirming', quote: cheap, why: 'over' };
    expect(next(known, { type: 'quoted', quote: unknown })).to.deep.equal({
      name: 'confirming',
      quote: unknown,
      why: 'unknown',
    });
  });
});
