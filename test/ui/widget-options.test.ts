import { expect } from 'chai';
import { show } from '../../demo/scenes.js';
import '../../src/define/index.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { violations } from '../support/axe.js';
import { september } from '../support/puter-lists.js';
import { folded, look, paint, pricedModels, type Scene } from './widget-scene.js';

/** As read on the scenes' day. */
const today = mergePrices(catalogue, {
  ...september,
  sources: Object.fromEntries(
    Object.entries(september.sources).map(([key, source]) => [
      key,
      { ...source, readOn: '2026-11-10' },
    ]),
  ),
});

/** A widget with this model, as its reader has just reached for it. */
async function withModel(model: string, prices: PriceList = today): Promise<Scene> {
  const element = await show('signed-out', {
    place: document.body,
    paint,
    catalogue: prices,
    insideOf,
  });
  element.model = model;
  await pricedModels(element);
  const scene = look(element);
  await scene.until(() => scene.all('options').length > 0);
  return scene;
}

function control<T extends HTMLSelectElement | HTMLInputElement>(scene: Scene, name: string): T {
  const found = scene.all<T>('option').find((one) => one.name === name);
  if (!found) throw new Error(`no control for "${name}"`);
  return found;
}

async function set(scene: Scene, name: string, value: string): Promise<void> {
  const one = control(scene, name);
  one.value = value;
  one.dispatchEvent(new Event('change', { bubbles: true }));
  await scene.element.updateComplete;
}

