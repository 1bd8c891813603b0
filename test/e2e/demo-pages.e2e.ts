import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../config/run/install.mjs';
import { serve, strictPolicy } from '../config/run/static-server.mjs';
import { linksOf } from '../../src/accounts/provider-links.js';
import { providerIds } from '../../src/base/provider-id.js';
import { launchChromium } from '../support/chromium.js';

// The pages load dist/, as a stranger's page would.
const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');

/** Somebody's own interface over the checkout: what is seen before is what is charged. */
async function buyThere(page: Page): Promise<void> {
  const buy = page.getByRole('button', { name: /^Paint it · \$/ });
  const tally = page.locator('#tally');
  await page.getByLabel('Describe the picture').fill('a quiet harbour');
  await buy.and(page.getByText('Paint it · $0.030')).click();
  await page.getByAltText('a quiet harbour').waitFor();
  await page.getByText('Paid $0.030 of play money').waitFor();
  await tally.getByText('Spent $0.030, in doubt $0').waitFor();
  await page.getByLabel('Size').selectOption('2048x2048');
  await buy.and(page.getByText('Paint it · $0.075')).click();
  await page.getByRole('button', { name: 'No' }).click();
  await page.getByText('Nothing was charged.').waitFor();
  await page.getByLabel('The sandbox').selectOption('lost-reply');
  await buy.click();
  await page.getByRole('button', { name: 'Yes, paint it' }).click();
  await page.getByText('It may have been charged.').waitFor();
  await tally.getByText('Spent $0.030, in doubt $0.075').waitFor();
}

