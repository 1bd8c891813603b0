import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { OfferedChoices } from '../../src/checkout/offered-choices.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import type { Tally } from '../../src/spending/entry.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { show } from '../../demo/scenes.js';
import '../../src/define/index.js';
import recorded from '../recorded/puter/models-2026-09-16.json' with { type: 'json' };
import { violations } from '../support/axe.js';
import { widget } from '../support/widget.js';
import { folded, look, paint, pricedModels, type Scene } from './widget-scene.js';

/** The scenes' day: two models of the list have ended by then. */
const september = listOf(recorded);

function listOf(json: unknown): PriceList {
  const read = parsePuterCatalogue(json, '2026-11-10');
  if ('refused' in read) throw new Error(read.refused);
  return mergePrices(catalogue, read.list);
}

/** A widget with all of September's models, as its reader has just reached for it. */
async function manyModels(prices = september): Promise<Scene> {
  const element = await show('signed-out', {
    place: document.body,
    paint,
    catalogue: prices,
    insideOf,
  });
  const scene = look(element);
  await scene.until(() => scene.all('all-models').length > 0);
  return scene;
}

function focused({ element }: Scene): Element | null {
  return element.shadowRoot?.activeElement ?? null;
}

function dialogOf(scene: Scene): HTMLDialogElement {
  return scene.one<HTMLDialogElement>('models');
}

function isOpen(scene: Scene): boolean {
  return scene.all<HTMLDialogElement>('models').some((dialog) => dialog.open);
}

function rows(scene: Scene): HTMLElement[] {
  return scene.all('model-option');
}

/** The row that arrow keys have reached. */
function reached(scene: Scene): HTMLElement | null | undefined {
  const id = scene.one('model-search').getAttribute('aria-activedescendant') ?? '';
  return scene.element.shadowRoot?.getElementById(id);
}

function nameOf(row: Element): string {
  return folded(row.querySelector('.name'));
}

function named(scene: Scene, name: string): HTMLElement {
  const row = rows(scene).find((each) => nameOf(each).replace(/ → .*/, '') === name);
  if (!row) throw new Error(`no row "${name}"`);
  return row;
}

function namesOf(scene: Scene): string[] {
  return rows(scene).map(nameOf);
}

function priceOf(row: Element | null | undefined): string {
  return folded(row?.querySelector('.price'));
}

async function open(scene: Scene): Promise<void> {
  const button = scene.one<HTMLButtonElement>('all-models');
  button.focus();
  button.click();
  await scene.until(() => isOpen(scene) && rows(scene).length > 0);
}

async function search(scene: Scene, words: string): Promise<void> {
  const field = scene.one<HTMLInputElement>('model-search');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await scene.element.updateComplete;
}

