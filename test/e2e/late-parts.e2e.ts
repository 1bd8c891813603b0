import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

/** Something a reader opens in a widget, whose code and styles come late. */
interface Part {
  /**
   * What opens it, and closes it again; Escape closes what is modal. Without it, it comes with a
   * picture that is bought, and stays.
   */
  readonly opens?: string;
  /** What it is shown in. */
  readonly root: string;
  /** What it says changes with each picture that is bought. */
  readonly isOfPurchases?: true;
  /** Nothing else can be pressed while it is open. */
  readonly isModal?: true;
  /** What is pressed in it first. */
  readonly unfolds?: string;
  /** What a reader types into it. */
  readonly typed?: { readonly field: string; readonly text: string };
}

const parts: Readonly<Record<string, Part>> = {
  about: { opens: '[part=what-is]', root: '[part=about]' },
  receipt: { opens: '[part=price-line]', root: '[part=receipt]' },
  shapes: { opens: '[part=shape]', root: '[part=shapes]' },
  options: {
    opens: '[part=more-options]',
    root: '#options',
    typed: { field: '#options input[type=number]', text: '7' },
  },
  models: {
    opens: '[part=all-models]',
    root: '[part=models]',
    isModal: true,
  },
  spending: {
    opens: '[part=details]',
    root: '.details',
    isOfPurchases: true,
    unfolds: 'user-pays-tally >>> [part=limits] summary',
    typed: { field: 'user-pays-tally >>> [part=limits] input', text: '0.25' },
  },
  pictures: { opens: '[part=gallery]', root: '.gallery', isOfPurchases: true },
  large: {
    opens: '[part=strip-picture]',
    root: '.strip [part=large]',
    isOfPurchases: true,
    isModal: true,
  },
  tools: { root: '.prints .tools' },
};

/** In the page: finds things also inside the spending, which has a shadow root of its own. */
const helpers = `
  find = (selector) => selector.split(' >>> ').reduce(
    (from, what) => (from?.shadowRoot ?? from)?.querySelector(what) ?? null,
    document.querySelector('#widget'));
  isOpen = (selector) => (find(selector)?.getClientRects().length ?? 0) > 0;
  everyBox = (selector) => {
    const root = find(selector);
    const from = root.getBoundingClientRect();
    const within = (parent) => [...parent.querySelectorAll('*')].flatMap((element) => [
      element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
    return [root, ...within(root)]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [element.localName, left - from.left, top - from.top, width, height]
          .map((one) => (typeof one === 'number' ? Math.round(one) : one)).join(' ');
      });
  };`;

declare const find: (selector: string) => HTMLElement | null;
declare const isOpen: (selector: string) => boolean;
declare const everyBox: (selector: string) => string[];

/** A reader with a finger or a mouse, who presses where things are. */
class Reader {
  readonly #page: Page;
  readonly #isTouch: boolean;
  /** The last pictures are there from now on. */
  #hasBought = false;

  constructor(page: Page, isTouch: boolean) {
    this.#page = page;
    this.#isTouch = isTouch;
  }

