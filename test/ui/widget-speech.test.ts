import { expect } from 'chai';
import { folded, scene, type Scene } from './widget-scene.js';
import '../support/fresh-prices.js';

describe('a reader who listens', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  const output = (): HTMLOutputElement =>
    shown.element.shadowRoot?.querySelector('output[role=status]') as HTMLOutputElement;

  it('hears nothing at load, and a changed price once, when it has stopped changing', async () => {
    shown = await scene('exact');
    expect(folded(output())).to.equal('');
    const heard: string[] = [];
    new MutationObserver(() => heard.push(folded(output()))).observe(output(), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const count of [2, 3, 4]) {
      shown.element.count = count;
      await shown.element.updateComplete;
    }
    await shown.until(() => heard.length > 0);
    expect(heard).to.deep.equal(['Price now $0.120']);
    // Another request at the same price has nothing new to say.
    shown.element.prompt = 'a fox';
    await shown.element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(heard).to.deep.equal(['Price now $0.120']);
  });

  it('hears of the result by itself, with what it cost', async () => {
    shown = await scene('done');
    expect(shown.one('result').getAttribute('role')).to.equal('status');
    expect(shown.text('result')).to.equal('The picture is ready. $0.030 charged');
    expect(folded(output())).to.equal('');
  });

  it('is named every control by its visible words', async () => {
    shown = await scene('done');
    const root = shown.element.shadowRoot as ShadowRoot;
    for (const control of root.querySelectorAll<HTMLElement>(
      'button, select, input, textarea, summary',
    )) {
      const label = control.closest('label');
      const name =
        control.getAttribute('aria-label') ??
        (label ? folded(label.querySelector('.spoken') ?? label) : folded(control));
      expect(name, control.localName).not.to.equal('');
    }
    expect(
      root.querySelector('textarea')?.closest('label')?.querySelector('.spoken')?.textContent,
    ).to.equal('Describe the picture');
  });

  it('gets every thing to press at least 44 pixels high', async () => {
    for (const name of [
      'done',
      'over-budget',
      'key-entry',
      'references',
      'drafts',
      'gallery',
    ] as const) {
      shown = await scene(name);
      const small = [
        ...(shown.element.shadowRoot?.querySelectorAll<HTMLElement>(
          'button, select, input, summary',
        ) ?? []),
      ]
        .filter(
          (control) =>
            control.getClientRects().length > 0 &&
            // What has words beside it is pressed by them, too.
            (control.closest('label') ?? control).getBoundingClientRect().height < 44,
        )
        .map(
          (control) =>
            `${name}: ${control.localName} ${control.getAttribute('part') ?? ''} ${folded(control)}`,
        );
      expect(small).to.deep.equal([]);
      if (name !== 'gallery') shown.element.remove();
    }
  });
});