describe('a reader among a hundred models', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  it('finds a few in the menu, the one on show and cheap ones for finals, and all behind a button', async () => {
    shown = await manyModels();
    const options = [...shown.one<HTMLSelectElement>('model').options];
    expect(options.length).to.be.greaterThan(2).and.at.most(8);
    expect(options.map(({ value }) => value)).to.include.members(['flux-2-pro', 'flux-2-klein-4b']);
    for (const { text } of options) expect(text).to.match(/ · .*\$\d/);
    await open(shown);
    expect(rows(shown).length).to.be.greaterThan(100);
    expect(shown.all('model-option').every(({ id }) => id !== '')).to.equal(true);
  });

  it('sees them by family, the routes of one model together, each with its maker and price', async () => {
    shown = await manyModels();
    await open(shown);
    const groups = [...dialogOf(shown).querySelectorAll('[role=group]')];
    const titles = groups.map((group) => folded(group.querySelector('.family')));
    expect(titles[0]).to.equal('FLUX.2');
    expect(titles).to.include.members(['Nano Banana', 'GPT Image', 'Seedream', 'Stable Diffusion']);
    expect(titles.at(-1)).to.equal('Others');
    const flux = groups[0]?.querySelectorAll('[role=option]') ?? [];
    expect(folded(flux[0])).to.match(
      /^FLUX\.2 klein 4B → \w+ .*\$0\.0010 Black Forest Labs · words/,
    );
    expect(folded(flux[1])).to.match(/^FLUX\.2 klein 4B → Cloudflare/);
    // What is true of the model is said once, and it counts once.
    expect(flux[1]?.querySelector('.facts') ?? null).to.equal(null);
    const said = parseInt(folded(dialogOf(shown).querySelector('[role=status]')), 10);
    expect(said).to.be.greaterThan(90).and.lessThan(rows(shown).length);
    const gpt = groups[titles.indexOf('GPT Image')]?.querySelectorAll('[role=option]') ?? [];
    const second = [...gpt].filter((row) => /^GPT Image 2 →/.test(folded(row)));
    expect(second.map((row) => /→ (\w+)/.exec(folded(row))?.[1]).sort()).to.deep.equal([
      'OpenAI',
      'Replicate',
    ]);
    const prices = [...(groups[0]?.querySelectorAll('.price') ?? [])];
    expect(prices.every((price) => getComputedStyle(price).textAlign === 'end')).to.equal(true);
    expect(getComputedStyle(prices[0] as Element).fontVariantNumeric).to.contain('tabular-nums');
  });

  it('finds a model by its name, its maker or what it takes, however the name is spelt', async () => {
    shown = await manyModels();
    await open(shown);
    for (const [words, expected] of [
      ['flux2 PRO', 'FLUX.2 pro'],
      ['bytedance 4.5', 'Seedream 4.5 →'],
      ['nano banana', 'Gemini 3.1 Flash Image'],
      ['openai/gpt-image-1.5', 'GPT Image 1.5'],
      ['mask ideogram', 'Ideogram v3'],
    ] as const) {
      await search(shown, words);
      expect(
        namesOf(shown).some((name) => name.startsWith(expected)),
        words,
      ).to.equal(true);
      expect(rows(shown).length, words).to.be.lessThan(30);
    }
    await search(shown, 'no such thing');
    expect(rows(shown)).to.deep.equal([]);
    expect(folded(dialogOf(shown).querySelector('[role=status]'))).to.equal(
      'No model fits these words.',
    );
  });

  it('chooses with the keyboard: the price on the button and the menu follow, the focus is back', async () => {
    shown = await manyModels();
    const button = shown.one('all-models');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await shown.until(() => isOpen(shown) && focused(shown));
    await shown.until(() => focused(shown) === shown.one('model-search'));
    expect(folded(reached(shown))).to.contain('FLUX.2 pro');
    expect(reached(shown)?.getAttribute('aria-selected')).to.equal('true');
    await sendKeys({ type: 'klein' });
    await shown.until(() => rows(shown).length < 10);
    const first = reached(shown);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await shown.until(() => reached(shown) && reached(shown) !== first);
    const price = priceOf(reached(shown));
    expect(folded(reached(shown))).to.contain('FLUX.2 klein 9B');
    await sendKeys({ press: 'Enter' });
    await shown.until(() => shown.element.quote?.request.model === 'flux-2-klein-9b');
    await shown.until(() => !isOpen(shown) && focused(shown) === button);
    expect(shown.text('generate')).to.contain(price);
    expect(shown.one<HTMLSelectElement>('model').value).to.equal('flux-2-klein-9b');
  });

  it('closes it with Escape, is back at the button, and nothing has changed', async () => {
    shown = await manyModels();
    await open(shown);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await shown.until(() => !isOpen(shown) && rows(shown).length === 0);
    expect(focused(shown)).to.equal(shown.one('all-models'));
    expect(shown.element.model).to.equal('flux-2-pro');
  });

  it('chooses one of the routes, and it stays chosen', async () => {
    shown = await manyModels();
    await open(shown);
    await search(shown, 'klein 4b');
    rows(shown)[1]?.click();
    await shown.until(() => shown.element.quote?.request.route === 'cloudflare');
    expect(shown.element.quote?.request.model).to.equal('flux-2-klein-4b');
    await shown.until(() => rows(shown).length === 0);
    await open(shown);
    const chosen = rows(shown).filter((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen.map(folded).join()).to.match(/^FLUX\.2 klein 4B → Cloudflare/);
  });

  it('keeps in the menu what was chosen from all', async () => {
    shown = await manyModels();
    await open(shown);
    named(shown, 'Seedream 4.0').click();
    const menu = shown.one<HTMLSelectElement>('model');
    await shown.until(() => menu.value === 'seedream-4-0-250828');
    shown.element.model = 'flux-2-klein-4b';
    await shown.element.updateComplete;
    expect([...menu.options].map(({ value }) => value)).to.include('seedream-4-0-250828');
  });

  it('finds no option moved in a menu that has the focus, until it leaves', async () => {
    shown = await manyModels();
    const menu = shown.one<HTMLSelectElement>('model');
    const before = [...menu.options].map(({ value }) => value);
    menu.focus();
    shown.element.model = 'grok-imagine-image';
    await shown.element.updateComplete;
    expect([...menu.options].map(({ value }) => value)).to.deep.equal([
      ...before,
      'grok-imagine-image',
    ]);
    shown.one('prompt').focus();
    await shown.until(() => menu.options[menu.options.length - 1]?.value !== 'grok-imagine-image');
    expect(menu.value).to.equal('grok-imagine-image');
  });
});

