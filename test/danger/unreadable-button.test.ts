import { expect } from 'chai';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';
import { pressAsReader } from '../support/press.js';

/** How a page hides the price of the widget with the id `w`, in CSS. */
const hiding = {
  'its text is drawn as dots':
    '#w { -webkit-text-security: disc } #w::part(generate) { -webkit-text-security: disc }',
  'its text is transparent': '#w::part(generate) { -webkit-text-fill-color: transparent }',
  'its colour is transparent': '#w::part(generate) { color: rgb(0 0 0 / 0) }',
  'its text has the colour of the button':
    '#w::part(generate) { color: #336; background: #333367 }',
  'its figures lie on each other': '#w::part(generate) { letter-spacing: -1em }',
  'its font has no size': '#w::part(generate) { font-size: 0 }',
  'the page writes another amount onto it':
    '#w::part(generate) { font-size: 0 } #w::part(generate)::before { content: "Generate · $0.001"; font-size: 16px }',
  'the page writes a smaller amount beside it': '#w::part(generate)::after { content: " $0.001" }',
  'it is scaled away': '#w { transform: scale(0.05) }',
  'its theme is transparent':
    '#w { --user-pays-accent: transparent; --user-pays-ink: transparent; --user-pays-paper: transparent }',
  'the widget is transparent': '#w { opacity: 0 }',
  'the widget is nearly transparent': '#w { opacity: 0.001 }',
  'what is around it is transparent': '#around { opacity: 0.05 }',
  'a filter makes it transparent': '#around { filter: opacity(0) }',
  'a filter blurs it': '#w { filter: blur(12px) }',
  'a filter whitens it out': '#w { filter: brightness(90) }',
  'it is clipped': '#w::part(generate) { clip-path: circle(1px at 2px 2px) }',
  'the widget is clipped': '#w { clip-path: inset(0 0 99% 0) }',
  'the widget is masked': '#w { mask-image: linear-gradient(transparent, transparent) }',
  'it is smaller than its text':
    '#w::part(generate) { min-width: 0; min-inline-size: 0; width: 12px; padding: 0; overflow: hidden }',
  'what is around it is too low': '#around { height: 20px; overflow: hidden }',
  'it is invisible': '#w::part(generate) { visibility: hidden }',
};

/** What honest pages do. */
const honest = {
  'nothing at all': '',
  'a page that fades it a little': '#w { opacity: 0.9 }',
  'a dark theme by inversion': '#around { filter: invert(1) hue-rotate(180deg) }',
  'a theme through parts':
    '#w::part(generate) { background: #fd0; color: #111; border-radius: 99px; text-transform: uppercase; letter-spacing: 0.04em }',
  'a gradient on the button':
    '#w::part(generate) { background: linear-gradient(90deg, #123, #456); color: #fff }',
  'a gradient as its text':
    '#w::part(generate) { background: linear-gradient(90deg, #123, #456) text; color: transparent; border: 1px solid #123 }',
  'a transparent button': '#w::part(generate) { background: none; color: #123; border: 1px solid }',
  'a narrow place': '#around { width: 320px }',
  'text twice as large': '#around { font-size: 200% } #w { width: 320px }',
  'a small font': '#around { font-size: 11px }',
  zoom: '#around { zoom: 1.5 }',
  'a smaller scale': '#around { transform: scale(0.8); transform-origin: 0 0 }',
  'a turned card': '#around { transform: rotate(2deg) }',
  'rounded corners by clipping': '#around { clip-path: inset(0 round 24px) }',
  'an icon before the words': '#w::part(generate)::before { content: "✨ " }',
  'gradient headings around it':
    '#around { -webkit-text-fill-color: transparent; white-space: pre }',
  'its own dark colours': '#w { color-scheme: dark; --user-pays-accent: #8ef }',
  'an accent in white': '#w { --user-pays-accent: #fff }',
  'letters set close': '#around { letter-spacing: -0.05em }',
};