/** What each page is there for, done as its reader would. */
const jobs: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'index.html': async (page) => {
    await page.getByLabel('Describe the picture').fill('a lighthouse in fog');
    await page.getByRole('button', { name: /Generate sample/ }).click();
    const picture = page.getByAltText('a lighthouse in fog');
    await picture.waitFor();
    assert.ok(
      (await picture.evaluate((image: HTMLImageElement) =>
        image.decode().then(() => image.naturalWidth),
      )) > 0,
    );
    assert.equal(await page.getByRole('link', { name: 'Compare and plan' }).count(), 1);
  },
  'playground.html': async (page) => {
    const widget = page.locator('user-pays-image');
    const code = page.locator('#code');
    await page.locator('[name=max-count]').fill('2');
    await page.getByRole('textbox', { name: 'prompt', exact: true }).fill('a "fox" & <b>a hen</b>');
    const framework = page.getByRole('combobox', { name: 'For' });
    await framework.selectOption('React');
    await code.getByText('prompt={"a \\"fox\\" & <b>a hen</b>"}').waitFor();
    await framework.selectOption('HTML');
    // What is handed out makes the same element again.
    const attributes = (element: Element): string[] =>
      element
        .getAttributeNames()
        .map((name) => `${name}=${String(element.getAttribute(name))}`)
        .sort();
    const elsewhere = await page.context().newPage();
    await elsewhere.setContent(await code.innerText());
    assert.deepEqual(
      await elsewhere.locator('user-pays-image').evaluate(attributes),
      await widget.evaluate(attributes),
    );
    await elsewhere.close();
    await page.getByRole('button', { name: /Generate sample/ }).click();
    await page
      .getByRole('list', { name: 'Events, newest first' })
      .getByText('user-pays-done 1 picture')
      .waitFor();
    await page.getByRole('combobox', { name: 'Element' }).selectOption('user-pays-price');
    await page.getByRole('combobox', { name: 'size' }).fill('2048x2048');
    await page
      .locator('user-pays-price')
      .getByRole('button', { name: /\$0\.075/ })
      .waitFor();
    await code.getByText('<user-pays-price').waitFor();
    assert.equal(await widget.count(), 0);
  },
  'charged.html': async (page) => {
    // The words of the box, and the addresses it sends readers to.
    const { en } = await import('../../src/ui/i18n/en/widget.js');
    const { en: deferred } = await import('../../src/ui/i18n/en/deferred.js');
    const terms = { ...en, ...deferred };
    const amount = '$0.030';
    assert.deepEqual(await page.getByRole('rowheader').allInnerTexts(), [
      terms.charged(amount),
      terms.computed(amount),
      terms.inProgress(amount),
      terms.inDoubt(amount),
      terms.notCharged,
      terms.simulatedCharge(amount),
    ]);
    for (const words of [terms.iWasCharged, terms.iWasNot, terms.newPurchase, terms.copyDetails])
      assert.equal(await page.getByText(words).count(), 1, words);
    const named = providerIds.flatMap((id) => linksOf(id)?.topUp ?? []);
    const links = await page
      .locator('li a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.deepEqual(links, named);
    await page.locator('user-pays-tally').getByText('0 pictures').waitFor();
  },
  'sources.html': async (page) => {
    const { catalogue } = await import('../../src/pricing/index.js');
    const all = Object.keys(catalogue.sources).length;
    await page.getByText(`${all} of ${all} sources`).waitFor();
    assert.equal(await page.locator('#sources tr').count(), all);
    await page.getByLabel('Find').fill('puter nano banana');
    await page.getByText(`1 of ${all} sources`).waitFor();
    assert.match(await page.locator('#sources').innerText(), /Puter’s price list/);
  },
  'authors.html': async (page) => {
    const states = await page
      .getByRole('link')
      .evaluateAll((links) =>
        links.flatMap((link) => /state=(.+)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? []),
      );
    assert.ok(states.length > 5);
    await page.goto(new URL('states.html', page.url()).href);
    await page.getByRole('link', { name: 'first visit' }).waitFor();
    const known = await page.evaluate(() => (window as unknown as { states: string[] }).states);
    assert.deepEqual(
      states.filter((name) => !known.includes(name)),
      [],
    );
  },
  'price.html': async (page) => {
    const price = page.getByRole('button', { name: /^(≈\s)?\$0\.075/ }).first();
    await price.focus();
    await page.keyboard.press('Enter');
    const slip = page.getByRole('group', { name: 'How this price comes about' });
    await slip.getByRole('cell', { name: '3 × $0.015' }).waitFor();
    assert.equal(await price.getAttribute('aria-expanded'), 'true');
    await slip.getByRole('link').first().waitFor();
    await page.keyboard.press('Tab');
    assert.match(
      await page.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('href') ?? '',
      ),
      /^https:\/\/(docs\.bfl\.ai|github\.com\/black-forest-labs)/,
    );
    await page.keyboard.press('Escape');
    await slip.waitFor({ state: 'hidden' });
    // The browser tells the element a task after the slip is gone.
    await page.waitForFunction(() =>
      document.activeElement?.shadowRoot?.activeElement?.matches('button[aria-expanded=false]'),
    );
  },
  'form.html': async (page) => {
    const order = page.locator('#order');
    await order.getByRole('button', { name: /^(≈\s)?\$0\.030/ }).waitFor();
    await order.getByLabel('Width').fill('2048');
    await order.getByLabel('Height').fill('2048');
    await order.getByRole('button', { name: /^(≈\s)?\$0\.075/ }).waitFor();
    await order.getByLabel('Model').selectOption('flux-2-max');
    await order.getByLabel('Pictures').fill('2');
    await order.getByRole('button', { name: /^(≈\s)?\$0\.32/ }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await order.getByRole('button', { name: /^(≈\s)?\$0\.030/ }).waitFor();
    const post = page.locator('#post');
    const sent = page.getByLabel('What the form sends');
    await post.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Not sent: Make a picture first.').waitFor();
    await post.getByRole('button', { name: /Generate sample/ }).click();
    await sent.getByText(/^a-lighthouse-in-fog-.*, \d+ kB$/).waitFor();
    await post.getByRole('button', { name: 'Send' }).click();
    await page.getByText('It would be sent now.').waitFor();
    assert.equal(await sent.getByText('cover-receipt').count(), 1);
  },
  'tally.html': async (page) => {
    await page.getByRole('button', { name: /Generate sample/ }).click();
    await page.getByText('$0.030 1 picture').waitFor();
    await page.reload();
    await page.getByText('$0.030 1 picture').waitFor();
  },
  'calculator.html': async (page) => {
    await page.getByRole('combobox', { name: 'Provider' }).selectOption('bfl');
    await page.getByRole('combobox', { name: 'Model' }).selectOption('flux-2-pro');
    await page.getByText(/^16 pictures at (≈\s)?\$0\.030/).waitFor();
    await page.getByLabel('Size').selectOption('2048x2048');
    await page.getByText(/^6 pictures at (≈\s)?\$0\.075/).waitFor();
  },
  'headless.html': async (page) => {
    await page.locator('#quote').getByText('"high": "0.075"').waitFor();
    assert.equal(await page.locator('#cheapest tr').count(), 5);
  },
  'events.html': async (page) => {
    const heard = page.getByRole('list', { name: 'Events, newest first' });
    await page.getByLabel(/Hold purchases back/).check();
    await page.getByRole('button', { name: /Generate sample/ }).click();
    await heard.getByText('held back').waitFor();
    assert.equal(await heard.getByText('receipt').count(), 0);
    await page.getByLabel(/Hold purchases back/).uncheck();
    await page.getByRole('button', { name: /Generate sample/ }).click();
    await heard.getByText('1 picture, receipt 0.03').waitFor();
  },
  'theming.html': async (page) => {
    const paper = (name: string): Promise<string> =>
      page
        .locator(`user-pays-image${name}`)
        .evaluate(
          (widget) =>
            getComputedStyle(widget.shadowRoot?.querySelector('[part~=panel]') as Element)
              .backgroundColor,
        );
    assert.ok(['rgb(251, 246, 234)', 'rgb(34, 31, 26)'].includes(await paper('.press')));
    assert.equal(await page.getByText('The Evening Press prints it for you').isVisible(), true);
    assert.equal(await paper('.night'), 'rgb(28, 29, 31)');
    await page.getByLabel('Accent').fill('#123456');
    await page.getByLabel('Corners').fill('0');
    assert.deepEqual(
      await page.locator('#tried').evaluate((widget) => {
        const { backgroundColor, borderRadius } = getComputedStyle(
          widget.shadowRoot?.querySelector('[part~=generate]') as Element,
        );
        return [backgroundColor, borderRadius];
      }),
      ['rgb(18, 52, 86)', '0px'],
    );
    assert.match(
      await page.locator('#sheet').innerText(),
      /--user-pays-accent: #123456;\n\s*--user-pays-radius: 0px;/,
    );
    await page.getByRole('button', { name: 'As it comes' }).click();
    await page.getByText('nothing changed yet').waitFor();
    assert.equal(
      await page
        .locator('.poster')
        .evaluate(
          (widget) =>
            getComputedStyle(widget.shadowRoot?.querySelector('[part~=generate]') as Element)
              .borderRadius,
        ),
      '99px',
    );
    await page.getByRole('button', { name: 'Pull a proof · free' }).waitFor();
    const empty = page.getByText('it is painted in this spot');
    assert.equal(await empty.first().isVisible(), true);
    const story = page.locator('.slots');
    await story.getByLabel('Describe the picture').fill('a boat');
    await story.getByRole('button', { name: /Generate sample/ }).click();
    await story.getByAltText('a boat').waitFor();
    assert.equal(await empty.first().isVisible(), false);
  },
  'classic-script.html': async (page) => {
    await page.getByRole('button', { name: /Generate sample/ }).click();
    await page.getByAltText('a lighthouse in fog').waitFor();
  },
  'own-interface/plain.html': buyThere,
  'own-interface/vue.html': buyThere,
  'own-interface/react.html': buyThere,
  'own-interface/svelte.html': buyThere,
  'two-widgets.html': async (page) => {
    const [first, second] = [page.locator('#first'), page.locator('#second')];
    await first.getByRole('button', { name: /Generate sample/ }).click();
    await page.getByAltText('a lighthouse by day').waitFor();
    await second.getByText('$0.030', { exact: true }).first().waitFor();
    assert.equal(await second.getByRole('img').count(), 0);
  },
};