describe('while a hundred models get their prices', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  it('the page goes on, and the row below the button comes once, with all that is in it', async () => {
    const price = OfferedChoices.prototype.priceWith;
    let [turns, asked] = [0, 0];
    const turnsAt: number[] = [];
    const turn = setInterval(() => (turns += 1));
    OfferedChoices.prototype.priceWith = function slowly(change) {
      const began = performance.now();
      if (change.model !== undefined) {
        while (performance.now() - began < 2);
        asked += 1;
        turnsAt.push(turns);
      }
      return price.call(this, change);
    };
    const rowsSeen: string[] = [];
    const drawn = new MutationObserver(() => {
      const row = shown.element.shadowRoot?.querySelector('.extras');
      const text = row ? folded(row) : '';
      if (rowsSeen.at(-1) !== text) rowsSeen.push(text);
    });
    try {
      shown = look(
        await show('signed-out', { place: document.body, paint, catalogue: september, insideOf }),
      );
      drawn.observe(shown.element.shadowRoot as ShadowRoot, { childList: true, subtree: true });
      await shown.until(() => shown.all('all-models').length > 0);
    } finally {
      OfferedChoices.prototype.priceWith = price;
      clearInterval(turn);
      drawn.disconnect();
    }
    expect(asked).to.be.greaterThan(100);
    expect(new Set(turnsAt).size).to.be.greaterThan(5);
    const complete = rowsSeen.filter((text) => text !== '');
    expect(complete.every((text) => text === complete[0])).to.equal(true);
    for (const { text } of shown.one<HTMLSelectElement>('model').options)
      expect(text).to.match(/ · .*\$\d/);
  });
});

describe('in the menu of a few models', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  it('each has the price that it will have, without the options that it does not take', async () => {
    shown = await manyModels();
    shown.element.options = { quality: '4K' };
    shown.element.model = 'google/nano-banana-2';
    shown.element.models = 'google/nano-banana-2 gemini-3.1-flash-lite-image';
    await pricedModels(shown.element);
    const menu = shown.one<HTMLSelectElement>('model');
    const prices = [...menu.options].map(({ text }) => text.replace(/^.* · \D+/, ''));
    expect(prices.map((text) => text.slice(0, 5))).to.deep.equal(['0.034', '0.151']);
    menu.value = 'gemini-3.1-flash-lite-image';
    menu.dispatchEvent(new Event('change', { bubbles: true }));
    await shown.element.updateComplete;
    expect(shown.element.options).to.deep.equal({});
    expect(shown.text('generate')).to.contain('$0.034');
  });
});