/** What lies over the whole page. */
const covers = {
  'a layer that lets presses through': ['background: #fff', 'ask'],
  'a picture that lets presses through': [
    'background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw=")',
    'ask',
  ],
  'a gradient': ['background: linear-gradient(#fff, #eee)', 'ask'],
  'frosted glass': ['backdrop-filter: blur(20px)', 'ask'],
  'film grain': [
    'background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw="); opacity: 0.06',
    'buy',
  ],
  'a faint tint': ['background: rgb(255 240 200 / 0.1)', 'buy'],
  'an empty layer': ['', 'buy'],
  'a shine': ['background: linear-gradient(rgb(255 255 255 / 0.2), transparent)', 'buy'],
} as const;

/** Chromium says of an element whether it is painted with nothing over it. */
const canTell = 'isVisible' in IntersectionObserverEntry.prototype;

describe('a press on a button whose price can’t be read', function () {
  this.timeout(60_000);
  let page: PayingPage;
  let around: HTMLElement;
  let sheet: HTMLStyleElement;
  beforeEach(() => {
    page = payingPage();
    around = Object.assign(document.createElement('div'), { id: 'around' });
    sheet = document.createElement('style');
    // In front of whatever the test page shows, and in view.
    around.style.cssText =
      'position: absolute; inset: 0 auto auto 0; width: 640px; background: #fff';
    document.body.append(around, sheet);
  });
  afterEach(() => {
    page.close();
    around.remove();
    sheet.remove();
  });

  async function styled(
    css: string,
    attributes: Record<string, string> = {},
  ): Promise<WidgetDriver> {
    const shown = await page.widget({ id: 'w', ...attributes });
    around.append(shown.element);
    shown.element.dispatchEvent(new Event('pointerenter'));
    await until(() => insideOf(shown.element).parts.here.deferred);
    await shown.element.updateComplete;
    sheet.textContent = css;
    scrollTo(0, 0);
    return shown;
  }

  /** Resolves when the browser has looked twice at what is painted, if it can. */
  async function browserLooked(element: Element): Promise<void> {
    for (let times = canTell ? 2 : 0; times > 0; times -= 1)
      await new Promise<void>((done) => {
        const options: object = { trackVisibility: true, delay: 100 };
        const observer = new IntersectionObserver(() => {
          observer.disconnect();
          done();
        }, options);
        observer.observe(element);
      });
  }

  async function asks(shown: WidgetDriver): Promise<void> {
    shown.button.click();
    expect(shown.element.generation).to.include({ name: 'confirming', why: 'unseen' });
    await until(() => shown.part('confirm-yes'));
    expect(shown.part('confirm')?.textContent).to.contain('$0.030');
    expect(page.posts).to.have.length(0);
    await pressAsReader(shown.part('confirm-yes'));
    await shown.ended();
    expect(page.posts).to.have.length(1);
  }

  async function buys(shown: WidgetDriver): Promise<void> {
    shown.button.click();
    expect(shown.element.generation.name).to.equal('submitting');
    await shown.ended();
    expect(page.posts).to.have.length(1);
  }

  for (const [how, css] of Object.entries(hiding))
    it(`asks first where ${how}`, async () => {
      await asks(await styled(css));
    });

  it('asks first where it is zoomed away, unless the browser keeps a least size of text', async () => {
    const shown = await styled('#w { zoom: 0.05 }');
    const size = parseFloat(getComputedStyle(shown.button).fontSize) * 0.05;
    await (size < 5 ? asks(shown) : buys(shown));
  });

  for (const [what, css] of Object.entries(honest))
    for (const compact of what === 'nothing at all' ? [false, true] : [false])
      it(`buys at once with ${what}${compact ? ', compact' : ''}`, async () => {
        const shown = await styled(css, compact ? { compact: '' } : {});
        await browserLooked(shown.button);
        await buys(shown);
      });

  for (const [what, [style, outcome]] of Object.entries(covers))
    it(`${outcome}s under ${what}`, async () => {
      const shown = await styled('');
      const cover = document.createElement('div');
      cover.style.cssText = `position: fixed; inset: 0; pointer-events: none; z-index: 9; ${style}`;
      around.append(cover);
      await browserLooked(shown.button);
      await (outcome === 'ask' ? asks(shown) : buys(shown));
    });

  it('asks under a frame of the page', async () => {
    const shown = await styled('');
    const cover = document.createElement('iframe');
    cover.style.cssText =
      'position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none';
    around.append(cover);
    await asks(shown);
  });

  it('asks where only the amount is covered, also from within another component', async () => {
    const outer = document.createElement('div');
    around.append(outer);
    const inner = outer.attachShadow({ mode: 'open' });
    const shown = await styled('');
    inner.append(shown.element);
    await shown.element.updateComplete;
    const amount = shown.button.querySelector('.sum:last-child') as Element;
    const { left, top, width, height } = amount.getBoundingClientRect();
    const cover = document.createElement('div');
    cover.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; background: #2f5d50`;
    inner.append(cover);
    await asks(shown);
  });

  const over = 'position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none';
  for (const [what, [markup, outcome]] of Object.entries({
    'a canvas': [`<canvas style="${over}"></canvas>`, 'ask'],
    'the shape of a drawing': [
      `<svg style="${over}"><rect width="9999" height="9999" /></svg>`,
      'ask',
    ],
    'a drawing, beside its shapes': [
      `<svg style="${over}"><rect width="1" height="1" /></svg>`,
      'buy',
    ],
  }))
    it(`${String(outcome)}s under ${what}`, async () => {
      const shown = await styled('');
      around.append(document.createRange().createContextualFragment(String(markup)));
      await (outcome === 'ask' ? asks(shown) : buys(shown));
    });

  it('asks under what no style tells of, where the browser can tell', async () => {
    const shown = await styled('');
    const cover = document.createElement('div');
    cover.style.cssText = `${over} !important; background: #fff`;
    around.append(cover);
    await browserLooked(shown.button);
    await (canTell ? asks(shown) : buys(shown));
  });

  /** A widget pressed at its first look, before the code is there that looks at the button. */
  async function firstTap(opacity: string, confirmOver = ''): Promise<UserPaysImage> {
    const { element } = await page.widget();
    const tapped = document.createElement('user-pays-image');
    for (const { name, value } of element.attributes) tapped.setAttribute(name, value);
    Object.assign(tapped, { prompt: 'a fox', confirmOver });
    tapped.style.opacity = opacity;
    let wasThere: boolean | undefined;
    tapped.addEventListener(
      'user-pays-quote',
      () => {
        wasThere = 'deferred' in insideOf(tapped).parts.here;
        tapped.shadowRoot?.querySelector<HTMLElement>('.deal .buy')?.click();
      },
      { once: true },
    );
    element.replaceWith(tapped);
    await until(() => wasThere !== undefined);
    expect(wasThere).to.equal(false);
    return tapped;
  }

  for (const [what, opacity, confirmOver, outcome] of [
    ['a transparent button', '0', '', 'unseen'],
    ['a transparent button whose price is asked about anyway', '0', '0.01', 'over'],
    ['a button that can be read', '1', '', undefined],
  ] as const)
    it(`${outcome ? 'asks once' : 'buys'} after a first tap on ${what}, before the code that looks is there`, async () => {
      const tapped = await firstTap(opacity, confirmOver);
      if (outcome) {
        await until(() => tapped.generation.name !== 'submitting');
        expect(tapped.generation).to.include({ name: 'confirming', why: outcome });
        expect(page.posts).to.have.length(0);
        const yes = (): HTMLElement | null | undefined =>
          tapped.shadowRoot?.querySelector('[part~="confirm-yes"]');
        await until(yes);
        await pressAsReader(yes());
      }
      await until(() => tapped.generation.name === 'done');
      expect(page.posts).to.have.length(1);
      tapped.remove();
    });

  it('leaves the page as it was: styles, and what lets presses through', async () => {
    const shown = await styled('');
    const before = [...document.adoptedStyleSheets];
    await buys(shown);
    expect(document.adoptedStyleSheets).to.deep.equal(before);
  });

  it('does not ask about play money, nor where the page has a button of its own', async () => {
    const sandbox = await styled('#w { opacity: 0 }', {
      provider: 'sandbox',
      model: 'flux-2-pro',
    });
    sandbox.button.click();
    expect(sandbox.element.generation.name).to.equal('submitting');
    await sandbox.ended();
    sandbox.remove();
    const own = await styled('#w::part(price-line) { display: none }');
    own.element.innerHTML =
      '<button slot="actions" data-user-pays="generate">Buy · $0.030</button>';
    await until(() => insideOf(own.element).hasOwnActions);
    await own.element.updateComplete;
    own.element.querySelector('button')?.click();
    await own.ended();
    expect(page.posts).to.have.length(1);
  });
});
