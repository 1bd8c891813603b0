import { expect } from 'chai';
import { made, puterPage, type PuterPage } from '../support/puter-page.js';
import { until } from '../support/until.js';
import type { UserPaysError } from '../../src/base/error.js';
import type { WidgetDriver } from '../support/widget.js';

/** A row of Puter's list that no rule prices. */
const unpriced = {
  id: 'openai/gpt-image-9',
  puterId: 'openai:openai/gpt-image-9',
  name: 'GPT Image 9',
  provider: 'openai-image-generation',
  costs: { text_input: 500 },
  costs_currency: 'usd-cents',
  index_cost_key: 'text_input',
  allowedQualityLevels: ['low', 'high'],
};

describe('an account that is known to be empty', () => {
  let page: PuterPage;
  beforeEach(() => {
    page = puterPage([unpriced]);
    page.allowance = { remaining: 0, monthUsageAllowance: 50_000_000, addons: {} };
  });
  afterEach(() => page.close());

  const touched = async (attributes: Record<string, string>): Promise<WidgetDriver> => {
    const shown = await page.widget(attributes);
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => shown.element.account.balance !== undefined);
    await until(
      () => shown.text('price-line').includes('live price') || !shown.element.quote?.total,
    );
    await shown.element.updateComplete;
    return shown;
  };
  const ways = (shown: WidgetDriver): string[] =>
    [
      ...(shown.element.shadowRoot?.querySelectorAll('[part~=ways-out] button, [part~=top-up]') ??
        []),
    ].map((one) => one.textContent?.trim() ?? '');

  const bought = async (shown: WidgetDriver): Promise<string> => {
    const ended = shown.element.generate().catch((error: unknown) => error);
    expect(shown.element.generation.name).not.to.equal('confirming');
    const { code, charge } = (await ended) as UserPaysError;
    await until(() => shown.text('error') !== '');
    expect([charge, page.orders.length, shown.part('confirm')]).to.deep.equal(['none', 0, null]);
    return code;
  };

  it('is offered what costs nothing, by name, before it is told to top up', async () => {
    const shown = await touched({ model: 'black-forest-labs/flux-2-pro' });
    await until(() => ways(shown).length > 1);
    expect(shown.text('limit')).to.contain('Not enough left');
    expect(ways(shown)).to.deep.equal([
      'SDXL Lightning · free',
      'Stable Diffusion XL Base 1.0 · free',
      'Top up at Puter',
    ]);
    expect(await bought(shown)).to.equal('over-budget');
    expect(ways(shown)[0]).to.equal('SDXL Lightning · free');
    shown.part<HTMLButtonElement>('way-out')?.click();
    await until(() => shown.element.quote?.free);
    expect(shown.text('limit') + shown.text('error')).to.equal('');
    page.world.fates.push({ reply: made });
    await shown.element.generate();
    expect(page.orders.map(({ model }) => model)).to.deep.equal([
      'workers-ai:bytedance/stable-diffusion-xl-lightning',
    ]);
    // Its provider’s list of today says so, and counts nothing: nothing is estimated.
    await until(() => shown.text('images') !== '');
    expect(shown.text('images')).to.match(/^free ✓/);
    expect(shown.text('result')).to.equal('The picture is ready. free');
    expect(shown.element.tally.all.settled).to.equal('0');
  });

  it('is not asked about a price over the page’s limit', async () => {
    const shown = await touched({ model: 'black-forest-labs/flux-2-pro', 'confirm-over': '0.01' });
    expect(await bought(shown)).to.equal('over-budget');
  });

  it('is not asked about an unknown price either, and what costs nothing is offered', async () => {
    const shown = await touched({ model: 'openai/gpt-image-9' });
    expect(await bought(shown)).to.equal('insufficient-funds');
    await until(() => ways(shown).length > 1);
    expect(ways(shown).slice(0, 2)).to.deep.equal([
      'SDXL Lightning · free',
      'Stable Diffusion XL Base 1.0 · free',
    ]);
  });
});

describe('an account that holds something', () => {
  let page: PuterPage;
  beforeEach(() => {
    page = puterPage();
  });
  afterEach(() => page.close());

  it('is asked as before', async () => {
    const shown = await page.widget({ model: 'flux-2-pro', 'confirm-over': '0.01' });
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => shown.element.account.balance === '0.5');
    void shown.element.generate().catch(() => undefined);
    expect(shown.element.generation.name).to.equal('confirming');
    shown.element.cancel();
  });
});
