import { expect } from 'chai';
import { render } from 'lit';
import { pictureUrl } from '../../src/pictures/picture-url.js';
import type { WidgetActions } from '../../src/ui/elements/widget/action-types.js';
import { pictureView } from '../../src/ui/elements/widget/deferred/picture.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import type { ScriptedReply } from '../contract/scripted-fetch.js';
import { onePixel } from '../contract/recorded/picture.js';
import { base64Of, bmp, gif, scripted, svg, textBytes, tiff } from '../pictures/rare-files.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

const realFetch = globalThis.fetch;

const addresses: Readonly<Record<string, ScriptedReply>> = {
  '/generated-images/x.svg': { status: 200, bytes: textBytes(svg()) },
  '/generated-images/x.gif': { status: 200, bytes: gif },
};

describe('a picture that is paid for', () => {
  let page: PayingPage;
  let data: Record<string, string> = {};
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    page = payingPage(({ method, url }) => {
      if (method === 'POST') return { status: 200, json: { data: [data] } };
      asked.push(url);
      return addresses[new URL(url).pathname] ?? { status: 404, json: {} };
    });
  });
  afterEach(() => page.close());

  const buy = async (answer: Record<string, string>): Promise<WidgetDriver> => {
    data = answer;
    const shown = await page.widget();
    await shown.element.generate();
    await until(() => shown.images.length + (shown.part('not-drawn') ? 1 : 0) > 0);
    return shown;
  };
  it('is shown and charged in each format and each spelling of it', async () => {
    for (const [answer, src] of [
      [{ b64_json: base64Of(textBytes(svg())) }, /^data:image\/svg\+xml;base64,/],
      [{ url: `data:image/svg+xml;utf8,${svg()}` }, /^data:image\/svg\+xml;base64,/],
      [{ url: '/generated-images/x.svg' }, /^data:image\/svg\+xml;base64,/],
      [{ url: '/generated-images/x.gif' }, /^blob:/],
      [{ b64_json: base64Of(gif) }, /^blob:/],
      [{ b64_json: base64Of(bmp()) }, /^blob:/],
      [{ b64_json: `DATA:IMAGE/PNG;BASE64,${onePixel}` }, /^blob:/],
      [{ url: `data:image/png;base64,data:image/png;base64,${onePixel}` }, /^blob:/],
    ] as const) {
      const shown = await buy(answer);
      const [image] = shown.images;
      expect(image?.src, JSON.stringify(answer)).to.match(src);
      await until(() => (image?.naturalWidth ?? 0) > 0);
      expect(shown.text('images')).to.match(/^\$0\.030 estimated/);
      expect(shown.part('download'), 'it can be saved').not.to.equal(null);
      shown.remove();
    }
    expect(asked).to.deep.equal([
      'http://127.0.0.1:9/generated-images/x.svg',
      'http://127.0.0.1:9/generated-images/x.gif',
    ]);
  });

  it('as a drawing with scripts runs none, opens in no tab, and is saved as plain bytes', async () => {
    const shown = await buy({ b64_json: base64Of(textBytes(scripted)) });
    await until(() => (shown.images[0]?.naturalWidth ?? 0) === 40);
    expect((globalThis as { ran?: unknown }).ran).to.equal(undefined);
    expect(
      shown.element.shadowRoot?.querySelectorAll('a[href^="blob:"], a[href^="data:"]'),
    ).to.have.length(0);
    for (const tag of ['iframe', 'object', 'embed', 'svg script'])
      expect(shown.element.shadowRoot?.querySelector(tag), tag).to.equal(null);
    // It can't be drawn, so it is neither copied nor taken to start from.
    expect([shown.part('copy'), shown.part('as-reference')]).to.deep.equal([null, null]);
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
    expect(saved[0]?.download).to.match(/^a-fox-.*\.svg$/);
    const file = await (await realFetch(saved[0]?.href ?? '')).blob();
    expect([file.type, await file.text()]).to.deep.equal(['application/octet-stream', scripted]);
  });

  it('and that this browser can’t show says so, and can be saved', async () => {
    const shown = await buy({ b64_json: base64Of(tiff()) });
    expect(shown.text('not-drawn')).to.equal(
      'This kind of file can’t be shown here. It is still yours: download it.',
    );
    expect(shown.part('download')).not.to.equal(null);
    expect(shown.text('images')).to.contain('$0.030 estimated').and.contain('5 × 7');
    expect(shown.element.generation.name).to.equal('done');
  });

  it('is kept with its own type, and as a drawing has a data address from there, too', async () => {
    const shown = await buy({ b64_json: base64Of(textBytes(svg())) });
    const { pictures } = await insideOf(shown.element).checkout.services();
    const [latest] = await pictures.list();
    expect(latest).to.include({ type: 'image/svg+xml', width: 40, height: 30 });
    const blob = await pictures.blob(latest?.id ?? '');
    if (!blob) throw new Error('it is not kept');
    const url = pictureUrl(blob);
    const place = document.createElement('div');
    const draw = (): void => {
      const drawn = pictureView(
        { redraw: draw } as WidgetActions,
        { blob, url, alt: 'a fox', width: 40, height: 30 },
        'kept',
      );
      render(drawn, place);
    };
    draw();
    await until(() => place.querySelector('img')?.src.startsWith('data:image/svg+xml') ?? false);
    await until(() => place.querySelector('img')?.naturalWidth === 40);
  });
});