describe('what a model offers beside size', () => {
  let shown: Scene;

  afterEach(() => shown.element.remove());

  it('has each choice’s price beside it, and the button follows', async () => {
    shown = await withModel('google/nano-banana-2');
    const resolution = control<HTMLSelectElement>(shown, 'resolution');
    expect([...resolution.options].map(folded)).to.deep.equal([
      '1K · $0.067',
      '2K · $0.101',
      '4K · $0.151',
    ]);
    await set(shown, 'resolution', '4K');
    expect(shown.element.options).to.deep.equal({ resolution: '4K' });
    expect(shown.text('generate')).to.contain('$0.151');
    expect(shown.element.quote?.sends).to.include({ resolution: '4K' });
  });

  it('says how much more or less than what is chosen, as the button will, and aloud in words', async () => {
    shown = await withModel('openai/gpt-image-2');
    await set(shown, 'quality', 'medium');
    const texts = (): string[] =>
      [...control<HTMLSelectElement>(shown, 'quality').options].map(folded);
    const aloud = (): (string | null)[] =>
      [...control<HTMLSelectElement>(shown, 'quality').options].map(({ ariaLabel }) => ariaLabel);
    expect(texts()).to.deep.equal([
      'low · −$0.035',
      'medium · $0.047',
      'high · +$0.081',
      'auto · +$0.081',
    ]);
    expect(aloud()).to.deep.equal([
      'low, $0.035 less',
      null,
      'high, $0.081 more',
      'auto, $0.081 more',
    ]);
    await set(shown, 'quality', 'high');
    expect(shown.text('generate')).to.contain('$0.128');
    expect(texts().slice(2)).to.deep.equal(['high · $0.128', 'auto · same price']);
    shown.element.lang = 'ar';
    await shown.until(() => texts()[0]?.includes('\u2066\u2212'));
    expect(texts()[1]).to.match(/^medium · \u2066\u2212\S+\sUS\$\u2069$/);
  });

  it('has no price beside what costs the same, and sends it only once it is chosen', async () => {
    shown = await withModel('google/nano-banana-2');
    const format = control<HTMLSelectElement>(shown, 'output_format');
    expect([...format.options].map(folded).join()).not.to.contain('$');
    expect(shown.element.quote?.sends).not.to.have.property('output_format');
    await set(shown, 'output_format', 'png');
    expect(shown.element.quote?.sends).to.include({ output_format: 'png' });
  });

  it('is there at once where the price depends on it; the rest and a draft are folded', async () => {
    shown = await withModel('google/nano-banana-2');
    const button = shown.one('more-options');
    const isSeen = (name: string): boolean => control(shown, name).checkVisibility();
    expect(folded(button)).to.match(/^Draft · \d more options?$/);
    expect(button.ariaExpanded).to.equal('false');
    expect(['resolution', 'output_format'].map(isSeen)).to.deep.equal([true, false]);
    button.click();
    await shown.element.updateComplete;
    expect(button.ariaExpanded).to.equal('true');
    expect(isSeen('output_format')).to.equal(true);
    expect(folded(shown.one('draft'))).to.match(/^Try a rough draft first · /);
    const format = control(shown, 'output_format');
    await set(shown, 'output_format', 'png');
    expect(control(shown, 'output_format'), 'stays under the hand').to.equal(format);
    expect(await violations(shown.element)).to.deep.equal([]);
    button.click();
    await shown.element.updateComplete;
    expect(isSeen('output_format'), 'what is chosen is never hidden').to.equal(true);
    expect(control<HTMLSelectElement>(shown, 'output_format').value).to.equal('png');
  });

  it('is there by whichever id the page names the model', async () => {
    shown = await withModel('replicate:google/nano-banana-2');
    expect(control(shown, 'resolution').value).to.equal('1K');
    expect(shown.one<HTMLSelectElement>('model').value).to.equal('google/nano-banana-2');
  });

  it('is what the page says, whatever name it goes by, and what it can’t be is said', async () => {
    shown = await withModel('google/nano-banana-2');
    shown.element.setAttribute('options', 'quality=2k');
    await shown.element.updateComplete;
    expect(control(shown, 'resolution').value).to.equal('2K');
    expect(shown.text('generate')).to.contain('$0.101');
    shown.element.setAttribute('options', 'resolution=9K');
    await shown.element.updateComplete;
    expect(shown.element.quote?.problem).to.deep.equal({
      code: 'invalid-option',
      text: 'resolution: one of 1K, 2K, 4K',
    });
    expect(shown.text('generate')).to.contain('price unknown');
    await set(shown, 'resolution', '2K');
    expect(shown.text('generate')).to.contain('$0.101');
  });

  it('keeps of what was chosen what another model takes', async () => {
    shown = await withModel('google/nano-banana-2');
    await set(shown, 'resolution', '2K');
    await set(shown, 'output_format', 'png');
    insideOf(shown.element).actions.change({ model: 'openai/gpt-image-2', route: '' });
    await shown.element.updateComplete;
    expect(shown.element.options).to.deep.equal({ output_format: 'png' });
    expect(shown.element.quote?.problem).to.equal(undefined);
  });

  it('keeps what a reader is typing, whatever is drawn meanwhile, and each field its own', async () => {
    shown = await withModel('flux-2-flex');
    const typed = shown
      .all<HTMLInputElement>('option')
      .filter(({ type }) => type === 'number' || type === 'text');
    expect(typed.length).to.be.above(0);
    // Not left yet, so that no change was told.
    for (const [index, field] of typed.entries()) field.value = String(7 + index);
    insideOf(shown.element).actions.redraw();
    await shown.element.updateComplete;
    shown.element.prompt = 'a fox in snow';
    await shown.element.updateComplete;
    expect(typed.map(({ value }) => value)).to.deep.equal(
      typed.map((_, index) => String(7 + index)),
    );
    shown.element.model = 'flux-2-pro';
    await shown.element.updateComplete;
    const fields = shown
      .all<HTMLInputElement>('option')
      .filter(({ type }) => type === 'number' || type === 'text');
    expect(fields).not.to.have.length(0);
    for (const field of fields) expect(field.value).to.equal('');
  });

  it('shows what the page sets, also where something else was typed before', async () => {
    shown = await withModel('flux-2-flex');
    const [field] = shown.all<HTMLInputElement>('option').filter(({ type }) => type === 'number');
    const name = field?.name ?? '';
    if (field) field.value = '9';
    shown.element.options = { [name]: 4 };
    await shown.element.updateComplete;
    expect(control<HTMLInputElement>(shown, name).value).to.equal('4');
  });

  it('is as wide as its place and no wider', async () => {
    shown = await withModel('flux-2-max');
    shown.element.style.width = '300px';
    const edge = shown.element.getBoundingClientRect().right;
    expect(control(shown, 'resolution').getBoundingClientRect().right).to.be.below(edge);
  });

  it('says what a switch would cost otherwise, and can be used by everybody', async () => {
    shown = await withModel('flux-2-dev');
    const fast = control<HTMLInputElement>(shown, 'go_fast');
    expect(folded(fast.closest('label'))).to.equal('Fast (otherwise $0.0020 more)');
    fast.click();
    await shown.element.updateComplete;
    expect(shown.text('generate')).to.contain('$0.014');
    expect(await violations(shown.element)).to.deep.equal([]);
  });

  it('is free where today’s list says so, and was free on its day where the list is old', async () => {
    const free = '@cf/bytedance/stable-diffusion-xl-lightning';
    shown = await withModel(free);
    expect(shown.text('generate')).to.match(/· free$/);
    shown.element.remove();
    shown = await withModel(free, catalogue);
    expect(shown.text('generate')).to.match(/· free as of Sep 16(, 2026)?$/);
    expect(shown.text('price-line')).to.match(/may have changed Why free\?/);
    expect(shown.text('about-account')).to.match(
      /^One press signs you in and makes one picture \(free as of Sep 16(, 2026)?\)\.$/,
    );
  });
});
