import { expect } from 'chai';
import { payingPage, type PayingPage } from '../support/paying.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { until } from '../support/until.js';

/** The tools of a picture, as they are named. */
async function tools(shown: WidgetDriver): Promise<string[]> {
  await until(() => shown.part('again') !== null);
  return [...(shown.element.shadowRoot?.querySelectorAll('[part="again"]') ?? [])].map(
    (button) => button.textContent ?? '',
  );
}

describe('what a reader is told of a picture whose provider tells nothing', () => {
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => page.close());

  it('is an estimate under the print and as it is spoken', async () => {
    const shown = await page.widget();
    await shown.element.generate();
    await until(() => shown.text('result') !== '');
    expect(shown.text('images'))
      .to.match(/^\$0\.030 estimated, by the price list/)
      .and.not.to.contain('✓');
    expect(shown.text('result')).to.equal(
      'The picture is ready. $0.030 estimated, by the price list',
    );
  });

  it('is no seed where none was sent, and a repetition is offered of the words alone', async () => {
    const shown = await page.widget({ seed: '7', count: '2' });
    await shown.element.generate();
    await until(() => shown.images.length === 2);
    expect(page.posts).to.have.length(2);
    expect(page.posts.map(({ body }) => body).join()).not.to.contain('seed');
    expect(shown.text('images')).not.to.contain('seed');
    expect(await tools(shown)).to.deep.equal(['Same words again', 'Same words again']);
  });

  it('is no seed for a widget whose models take none, though the kept picture has one', async () => {
    const played = await widget(
      { model: 'flux-2-pro', size: '512x512' },
      { prompt: 'a fox', seed: 7 },
    );
    await played.press();
    await played.ended();
    expect(await tools(played)).to.deep.equal(['Use this seed again']);
    played.element.provider = 'openai-compatible';
    played.element.endpoint = 'http://127.0.0.1:9';
    await played.element.updateComplete;
    expect(await tools(played)).to.deep.equal(['Same words again']);
    played.part<HTMLButtonElement>('again')?.click();
    expect(played.element.seed).to.equal(undefined);
    played.remove();
  });

  it('is asked for again with the options it was bought with, or with none', async () => {
    const played = await widget({ model: 'flux-2-pro', size: '512x512' }, { prompt: 'a fox' });
    const buyAndChange = async (bought: object, then: object): Promise<void> => {
      played.element.options = { ...bought };
      await played.press();
      await played.ended();
      played.element.options = { ...then };
      await tools(played);
      played.part<HTMLButtonElement>('again')?.click();
    };
    await buyAndChange({ style: 'ink' }, { style: 'oil' });
    expect(played.element.options).to.deep.equal({ style: 'ink' });
    await buyAndChange({}, { style: 'oil' });
    expect(played.element.options).to.deep.equal({});
    played.remove();
  });
});
