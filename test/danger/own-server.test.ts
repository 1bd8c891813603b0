import { expect } from 'chai';
import { account } from '../../src/accounts/index.js';
import { linksOf } from '../../src/accounts/provider-links.js';
import { recordOf } from '../../src/accounts/provider-records.js';
import { rememberedSession } from '../../src/accounts/remembered-session.js';
import { isProviderHost } from '../../src/base/provider-hosts.js';
import { providerIds } from '../../src/base/provider-id.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { everyProvider } from '../contract/every-provider.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import { pressAsReader } from '../support/press.js';

const key = 'canary-5b0f77';
const adapters = everyProvider.map(([adapter]) => adapter);
const known = adapters.filter(({ id }) => id !== 'openai-compatible');

/** The host in every spelling that a browser takes for the same server, or for one of its own. */
function spellings(host: string): string[] {
  return [
    `https://${host}`,
    `https://${host}/v1/openai`,
    `https://${host}:8443/v1`,
    `https://${host}./v1`,
    `https://${host.toUpperCase()}/v1`,
    `https://${host.replaceAll('.', '\u3002')}/v1`,
    `https://eu.${host}/v1`,
    `http://${host}/v1`,
    `  https://${host}/v1`,
    `https:${host}/v1`,
    `https://${host.replace('a', '%61')}/v1`,
  ];
}

const elsewhere = [
  'https://ai.example/v1',
  'https://deepinfra.com.ai.example/v1',
  'https://notdeepinfra.com/v1',
  'https://ai.example/api.deepinfra.com',
  'https://127.0.0.1.ai.example/v1',
  'https://localhost.ai.example/v1',
  'https://ai.example/127.0.0.1',
  'https://ai.example/?//localhost/',
  'http://10.0.0.1:1234',
];
const here = [
  'http://127.0.0.1:9',
  'http://127.9.8.7/v1',
  'http://localhost:1234',
  'http://[::1]:8',
];

describe('a server that a page calls the reader’s own', () => {
  let page: PayingPage;
  const { warn } = console;
  beforeEach(() => {
    // What is wrong with an address is said on the console.
    console.warn = () => undefined;
    page = payingPage();
  });
  afterEach(() => {
    page.close();
    console.warn = warn;
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is none of the providers’, however the address is written', () => {
    const hosts = [
      ...adapters.flatMap(({ id, base, keyHosts }) =>
        id === 'openai-compatible' ? [] : [new URL(base).host, ...keyHosts],
      ),
      ...providerIds.flatMap((id) => {
        const { keys, topUp } = linksOf(id) ?? {};
        return [recordOf(id).keyOrigin, keys, topUp].flatMap((url) =>
          url === undefined ? [] : new URL(url).host,
        );
      }),
    ].map((host) => host.replace('*.', ''));
    expect(hosts).to.include.members(['api.together.xyz', 'bfl.ai', 'puter.com']);
    for (const host of new Set(hosts))
      for (const endpoint of spellings(host)) {
        expect(isProviderHost(endpoint), endpoint).to.equal(true);
        expect(() => openaiCompatible(endpoint), endpoint)
          .to.throw()
          .with.property('code', 'invalid-input');
      }
    for (const endpoint of [...elsewhere, ...here])
      expect(isProviderHost(endpoint), endpoint).to.equal(false);
  });

  it('never gets the key that a reader keeps for a provider, and keeps its own under another name', async () => {
    for (const { id } of known) {
      const { keyOrigin = expect.fail(id) } = recordOf(id);
      await account(id).setKey(key, { keep: 'device' });
      for (const endpoint of spellings(new URL(keyOrigin).host)) {
        expect(account('openai-compatible', { endpoint }).key(), endpoint).to.equal(undefined);
        expect(rememberedSession('openai-compatible', endpoint).kind, endpoint).to.equal('none');
      }
      account(id).signOut();
    }
    const own = account('openai-compatible', { endpoint: 'https://ai.example/v1' });
    await own.setKey(key, { keep: 'device' });
    expect(rememberedSession('openai-compatible', 'https://ai.example/v2').status).to.equal(
      'signed-in',
    );
    expect(localStorage.getItem('user-pays-image/key/https://ai.example')).to.equal(null);
    own.signOut();
    expect(Object.values(localStorage)).not.to.include(key);
  });

  for (const { id } of known)
    it(`sends nothing to ${id} at a page’s price`, async () => {
      const { keyOrigin = expect.fail(id) } = recordOf(id);
      localStorage.setItem(`user-pays-image/key/${keyOrigin}`, key);
      for (const unitPrice of ['0', '0.001']) {
        const shown = await page.widget({
          endpoint: `${keyOrigin}/v1/openai`,
          'unit-price': unitPrice,
          'confirm-over': '9999',
        });
        const error: unknown = await ended(shown.element.generate(), () =>
          shown.part('confirm-yes'),
        );
        expect(error).to.include({ code: 'invalid-input', charge: 'none' });
      }
      expect(page.posts).to.deep.equal([]);
    });

  it('has an unknown price without a word of the page, or at a price of nothing: the reader is asked, and no receipt says $0', async () => {
    for (const endpoint of elsewhere.slice(0, 2).concat('http://localhost:1@ai.example/v1'))
      for (const price of [undefined, '', '0', '0.00', '.0', '0.00001', '-1', 'free']) {
        const name = `${endpoint} ${String(price)}`;
        const shown = await page.widget({ endpoint, 'unit-price': price ?? '' });
        if (price === undefined) shown.element.removeAttribute('unit-price');
        await shown.element.updateComplete;
        expect(shown.element.quote?.total, name).to.equal(undefined);
        expect(shown.text('generate'), name).to.include('price unknown');
        shown.remove();
      }
    const shown = await page.widget({ endpoint: 'https://ai.example/v1', 'unit-price': '0' });
    await shown.element.setKey(key, { keep: 'memory' });
    const bought = shown.element.generate();
    await shown.element.updateComplete;
    expect(shown.element.generation.name).to.equal('confirming');
    expect(page.posts).to.deep.equal([]);
    shown.element.cancel();
    await bought.catch(() => undefined);
    const { receipt } = (await ended(shown.element.generate(), () =>
      shown.part('confirm-yes'),
    )) as { receipt: { charge: string; charged?: string } };
    expect(page.posts.length).to.equal(1);
    expect(receipt).to.include({ charge: 'charged' });
    expect(receipt.charged).to.equal(undefined);
    const { settled, inDoubt, pictures, unpriced } = shown.element.tally.all as {
      settled: string;
      inDoubt: string;
      pictures: number;
      unpriced?: number;
    };
    expect({ settled, inDoubt, pictures, unpriced }).to.include({ settled: '0', unpriced: 1 });
  });

  it('is free on this machine unless the page names a price', async () => {
    for (const endpoint of here) {
      const shown = await page.widget({ endpoint, 'unit-price': '' });
      expect(shown.element.quote?.total, endpoint).to.deep.equal({ low: '0', high: '0' });
    }
    const priced = await page.widget({ endpoint: 'https://ai.example', 'unit-price': '0.0002' });
    expect(priced.element.quote?.total?.high).to.equal('0.0002');
  });
});

/** How the purchase ends; says yes when the reader is asked. */
async function ended(purchase: Promise<unknown>, yes: () => HTMLElement | null): Promise<unknown> {
  let isOver = false;
  const end = purchase
    .catch((error: unknown) => error)
    .finally(() => {
      isOver = true;
    });
  await until(() => isOver || yes());
  if (!isOver) await pressAsReader(yes());
  return end;
}
