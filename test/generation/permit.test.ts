import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { buy } from '../../src/generation/buy.js';
import { permitFor, usePermit, type Permit } from '../../src/generation/permit.js';
import { sandbox } from '../../src/providers/sandbox.js';
import { readersPermit } from '../support/permit.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

describe('a reader’s permit', () => {
  const act = (isActive: boolean): void =>
    void Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      value: { isActive },
    });
  beforeEach(() => act(false));
  afterEach(() => void Reflect.deleteProperty(navigator, 'userActivation'));

  it('is good once', () => {
    const permit = readersPermit();
    expect([usePermit(systemClock, permit), usePermit(systemClock, permit)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('is good for ten minutes, by the clock that never goes back', () => {
    let at = 5000;
    const clock = { elapsed: () => at };
    const [early, late] = [readersPermit(clock), readersPermit(clock)];
    at += 10 * 60_000 - 1;
    expect(usePermit(clock, early)).to.equal(true);
    at += 1;
    expect(usePermit(clock, late)).to.equal(false);
  });

  it('is not given to a script, whatever it hands in', () => {
    const dispatched: unknown[] = [];
    const made = new MouseEvent('click');
    addEventListener('click', (event) => void dispatched.push(permitFor(systemClock, event)), {
      once: true,
    });
    dispatchEvent(made);
    const forged = { isTrusted: true, eventPhase: 2, type: 'click' } as Event;
    const dressed = Object.defineProperties(new Event('click'), {
      eventPhase: { value: 2 },
      type: { value: 'click' },
    });
    expect(dispatched).to.deep.equal([undefined]);
    expect(
      [
        undefined,
        made,
        forged,
        dressed,
        new Proxy(made, { get: (_, name) => (name === 'eventPhase' ? 2 : true) }),
      ].map((event) => permitFor(systemClock, event)),
    ).to.deep.equal(Array(5).fill(undefined));
    expect(
      [{}, { isPermit: true }, { ...readersPermit() }, 1].map((permit) =>
        usePermit(systemClock, permit as Permit),
      ),
    ).to.deep.equal(Array(4).fill(false));
  });

  it('is given for a key the reader presses, while the page handles it, and not for the focus it moves or once it is over', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const other = document.body.appendChild(document.createElement('input'));
    field.focus();
    const events = new Map<string, Event>();
    const given = new Map<string, boolean>();
    for (const type of ['keydown', 'focusin', 'input']) {
      document.addEventListener(
        type,
        (event) => {
          events.set(type, event);
          given.set(type, permitFor(systemClock, event) !== undefined);
        },
        { once: true },
      );
    }
    await sendKeys({ press: 'a' });
    other.focus();
    expect([...given].sort()).to.deep.equal([
      ['focusin', false],
      ['input', false],
      ['keydown', true],
    ]);
    const kept = events.get('keydown') as Event;
    Object.defineProperty(kept, 'eventPhase', { value: 2 });
    expect([kept.isTrusted, permitFor(systemClock, kept)]).to.deep.equal([true, undefined]);
    for (const each of [field, other]) each.remove();
  });

  it('is not given in a browser that can’t say whether the reader acts', () => {
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: undefined });
    expect(permitFor(systemClock)).to.equal(undefined);
  });

  it('is asked for where the money is reserved: without one, with a used or a made-up one, nothing is written and nothing is sent', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() => Promise.resolve(picture));
    const order = orderOf(imageProvider);
    await (
      await buy(purchasePorts, order)
    ).done;
    for (const permit of [undefined, order.permit, {}]) {
      expect(
        await buy(purchasePorts, { ...order, permit }).catch((error: unknown) => error),
      ).to.include({
        code: 'no-gesture',
        stage: 'guard',
        charge: 'none',
      });
    }
    expect(imageProvider.orders).to.have.length(1);
    expect(purchasePorts.journal.entries()).to.have.length(1);
  });

  it('is asked for by whoever sends real money, whatever the order or its quote says of itself', async () => {
    const purchasePorts = portsInMemory();
    const named = makerOf(() => Promise.resolve(picture), { id: 'sandbox' });
    const order = orderOf(named, {}, { permit: undefined, simulated: true });
    const played = { ...order, quote: { ...order.quote, simulated: true as const } };
    expect(await buy(purchasePorts, played).catch((error: unknown) => error)).to.include({
      code: 'no-gesture',
      charge: 'none',
    });
    expect(named.orders).to.have.length(0);
    const running = await buy(
      purchasePorts,
      orderOf(sandbox(), { provider: 'sandbox' }, { permit: undefined, sandbox: { latency: 0 } }),
    );
    expect((await running.done).receipt.simulated).to.equal(true);
    expect(purchasePorts.journal.tally().all.purchases).to.equal(0);
  });
});