describe('in the list of all models', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  it('says what is shut down, replaced or did not answer, last where it is over', async () => {
    shown = await manyModels();
    await open(shown);
    const warnings = rows(shown)
      .filter((row) => row.querySelector('.warning'))
      .map(folded);
    const about = (words: RegExp): string => warnings.find((text) => words.test(text)) ?? '';
    expect(about(/^Gemini 2\.5|→ Google.*Shut down/)).to.contain('on Oct 2');
    expect(about(/^Grok Imagine Image \(Quality\)/)).to.contain(
      'Since Nov 2, Grok Imagine Image 2.0 answers',
    );
    expect(about(/^FLUX\.2 dev → Cloudflare/)).to.contain('Did not answer when it was tried');
    const grok = [...dialogOf(shown).querySelectorAll('[role=group]')].find((group) =>
      folded(group).startsWith('Grok'),
    );
    expect(folded([...(grok?.querySelectorAll('.name') ?? [])].at(-1))).to.equal(
      'Grok Imagine Image (Quality)',
    );
  });

  it('names one that is gone to whoever looks for it, and lets nobody choose it', async () => {
    shown = await manyModels();
    await open(shown);
    expect(namesOf(shown)).not.to.include('GPT Image 1');
    await search(shown, 'gpt-image-1');
    const gone = named(shown, 'GPT Image 1');
    expect(gone.getAttribute('aria-disabled')).to.equal('true');
    expect(folded(gone)).to.contain('Shut down by its maker on Oct 23');
    gone.click();
    await shown.element.updateComplete;
    expect([isOpen(shown), shown.element.model]).to.deep.equal([true, 'flux-2-pro']);
  });

  it('says what a request lacks instead of a price', async () => {
    shown = await manyModels();
    await open(shown);
    expect(priceOf(named(shown, 'FLUX.1 redux dev'))).to.equal('needs a picture');
    expect(priceOf(named(shown, 'Stable Diffusion 1.5 Inpainting'))).to.equal('needs a picture');
    expect(priceOf(named(shown, 'Any ComfyUI Workflow'))).to.equal('needs a workflow file');
    expect(folded(named(shown, 'FLUX.1 redux dev'))).not.to.contain('words');
  });

  it('shows what each costs once chosen, without the options that it does not take', async () => {
    shown = await manyModels();
    shown.element.options = { quality: '4K' };
    await open(shown);
    expect(priceOf(named(shown, 'Nano Banana 2'))).to.contain('$0.151');
    const lite = named(shown, 'Gemini 3.1 Flash Lite Image');
    expect(priceOf(lite)).to.contain('$0.034');
    lite.click();
    await shown.until(() => shown.element.quote?.request.model === 'gemini-3.1-flash-lite-image');
    expect(shown.element.quote?.total?.low).to.equal('0.0336');
  });

  it('asks for no price anew while the reader types', async () => {
    shown = await manyModels();
    await open(shown);
    const { choices } = insideOf(shown.element).checkout;
    let asked = 0;
    const price = choices.priceWith.bind(choices);
    choices.priceWith = (change: Partial<ImageRequest>) => {
      asked += 1;
      return price(change);
    };
    const { models } = choices;
    for (const words of ['s', 'se', 'see', 'seed']) await search(shown, words);
    // The advice below asks for two prices with each drawing; the list for none.
    expect(asked).to.be.at.most(8);
    expect(choices.models).to.equal(models);
  });

  it('has what the reader bought before in the menu, and how often', async () => {
    shown = await manyModels();
    const { element } = shown;
    const { checkout } = insideOf(element);
    const page = checkout.page.journal as unknown as { tally: () => Tally };
    const one = { settled: '0.3', inDoubt: '0', pictures: 3, purchases: 3 };
    const byModel = [
      { provider: 'puter', model: 'luma/photon', ...one },
      { provider: 'puter', model: 'ended/earlier-model', ...one, pictures: 2 },
      { provider: 'fal', model: 'flux-2-max', ...one },
    ];
    const tally = { ...page.tally(), byModel };
    page.tally = () => tally;
    element.remove();
    document.body.append(element);
    const options = (): string[] =>
      [...shown.one<HTMLSelectElement>('model').options].map(({ value }) => value);
    await shown.until(() => options().includes('luma/photon'));
    expect(options()).not.to.include('flux-2-max');
    await open(shown);
    expect(folded(named(shown, 'Photon'))).to.contain('3 made so far');
    const gone = named(shown, 'Earlier Model');
    expect(folded(gone)).to.contain('Puter no longer offers it.');
    expect(gone.getAttribute('aria-disabled')).to.equal('true');
  });

  for (const scheme of ['light', 'dark'])
    it(`axe finds nothing wrong, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      shown = await manyModels();
      await open(shown);
      expect(await violations(shown.element)).to.deep.equal([]);
      await search(shown, 'gpt-image-1');
      expect(await violations(shown.element)).to.deep.equal([]);
      document.documentElement.style.colorScheme = '';
    });

  it('fits a phone: nothing is wider than 320 pixels, in any language', async () => {
    shown = await manyModels();
    await open(shown);
    for (const lang of ['en', 'de', 'ar', 'ja']) {
      shown.element.lang = lang;
      await shown.until(() => insideOf(shown.element).model(lang).terms.tag === lang);
      await shown.element.updateComplete;
      dialogOf(shown).style.width = '320px';
      const list = dialogOf(shown).querySelector('[role=listbox]') as HTMLElement;
      expect(list.clientWidth, lang).to.be.within(300, 320);
      expect(list.scrollWidth, lang).to.equal(list.clientWidth);
      for (const row of rows(shown)) expect(row.offsetHeight).to.be.at.least(44);
    }
  });
});

describe('where there are few models', () => {
  it('has them all in the menu, and no list beside it', async () => {
    const shown = await widget({ model: 'flux-2-pro' });
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    const scene = look(shown.element);
    await scene.until(() => insideOf(shown.element).parts.here.deferred);
    await shown.element.updateComplete;
    expect(shown.part('all-models')).to.equal(null);
    expect(shown.part<HTMLSelectElement>('model')?.options.length).to.equal(12);
    shown.remove();
  });
});