  async press(selector: string): Promise<void> {
    const handle = await this.#page.evaluate(async (what) => {
      let seen = '';
      // Where it stays, and nothing lies over it.
      for (let tries = 0; tries < 300; tries += 1) {
        const element = find(what);
        element?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(done));
        });
        if (!element) continue;
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const hit = (element.getRootNode() as ShadowRoot).elementFromPoint(x, y);
        if (`${x} ${y}` === seen && hit && (element.contains(hit) || hit.contains(element)))
          return { x, y };
        seen = `${x} ${y}`;
      }
      return undefined;
    }, selector);
    assert.ok(handle, selector);
    if (this.#isTouch) await this.#page.touchscreen.tap(handle.x, handle.y);
    else await this.#page.mouse.click(handle.x, handle.y);
  }

  async open({ opens, root, unfolds }: Part): Promise<void> {
    if (opens === undefined) return this.buy();
    await this.#until(opens, true);
    await this.press(opens);
    await this.#until(root, true);
    if (unfolds === undefined) return;
    await this.#until(unfolds, true);
    await this.press(unfolds);
  }

  async #until(selector: string, isThere: boolean): Promise<void> {
    await this.#page
      .waitForFunction(([what, is]) => isOpen(what) === is, [selector, isThere] as const)
      .catch(() => assert.fail(`${selector} is ${isThere ? 'never' : 'always'} there`));
  }

  async shut({ opens, root, isModal }: Part): Promise<void> {
    if (opens === undefined) return;
    if (isModal) await this.#page.keyboard.press('Escape');
    else await this.press(opens);
    await this.#until(root, false);
  }

  /** All boxes in a part, once they are where they stay. */
  async boxes({ root }: Part): Promise<string[]> {
    let before = '';
    for (;;) {
      const now = await this.#page.evaluate(
        (what) =>
          new Promise<string[]>((done) => {
            requestAnimationFrame(() => requestAnimationFrame(() => done(everyBox(what))));
          }),
        root,
      );
      if (JSON.stringify(now) === before) return now;
      before = JSON.stringify(now);
    }
  }

  async type({ field, text }: NonNullable<Part['typed']>): Promise<void> {
    await this.press(field);
    await this.#page.keyboard.type(text);
  }

  typed({ field }: NonNullable<Part['typed']>): Promise<string> {
    return this.#page.evaluate((what) => (find(what) as HTMLInputElement).value, field);
  }

  /** Puts a widget on the page in place of the one before, and touches it. */
  async fresh(): Promise<void> {
    await this.#page.evaluate(() => {
      const widget = document.querySelector('#widget') as HTMLElement;
      const next = document.createElement('user-pays-image');
      for (const { name, value } of widget.attributes) next.setAttribute(name, value);
      widget.replaceWith(next);
      Object.assign(globalThis, { widget: next });
    });
    await this.#page.waitForFunction(() => isOpen('[part~=generate]'));
    await this.press('[part~=prompt]');
    await this.#page.waitForFunction(
      (hasBought) =>
        isOpen('[part=all-models]') &&
        window.widget.quote?.sources[0]?.kind === 'live' &&
        window.insideOf(window.widget).model('en').models.length > 0 &&
        (!hasBought || isOpen('.strip [part=strip-picture]')),
      this.#hasBought,
    );
  }

  async buy(): Promise<void> {
    this.#hasBought = true;
    await this.press('[part~=generate]');
    await this.#page.waitForFunction(() => /confirming|done/.test(window.widget.generation.name));
    // A press right after everything was drawn anew is asked about.
    if (await this.#page.evaluate(() => isOpen('.confirm .buy'))) await this.press('.confirm .buy');
    await this.#page
      .waitForFunction(() => isOpen('.prints .tools') && window.widget.generation.name === 'done')
      .catch(async () =>
        assert.fail(await this.#page.evaluate(() => find('[part=panel]')?.innerText ?? '')),
      );
  }
}

const still = { reducedMotion: 'reduce' } as const;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, ...still };
const desk = { viewport: { width: 1200, height: 900 }, ...still };
const body =
  '<user-pays-image id="widget" lang="en" name="picture" prompt="a fox" model="flux-2-flex"></user-pays-image>';

describe('parts of a widget in each other’s company', { timeout: 240_000 }, () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter({ list: 'september' });
    // Enough for all.
    server.allowance *= 100;
    pages = await puterPages(server, 'puter-server.widget.ts');
  });
  after(async () => {
    await pages.close();
    await server.close();
  });

  /** Opens one part, then each other beside it: nothing in the first may move or change its size. */
  const keepsItsShape = async (reader: Reader, name: string, others: string[]): Promise<void> => {
    const [part, typed] = [parts[name] as Part, parts[name]?.typed];
    await reader.fresh();
    await reader.open(part);
    if (typed) await reader.type(typed);
    const first = await reader.boxes(part);
    assert.ok(first.length > 1, name);
    if (part.isModal) await reader.shut(part);
    const looks = async (when: string): Promise<void> => {
      assert.deepEqual(await reader.boxes(part), first, `${name}, ${when}`);
      if (typed) assert.equal(await reader.typed(typed), typed.text, `${name}, ${when}`);
    };
    for (const other of others) {
      const beside = parts[other] as Part;
      if (part.isOfPurchases && beside.opens === undefined) continue;
      await reader.open(beside);
      if (!part.isModal) await looks(`${other} open`);
      await reader.shut(beside);
      if (part.isModal) await reader.open(part);
      await looks(`${other} closed again`);
      if (part.isModal) await reader.shut(part);
    }
  };

  for (const [how, device] of [
    ['by touch', phone],
    ['by mouse', desk],
  ] as const)
    for (const isSignedIn of [true, false])
      it(`stay as they were, ${how}, ${isSignedIn ? 'signed in' : 'signed out'}`, async () => {
        const page = await pages.open({
          head: '<meta name="viewport" content="width=device-width">',
          body,
          device,
          ...(isSignedIn ? { signedIn: server.token() } : {}),
        });
        await page.waitForFunction(() => document.querySelector('#widget')?.shadowRoot);
        await page.evaluate(helpers);
        page.setDefaultTimeout(20_000);
        const reader = new Reader(page, device === phone);
        const names = Object.keys(parts).filter((name) =>
          isSignedIn ? name !== 'about' : !/^(tools|large)$/.test(name),
        );
        if (isSignedIn) {
          // Its picture is in the strip of those that follow.
          await reader.fresh();
          await reader.buy();
        }
        for (const name of names)
          await keepsItsShape(
            reader,
            name,
            names.filter((other) => other !== name),
          );
        await pages.closePages();
      });
});
