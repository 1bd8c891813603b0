import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { pressAsReader } from '../support/press.js';
import { made, puterPage, type PuterPage } from '../support/puter-page.js';
import { until } from '../support/until.js';

/** Rows that no rule prices, one of each supplier that has tiers. */
const rows = [
  ['openai', 'gpt-image-9', { allowedQualityLevels: ['low', 'high'] }, { quality: 'high' }],
  ['gemini', 'gemini-9-image', { allowedQualityLevels: ['1K', '4K'] }, { quality: '4K' }],
  ['xai', 'grok-imagine-9', { defaultQuality: 'medium' }, { quality: 'low', resolution: '2k' }],
  ['byteplus', 'seedream-9', { allowedQualityLevels: ['1k', '2k'] }, { quality: '2k' }],
  [
    'replicate',
    'flux-9',
    {
      billingScheme: 'metered',
      inputSchema: {
        prompt: { type: 'string' },
        quality: { type: 'string', enum: ['low', 'high'], default: 'low' },
      },
      requiredInputs: ['prompt'],
    },
    { quality: 'high' },
  ],
] as const;

describe('a model at Puter whose price nobody knows', () => {
  let page: PuterPage;
  beforeEach(() => {
    page = puterPage(
      rows.map(([supplier, id, more]) => ({
        id: `maker/${id}`,
        puterId: `${supplier}:maker/${id}`,
        name: id,
        provider: `${supplier}-image-generation`,
        costs: { novel: 5 },
        costs_currency: 'usd-cents',
        index_cost_key: 'novel',
        ...more,
      })),
    );
  });
  afterEach(() => page.close());

  for (const [supplier, id, , options] of rows)
    it(`is ordered by the id that names its supplier, with what was chosen: ${supplier}`, async () => {
      const shown = await page.widget({ model: `maker/${id}` }, { options: { ...options } });
      const { element } = shown;
      element.dispatchEvent(new PointerEvent('pointerenter'));
      await until(() => element.quote?.problem?.code === 'no-price');
      await until(() => element.account.balance === '0.5');
      page.world.fates.push({ reply: made });
      const bought = element.generate();
      await until(() => shown.part('confirm-yes'));
      expect(shown.text('confirm')).to.contain('We found no price for this.');
      await pressAsReader(shown.part<HTMLButtonElement>('confirm-yes'));
      await bought;
      expect(page.orders).to.have.length(1);
      expect(page.orders[0]).to.deep.include({
        model: `${supplier}:maker/${id}`,
        provider: `${supplier}-image-generation`,
        ...options,
      });
    });

  it('takes no tier that it does not have', async () => {
    const shown = await page.widget(
      { model: 'maker/gpt-image-9' },
      { options: { quality: 'best' } },
    );
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => shown.element.quote?.problem?.code === 'invalid-option');
    expect(insideOf(shown.element).model('en').quote.problem?.text).to.contain('low, high');
  });
});
