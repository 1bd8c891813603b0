import { expect } from 'chai';
import { readLabel } from '../../src/pictures/label.js';
import { sample } from '../pictures/sample.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

/** Beyond 2^53: as a number it would end in 0000. */
const long = '11720732163158470927';
const queue = 'https://queue.fal.run/fal-ai/flux-2/klein/4b/requests/r1';
const realFetch = globalThis.fetch;

describe('a picture with a seed that no JavaScript number holds', () => {
  let page: PayingPage;
  beforeEach(async () => {
    const bytes = new Uint8Array(await (await sample(512, 512)).arrayBuffer());
    page = payingPage(({ method, url }) => {
      if (method === 'POST')
        return {
          status: 200,
          json: { status_url: `${queue}/status`, response_url: queue, request_id: 'r1' },
        };
      if (url.endsWith('/status')) return { status: 200, json: { status: 'COMPLETED' } };
      if (url === queue)
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          text: `{"images":[{"url":"https://v3.fal.media/a.png"}],"seed":${long}}`,
        };
      return url.endsWith('.png') ? { status: 200, bytes } : { status: 404, json: {} };
    });
  });
  afterEach(() => {
    page.close();
    localStorage.clear();
  });

  const bought = async (attributes: Record<string, string> = {}): Promise<WidgetDriver> => {
    const shown = await page.widget({
      provider: 'fal',
      model: 'flux-2-klein-4b',
      size: '512x512',
      prices: 'bundled',
      ...attributes,
    });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    await shown.element.generate();
    await until(() => shown.images.length > 0);
    return shown;
  };

  it('is captioned, saved and labelled with that very seed', async () => {
    const shown = await bought();
    expect(shown.text('images')).to.contain(`seed ${long}`);
    const { click } = HTMLAnchorElement.prototype;
    const saved: HTMLAnchorElement[] = [];
    HTMLAnchorElement.prototype.click = function caught(this: HTMLAnchorElement): void {
      saved.push(this);
    };
    try {
      shown.part<HTMLButtonElement>('download')?.click();
      await until(() => saved.length > 0);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]?.download).to.match(new RegExp(`-${long}\\.png$`));
    const file = await (await realFetch(saved[0]?.href ?? '')).blob();
    expect(await readLabel(file)).to.include({ seed: long });
  });

  it('is ordered again with that very seed', async () => {
    const shown = await bought();
    await until(() => shown.part('again') !== null);
    const again = shown.part<HTMLButtonElement>('again');
    expect(again?.textContent).to.equal('Use this seed again');
    again?.click();
    await shown.element.updateComplete;
    expect(shown.text('references')).to.contain(`seed ${long}`);
    await shown.element.generate();
    const bodies = page.posts.map(({ body }) => body);
    expect(bodies).to.have.length(2);
    expect(bodies[0]).not.to.contain('seed');
    expect(bodies[1]).to.contain(`"seed":${long}`);
  });

  it('is ordered with two others beside it, and no two are alike', async () => {
    await bought({ seed: '9007199254740991', count: '3' });
    const seeds = page.posts.map(({ body }) => /"seed":(\d+)/.exec(body)?.[1]);
    expect(seeds.sort()).to.deep.equal([
      '9007199254740991',
      '9007199254740992',
      '9007199254740993',
    ]);
  });

  it('is refused, and nothing is charged, where the provider takes no such seed', async () => {
    const shown = await page.widget({
      provider: 'openrouter',
      model: 'flux-2-pro',
      size: '512x512',
      prices: 'bundled',
      seed: long,
    });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    const error: unknown = await shown.element.generate().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'invalid-input', charge: 'none' });
    expect(shown.text('error')).to.contain('a seed is at most 9007199254740991 here');
    expect(page.posts).to.have.length(0);
  });
});