describe('a newcomer tries the demo', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    site = await serve();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('and every page of it is tried here', () => {
    const pages = readdirSync(`${root}demo`, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.html') && name !== 'states.html',
    );
    assert.deepEqual(pages.sort(), Object.keys(jobs).sort());
  });

  it('and the interface of one’s own in the README works, word for word', async () => {
    const readme = readFileSync(`${root}README.md`, 'utf8');
    const [, snippet = ''] = /### An interface of your own\n+```js\n(.*?)```/s.exec(readme) ?? [];
    const script = snippet.replace('user-pays-image/checkout', '/dist/modules/checkout/index.js');
    assert.notEqual(script, snippet);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(String(error)));
    await page.route('**/readme.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.route('**/readme.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': strictPolicy },
        body: `<link rel="icon" href="data:,"><button></button><img><output></output>
          <script type="module" src="readme.js"></script>`,
      }),
    );
    try {
      await page.goto(`${site.url}readme.html`);
      await page.getByRole('button', { name: 'Paint it · $0.030' }).click();
      await page.locator('img[src^="blob:"]').waitFor();
      assert.equal(await page.locator('output').innerText(), '');
      assert.deepEqual(complaints, []);
    } finally {
      await page.close();
    }
  });

  for (const [name, job] of Object.entries(jobs)) {
    for (const [width, colorScheme, does] of [
      [1200, 'light', 'does its job'],
      [320, 'dark', 'stands'],
    ] as const) {
      it(`${name} ${does} at ${width} px in ${colorScheme}, without a word on the console, for everybody`, async () => {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          locale: 'en-US',
        });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => void complaints.push(String(error)));
        page.on('request', (request) => {
          if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(site.url))
            complaints.push(request.url());
        });
        try {
          await page.goto(`${site.url}demo/${name}`);
          await page.waitForLoadState('networkidle');
          assert.equal(
            await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            ),
            0,
            'nothing sticks out',
          );
          if (does === 'does its job') await job(page);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await (
              window as unknown as { axe: typeof import('axe-core') }
            ).axe.run();
            return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
          });
          assert.deepEqual(found, []);
          assert.deepEqual(complaints, []);
        } finally {
          await context.close();
        }
      });
    }
  }
});
