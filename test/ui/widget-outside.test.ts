import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { payingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

const names = [
  'busy',
  'quoted',
  'confirming',
  'done',
  'failed',
  'in-doubt',
  'over-budget',
  'signed-out',
  'simulated',
  'offline',
];

/** The custom states that hold, as the page's style sheets see them. */
function states(element: UserPaysImage): string[] {
  if (CSS.supports('selector(:state(busy))'))
    return names.filter((name) => element.matches(`:state(${name})`));
  // An engine without the selector has them all the same, or none.
  const set = insideOf(element).field.internals?.states;
  return names.filter((name) => set?.has(name) ?? set?.has(`--${name}`));
}

describe('a page that styles a widget by its state', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  async function see(expected: string): Promise<void> {
    const { element } = shown;
    await element.updateComplete;
    await until(() => states(element).join(' ') === expected).catch(() => undefined);
    expect(states(element).join(' ')).to.equal(expected);
  }

  it('knows a purchase from the price to the picture', async () => {
    shown = await widget({}, { sandbox: { latency: 100 } });
    await see('quoted simulated');
    await shown.type('a fox');
    const promise = shown.element.generate();
    await shown.element.updateComplete;
    await see('busy simulated');
    await promise;
    await see('done simulated');
  });

  it('is right at each event, and once the promise is kept', async () => {
    shown = await widget(
      { prompt: 'a fox' },
      { sandbox: { latency: 0, faults: ['ok', 'refused'] } },
    );
    const { element } = shown;
    const wrong: string[] = [];
    let seen = 0;
    const look = ({ type }: { type: string }): void => {
      const { name } = element.generation;
      const expected = ['submitting', 'polling', 'saving'].includes(name) ? 'busy' : name;
      seen += 1;
      const [state] = states(element);
      if (state !== expected) wrong.push(`${type}: ${name} is ${String(state)}`);
    };
    for (const type of ['user-pays-state', 'user-pays-done', 'user-pays-error'])
      element.addEventListener(type, look);
    await element.generate();
    look({ type: 'resolved' });
    await element.generate().catch(() => undefined);
    look({ type: 'rejected' });
    expect(wrong).to.deep.equal([]);
    expect(seen).to.be.greaterThan(6);
  });

  it('hears of each state once, and of none when it is moved', async () => {
    shown = await widget(
      { prompt: 'a fox' },
      { sandbox: { latency: 0, faults: ['ok', 'refused'] } },
    );
    const { element } = shown;
    const heard: string[] = [];
    element.addEventListener('user-pays-state', () => heard.push(element.generation.name));
    for (const end of ['done', 'failed']) {
      await element.generate().catch(() => undefined);
      element.parentElement?.append(element);
      await element.updateComplete;
      expect(heard.filter((name) => name === end)).to.deep.equal([end]);
    }
  });

  it('knows that the reader is asked, and that they are over their limit', async () => {
    shown = await widget({ model: 'flux-2-pro', 'confirm-over': '0.01', prompt: 'a fox' });
    const promise = shown.element.generate().catch(() => undefined);
    await see('confirming simulated');
    shown.element.cancel();
    await promise;
    shown.element.budget = '0.0001';
    await see('quoted over-budget simulated');
  });

  it('knows a failure, and money in doubt', async () => {
    shown = await widget({ prompt: 'a fox' }, { sandbox: { latency: 0, faults: ['refused'] } });
    await shown.element.generate().catch(() => undefined);
    await see('failed simulated');
    shown.element.sandbox = { latency: 0, faults: ['lost-reply'] };
    await shown.element.generate().catch(() => undefined);
    await see('failed in-doubt simulated');
  });

  it('knows who has no account yet, and that there is no network', async () => {
    shown = await widget({ provider: 'puter', model: 'flux-2-pro' });
    await see('quoted signed-out');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      dispatchEvent(new Event('offline'));
      await see('quoted signed-out offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    }
    await see('quoted signed-out');
  });

  it('has the rest of the widget where an engine knows no states, or only dashed ones', async () => {
    const attach = HTMLElement.prototype.attachInternals;
    const dashed = new Set<string>();
    const odd: (() => ElementInternals)[] = [
      () => {
        throw new TypeError('not here');
      },
      () =>
        ({
          states: {
            add: (name: string) => {
              if (!name.startsWith('--')) throw new SyntaxError(name);
              dashed.add(name);
            },
            delete: (name: string) => dashed.delete(name),
          } as unknown as CustomStateSet,
          setValidity: () => undefined,
          setFormValue: () => undefined,
          checkValidity: () => true,
        }) as Partial<ElementInternals> as ElementInternals,
    ];
    for (const internals of odd) {
      HTMLElement.prototype.attachInternals = internals;
      try {
        shown = await widget({ prompt: 'a fox', name: 'cover', required: '' });
      } finally {
        HTMLElement.prototype.attachInternals = attach;
      }
      await shown.element.generate();
      await shown.element.updateComplete;
      expect(shown.element.generation.name).to.equal('done');
      expect(shown.element.checkValidity()).to.equal(true);
      shown.remove();
    }
    expect([...dashed].sort()).to.deep.equal(['--done', '--simulated']);
  });
});

describe('a page with an action row and tools of its own', () => {
  it('sells by its own button, at the price beside it, by the reader’s press alone', async () => {
    const page = payingPage();
    try {
      const shown = await page.widget();
      const { element } = shown;
      const row = document.createElement('p');
      row.slot = 'actions';
      row.innerHTML =
        '<button>Cancel</button> <button data-user-pays="generate"><b>Buy</b></button>';
      const form = document.createElement('form');
      form.addEventListener('submit', (event) => event.preventDefault());
      form.append(element);
      document.body.append(form);
      element.append(row);
      await until(() => shown.text('price-line').startsWith('$0.030'));
      expect(shown.button.getClientRects().length).to.equal(0);
      const [other, buy] = row.querySelectorAll('button');
      other?.click();
      page.gesture = false;
      buy?.click();
      buy
        ?.querySelector('b')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      await element.updateComplete;
      expect([element.generation.name, page.posts.length]).to.deep.equal(['quoted', 0]);
      buy?.focus();
      await sendKeys({ press: 'Enter' });
      await shown.ended();
      expect([element.generation.name, page.posts.length]).to.deep.equal(['done', 1]);
      // Also by its own code, with the press in hand.
      other?.addEventListener('click', (event) => void element.generate(event), { once: true });
      other?.focus();
      await sendKeys({ press: 'Enter' });
      await shown.ended();
      await until(() => page.posts.length === 2);
      element.disabled = true;
      await element.updateComplete;
      buy?.focus();
      await sendKeys({ press: 'Enter' });
      expect(page.posts).to.have.length(2);
      row.remove();
      await until(() => shown.button.getClientRects().length > 0);
      form.remove();
    } finally {
      page.close();
    }
  });

  it('gives the tools of one picture, and leaves ours to the others', async () => {
    const shown = await widget({ prompt: 'a fox', count: '2' });
    const tools = Object.assign(document.createElement('button'), { slot: 'tools-2' });
    shown.element.append(tools);
    await shown.press();
    await shown.ended();
    const downloads = (): boolean[] =>
      [...(shown.element.shadowRoot?.querySelectorAll('[part~="download"]') ?? [])].map(
        (each) => each.getClientRects().length > 0,
      );
    await until(() => downloads().length === 2);
    expect(downloads()).to.deep.equal([true, false]);
    expect(tools.getClientRects().length).to.equal(1);
    const print = tools.assignedSlot?.closest('figure');
    expect(print?.querySelector('img')).to.equal(shown.images[1]);
    shown.remove();
  });
});
