import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { latestActOn, recordAct, usableAct } from '../../src/generation/acts.js';
import { buy } from '../../src/generation/buy.js';
import {
  issuePermit,
  permitFor,
  renewPermit,
  usePermit,
  type Permit,
} from '../../src/generation/permit.js';
import { sandbox } from '../../src/providers/sandbox.js';
import { readersPermit } from '../support/permit.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';
import { readerActs } from '../support/reader-acts.js';

const id = 'quote-1';

describe('a reader’s permit', () => {
  it('is good once', () => {
    const permit = readersPermit(id);
    expect([usePermit(systemClock, id, permit), usePermit(systemClock, id, permit)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('is good for the quote it was given for, and used up by the attempt to buy another', () => {
    const permit = readersPermit(id);
    expect([
      usePermit(systemClock, 'quote-2', permit),
      usePermit(systemClock, id, permit),
    ]).to.deep.equal([false, false]);
  });

  it('is good for five seconds, by the clock that never goes back', () => {
    let at = 5000;
    const clock = { elapsed: () => at };
    const [early, late] = [issuePermit(clock, id), issuePermit(clock, id)];
    at += 4999;
    expect(usePermit(clock, id, early)).to.equal(true);
    at += 1;
    expect(usePermit(clock, id, late)).to.equal(false);
  });

  it('waits for the sign-in of its attempt, for ten minutes at most', () => {
    let at = 5000;
    const clock = { elapsed: () => at };
    const [early, late] = [issuePermit(clock, id), issuePermit(clock, id)];
    at += 10 * 60_000 - 1;
    renewPermit(clock, early);
    at += 4999;
    renewPermit(clock, late);
    expect([usePermit(clock, id, early), usePermit(clock, id, late)]).to.deep.equal([true, false]);
  });

  it('is not made up by a script, whatever it looks like', () => {
    for (const permit of [{}, { isPermit: true }, { ...readersPermit(id) }, 1]) {
      renewPermit(systemClock, permit as Permit);
      expect(usePermit(systemClock, id, permit as Permit)).to.equal(false);
    }
  });

  it('is given once for an act, however often it is asked for', () => {
    const stop = readerActs(() => false);
    const act = recordAct();
    const permits = Array.from(Array(1000), () => permitFor(systemClock, id, act));
    stop();
    expect(permits.filter((permit) => permit !== undefined)).to.have.length(1);
  });
});

describe('an act of the reader', () => {
  let field: HTMLInputElement;
  let button: HTMLButtonElement;
  beforeEach(() => {
    field = document.body.appendChild(document.createElement('input'));
    button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Read more';
  });
  afterEach(() => {
    field.remove();
    button.remove();
  });

  /** Uses up what the reader did before. */
  const nothingLeft = (): void => {
    while (permitFor(systemClock, id)) continue;
  };
  /** The types of event during whose handling an act can be had for `by`, which is not used up. */
  const heard = async (work: () => Promise<void>): Promise<Record<string, boolean>> => {
    const found: Record<string, boolean> = {};
    const listen = (event: Event): void => {
      found[event.type] = usableAct(event) !== undefined;
    };
    const types = ['pointerdown', 'keydown', 'focusin', 'input', 'click', 'contextmenu'];
    for (const type of types) document.addEventListener(type, listen);
    await work();
    for (const type of types) document.removeEventListener(type, listen);
    return found;
  };

  it('is a key that is pressed, and the letter it types', async () => {
    field.focus();
    expect(await heard(() => sendKeys({ press: 'a' }))).to.include({ keydown: true });
    expect(latestActOn(field)?.at).to.be.within(1, performance.now());
    expect(latestActOn(button)).to.equal(undefined);
    nothingLeft();
    expect(usableAct()).to.equal(undefined);
  });

  it('is one, from pointer down to click', async () => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    let permits = 0;
    const take = (event: Event): void => {
      if (permitFor(systemClock, id, usableAct(event))) permits += 1;
    };
    const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    for (const type of types) button.addEventListener(type, take);
    await sendMouse({ type: 'click', position });
    expect(permits).to.equal(1);
    expect(latestActOn(button)).not.to.equal(undefined);
    await sendMouse({ type: 'click', position });
    expect(permits).to.equal(2);
  });

  it('is neither Escape nor a modifier, nor the other button of the mouse', async () => {
    field.focus();
    await sendKeys({ press: 'a' });
    nothingLeft();
    const before = latestActOn(field);
    for (const press of ['Escape', 'Shift', 'Control', 'Alt'])
      expect(await heard(() => sendKeys({ press }))).to.include({ keydown: false });
    const { x, y } = button.getBoundingClientRect();
    const menu = (event: Event): void => event.preventDefault();
    button.addEventListener('contextmenu', menu);
    await sendMouse({
      type: 'click',
      button: 'right',
      position: [Math.round(x) + 3, Math.round(y) + 3],
    });
    expect(latestActOn(field)).to.equal(before);
    expect(usableAct()).to.equal(undefined);
  });

  it('is nothing a script makes, whatever it hands in', async () => {
    field.focus();
    await sendKeys({ press: 'a' });
    nothingLeft();
    const found: unknown[] = [];
    const listen = (event: Event): void => void found.push(usableAct(event));
    for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, listen);
    button.click();
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    // In WebKit this one is trusted.
    const label = document.body.appendChild(document.createElement('label'));
    field.id = 'labelled';
    label.htmlFor = 'labelled';
    label.click();
    label.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    label.remove();
    for (const type of ['pointerdown', 'keydown', 'click']) removeEventListener(type, listen);
    expect(found.length).to.be.above(4);
    expect(found.every((act) => act === undefined)).to.equal(true);
    const made = new MouseEvent('click');
    const forged = { isTrusted: true, eventPhase: 2, type: 'click' } as Event;
    const dressed = Object.defineProperties(new Event('click'), {
      eventPhase: { value: 2 },
      type: { value: 'click' },
    });
    const proxy = new Proxy(made, { get: (_, name) => (name === 'eventPhase' ? 2 : true) });
    for (const event of [undefined, made, forged, dressed, proxy])
      expect(usableAct(event)).to.equal(undefined);
  });

  it('counts while its own event is handled, also where the page is no longer activated', async () => {
    const stop = readerActs(() => false);
    const events: Event[] = [];
    const keep = (event: Event): void => void events.push(event);
    document.addEventListener('keydown', keep, { once: true });
    field.focus();
    expect(await heard(() => sendKeys({ press: 'a' }))).to.include({ keydown: true, input: false });
    const [kept] = events as [Event];
    Object.defineProperty(kept, 'eventPhase', { value: 2 });
    expect([kept.isTrusted, usableAct(kept), usableAct()]).to.deep.equal([
      true,
      undefined,
      undefined,
    ]);
    stop();
  });

  it('is known where it was, also inside a closed shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const inner = host
      .attachShadow({ mode: 'closed' })
      .appendChild(document.createElement('input'));
    inner.focus();
    await sendKeys({ press: 'a' });
    expect(latestActOn(inner)).not.to.equal(undefined);
    expect(latestActOn(field)).to.equal(undefined);
    host.remove();
  });
});

describe('the money of a reader', () => {
  it('is reserved against a permit: without one, with a used or a made-up one, nothing is written and nothing is sent', async () => {
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

  it('needs a permit wherever real money is sent, whatever the order or its quote says of itself', async () => {
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
