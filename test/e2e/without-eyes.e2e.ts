import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { serve } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';
import { payingAttributes, startBilling, startSite, type Billing } from '../support/paying-site.js';
import { eventually, giveKey, openWidget } from '../support/paying-tab.js';

declare global {
  interface Window {
    /** What the live regions of the page said so far, in order. */
    heard: string[];
  }
}

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<script type="module" src="/dist/user-pays-image.js"></script></head><body><h1>A page</h1>
<user-pays-image provider="sandbox" model="flux-2-pro" size="256x256"></user-pays-image></body></html>`;

/** Writes down what live regions say, also those in shadow roots: whatever reads differently. */
const listen = `(() => {
  window.heard = [];
  const said = new WeakMap();
  const look = (root, isFirst) => {
    for (const region of root.querySelectorAll('output, [role=status], [role=alert]')) {
      const text = (region.textContent ?? '').replace(/\\s+/g, ' ').trim();
      // An alert speaks when it comes; of a status only what changes is heard.
      const speaks = region.matches('[role=alert]') && !isFirst;
      const before = said.has(region) ? said.get(region) : speaks ? '' : text;
      if (text !== before && text !== '') window.heard.push(text);
      said.set(region, text);
    }
  };
  const watch = (root) => {
    const everything = { subtree: true, childList: true, characterData: true };
    new MutationObserver(() => look(root, false)).observe(root, everything);
    look(root, true);
  };
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
})()`;

/** One thing in the browser's accessibility tree, as a screen reader gets it. */
interface Thing {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly focused: boolean;
  readonly disabled: boolean;
}

/** The accessibility tree in reading order, without what is ignored. */
async function tree(devtools: CDPSession): Promise<Thing[]> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (id: string): typeof nodes => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : [];
  };
  return inOrder(nodes[0]?.nodeId ?? '')
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => {
      const is = (what: string): boolean =>
        properties.some((each) => each.name === what && each.value.value === true);
      return {
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        description: String(description?.value ?? ''),
        focused: is('focused'),
        disabled: is('disabled'),
      };
    });
}

/** A reader who hears a page and has a keyboard. */
class Listener {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  tree(): Promise<Thing[]> {
    return tree(this.#devtools);
  }

  /** Runs a script of the page: unlike `evaluate` of the driver, it is no act of the reader’s. */
  async script(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: false };
    return (await this.#devtools.send('Runtime.evaluate', asked)).result.value;
  }

  /** What has the focus. */
  async here(): Promise<Thing | undefined> {
    return (await this.tree()).findLast(({ focused, role }) => focused && role !== 'RootWebArea');
  }

  /** Presses Tab until something of this role and name has the focus. */
  async tabTo(role: string, name: RegExp): Promise<Thing> {
    const passed: string[] = [];
    for (let presses = 0; presses < 30; presses += 1) {
      const here = await this.here();
      if (here?.role === role && name.test(here.name)) return here;
      passed.push(`${here?.role ?? ''} “${here?.name ?? ''}”`);
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${role} ${String(name)}: ${passed.join(', ')}`);
  }

  /** Resolves with everything heard so far, once the last of it fits. */
  async hears(last: RegExp): Promise<string[]> {
    await this.#page.waitForFunction(
      (pattern) => new RegExp(pattern).test(window.heard.at(-1) ?? ''),
      last.source,
    );
    return this.#page.evaluate(() => window.heard);
  }
}

async function listener(browser: Browser): Promise<[Page, Listener]> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(listen);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Accessibility.enable');
  return [page, new Listener(page, devtools)];
}

describe('a reader who hears the page and has a keyboard only', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    site = await serve({ folders: ['dist'], pages: { '/page.html': html } });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('gets from the page to the picture and its receipt', async () => {
    const [page, reader] = await listener(browser);
    await page.goto(`${site.url}page.html`);
    await page.locator('[part~="generate"]').waitFor();
    const first = await reader.tree();
    assert.ok(first.some(({ role, name }) => role === 'group' && name === 'Generate a picture'));
    assert.deepEqual(await page.evaluate(() => window.heard), []);

    await reader.tabTo('textbox', /^Describe the picture$/);
    const waiting = await reader.tabTo('button', /^Generate sample · free$/);
    assert.equal(waiting.disabled, true);
    // It comes with the part that the first focus loads.
    await eventually(
      async () => (await reader.here())?.description === 'Describe the picture first.',
      'what the button waits for',
    );
    await page.keyboard.press('Enter');
    assert.equal((await reader.here())?.role, 'textbox');
    await page.keyboard.type('a red boat');

    const price = await reader.tabTo('button', /simulated.*, How this price comes about$/);
    await page.keyboard.press('Enter');
    const open = await reader.tree();
    const at = open.findIndex(
      ({ name, role }) => role === 'group' && name === price.name.split(', ').at(-1),
    );
    assert.ok(at > 0, 'the receipt opened');
    const rows = open.slice(at).filter(({ role }) => /cell|rowheader/i.test(role));
    assert.deepEqual(
      rows
        .slice(-2)
        .map(({ name }) => name)
        .filter(Boolean),
      ['$0.030'],
    );

    const ready = await reader.tabTo('button', /^Generate sample · free$/);
    assert.equal(ready.disabled, false);
    assert.match(ready.description, /^(Ctrl|⌘) \+ Enter generates, too\.$/);
    await page.keyboard.press('Enter');
    const heard = await reader.hears(/ready/);
    assert.equal(heard.at(-1), 'The picture is ready. $0.030 simulated');
    assert.deepEqual(
      heard.filter(
        (text) =>
          !/^((Sending|Making the picture|Fetching the picture) …|in the making)$/.test(text),
      ),
      ['The picture is ready. $0.030 simulated'],
    );
    assert.equal(heard[0], 'Sending …');
    assert.equal((await reader.here())?.name, 'Generate sample · free', 'the focus stays');

    const bought = await reader.tree();
    const picture = bought.findIndex(({ role, name }) => role === 'image' && name === 'a red boat');
    assert.ok(picture > 0, 'the picture has its words for a name');
    const under = bought.slice(picture).map(({ name }) => name);
    assert.ok(under.indexOf('$0.030 simulated') > 0, 'its receipt stands under it');
    await reader.tabTo('button', /^Download/);
    await page.context().close();
  });
});

/** The keys as a script makes them, once no act of a reader’s counts any more; how that ended. */
const scripted = `(async () => {
  while (navigator.userActivation.isActive) await new Promise((next) => setTimeout(next, 50));
  const widget = document.querySelector('user-pays-image');
  const ended = new Promise((done) => {
    widget.addEventListener('user-pays-error', ({ detail }) => done(detail.error.code));
    widget.addEventListener('user-pays-done', () => done('done'));
  });
  const init = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true };
  widget.shadowRoot.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', init));
  return ended;
})()`;

describe('the keys that buy from the prompt', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startSite>>;
  let billing: Billing;
  before(async () => {
    site = await startSite();
    billing = await startBilling();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await billing.close();
    await site.close();
  });

  it('are the reader’s own: from a script they spend nothing, from a keyboard once', async () => {
    const [page, reader] = await listener(browser);
    await openWidget(page, site.url(payingAttributes(billing)));
    await giveKey(page);
    const refused = await reader.script(scripted);
    assert.equal(refused, 'no-gesture');
    assert.equal(billing.bill, 0);

    await reader.tabTo('textbox', /^Describe the picture$/);
    await page.keyboard.press('Control+Enter');
    await reader.hears(/ready/);
    assert.equal(billing.bill, 1);
    await page.context().close();
  });
});
