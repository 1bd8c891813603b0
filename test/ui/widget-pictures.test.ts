import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { pictureLibrary } from '../../src/pictures/picture-library.js';
import { readLabel } from '../../src/pictures/label.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { folded, look, paint, type Scene } from './widget-scene.js';
import { until } from '../support/until.js';

async function file(words: string, width: number, height: number): Promise<File> {
  return new File([await paint(words, 1, width * 8, height * 8)], `${words}.png`, {
    type: 'image/png',
  });
}

/** What the page hands to the reader's downloads folder, caught on its way. */
function downloads(): { readonly files: { name: string; url: string }[]; restore(): void } {
  const files: { name: string; url: string }[] = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function caught(this: HTMLAnchorElement): void {
    if (this.download) files.push({ name: this.download, url: this.href });
    else click.call(this);
  };
  return {
    files,
    restore: () => {
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

describe('a picture that was bought', () => {
  let driver: WidgetDriver;
  let seen: Scene;

  beforeEach(async () => {
    driver = await widget({ model: 'flux-2-pro', size: '512x512' });
    seen = look(driver.element);
    driver.element.seed = 7;
    await driver.type('a fox in snow');
    await driver.press();
    await driver.ended();
    await seen.until(() => seen.all('download').length > 0);
  });
  afterEach(() => driver.remove());

  it('is downloaded under a name of its own, with model, cost, seed and day in the file and without the words', async () => {
    const caught = downloads();
    try {
      await seen.press('Download');
      await seen.until(() => caught.files.length > 0);
    } finally {
      caught.restore();
    }
    const [saved] = caught.files;
    expect(saved?.name).to.match(/^a-fox-in-snow-\d{4}-\d\d-\d\d-7\.png$/);
    const label = await readLabel(await (await fetch(saved?.url ?? '')).blob());
    expect(label).to.include({
      provider: 'sandbox',
      model: 'flux-2-pro',
      cost: '0.03',
      seed: 7,
      simulated: true,
    });
    expect(label?.prompt).to.equal(undefined);
  });

  it('becomes a reference in one press, and the price follows', async () => {
    const before = driver.element.quote?.total?.high;
    if (seen.one('more').checkVisibility()) seen.one('more').click();
    await seen.press('Use as reference');
    await seen.until(() =>
      insideOf(driver.element).checkout.references.sizes.some(({ width }) => width === 512),
    );
    await driver.element.updateComplete;
    expect(driver.element.references.length).to.equal(1);
    expect(Number(driver.element.quote?.total?.high)).to.be.greaterThan(Number(before));
    expect(seen.text('references')).to.contain('512 × 512');
  });

  it('is set up again with the same words and seed, and bought only by another press', async () => {
    await driver.type('something else');
    driver.element.seed = undefined;
    const before = driver.element.tally.sandbox.all.purchases;
    if (seen.one('more').checkVisibility()) seen.one('more').click();
    await seen.press('Use this seed again');
    await seen.until(() => driver.element.shadowRoot?.activeElement === driver.button);
    expect(driver.element).to.include({ prompt: 'a fox in snow', seed: 7, size: '512x512' });
    expect(driver.element.tally.sandbox.all.purchases).to.equal(before);
    expect(seen.text('references')).to.contain('seed 7');
  });

  it('is in this browser’s gallery until it is forgotten, which takes two presses', async () => {
    const kept = async (): Promise<number> =>
      (await (await insideOf(driver.element).checkout.services()).pictures.list()).length;
    const before = await kept();
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length > 0);
    const sheet = seen.one('gallery-sheet');
    const forget = (): HTMLButtonElement =>
      [...sheet.querySelectorAll<HTMLButtonElement>('[part~="forget"]')][0] as HTMLButtonElement;
    forget().click();
    await driver.element.updateComplete;
    expect(folded(forget())).to.equal('Press again to forget');
    expect(await kept()).to.equal(before);
    forget().click();
    await until(async () => (await kept()) !== before);
    expect(await kept()).to.equal(before - 1);
  });

  it('comes back after it was forgotten, until the reader does something else', async () => {
    const services = await insideOf(driver.element).checkout.services();
    const [id = ''] = insideOf(driver.element).checkout.pictures.map((picture) => picture.id);
    const isKept = async (): Promise<boolean> =>
      (await services.pictures.list()).some((kept) => kept.id === id);
    const bytes = async (): Promise<string> =>
      new Uint8Array((await (await services.pictures.blob(id))?.arrayBuffer()) ?? []).join();
    const file = await bytes();
    const offered = (): boolean => seen.one('undo').checkVisibility();
    const forget = async (): Promise<void> => {
      seen.one('forget').click();
      await driver.element.updateComplete;
      seen.one('forget').click();
      await seen.until(offered);
      expect(await isKept()).to.equal(false);
    };
    expect(offered()).to.equal(false);
    await forget();
    seen.one('undo').click();
    await until(isKept);
    expect(await bytes()).to.equal(file);
    await seen.until(() => !offered() && seen.text('undo') === 'Undo');
    await forget();
    await driver.press();
    await driver.ended();
    expect(offered()).to.equal(false);
    expect(await isKept()).to.equal(false);
    // Nor does anybody fetch it again who looks for what earlier visits left open.
    await services.recover();
    expect(await isKept()).to.equal(false);
  });

  it('comes back with all the others after all were forgotten, which takes two presses, until the reader does something else', async () => {
    const { pictures } = await insideOf(driver.element).checkout.services();
    const other = { at: 1, provider: 'sandbox', model: 'flux-2-pro', width: 8, height: 8 };
    const [own, before] = [`own-${Date.now()}`, await pictures.list()];
    await pictures.keep(await paint('a ship', 3, 64, 64), { ...other, id: own, pinned: true });
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length > 1);
    const all = await pictures.list();
    expect(all.length).to.equal(before.length + 1);
    const forgetAll = async (): Promise<void> => {
      await seen.press('Forget all');
      expect(await pictures.list()).to.deep.equal(all);
      await seen.press('Press again to forget');
      await seen.until(() => seen.one('undo').checkVisibility());
      expect(await pictures.list()).to.deep.equal([]);
    };
    await forgetAll();
    expect(seen.text('undo')).to.equal('Undo');
    expect(folded(seen.one('undo').closest('.undo'))).to.equal(
      `${all.length} pictures forgotten Undo`,
    );
    seen.one('undo').click();
    await until(async () => (await pictures.list()).length === all.length);
    expect(await pictures.list()).to.deep.equal(all);
    await seen.until(() => !seen.one('undo').checkVisibility() && seen.all('kept').length > 1);
    await forgetAll();
    seen.one('gallery').click();
    await seen.until(() => !seen.one('undo').checkVisibility());
    expect(await pictures.list()).to.deep.equal([]);
  });

  it('is kept without its prompt until the reader wants prompts kept, and found by them from then on', async () => {
    const { pictures } = await insideOf(driver.element).checkout.services();
    const promptsOf = async (): Promise<(string | undefined)[]> =>
      (await pictures.list()).map(({ prompt }) => prompt);
    const buy = async (words: string): Promise<void> => {
      await driver.type(words);
      await driver.press();
      await driver.ended();
    };
    await pictures.forgetAll();
    await buy('a red ship');
    expect(await promptsOf()).to.deep.equal([undefined]);
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length === 1);
    expect(seen.all('gallery-search')).to.deep.equal([]);
    seen.one('keep-prompts').click();
    await buy('Écluse, harbour at night');
    await buy('a red boat in a harbour');
    seen.one('keep-prompts').click();
    await buy('a fox');
    expect(await promptsOf()).to.deep.equal([
      undefined,
      'a red boat in a harbour',
      'Écluse, harbour at night',
      undefined,
    ]);
    await seen.until(() => seen.all('kept').length === 4);
    const captions = (): string[] => seen.all('caption').map(folded);
    expect(captions()).to.contain('a red boat in a harbour');
    const search = seen.one<HTMLInputElement>('gallery-search');
    const find = async (words: string): Promise<void> => {
      search.value = words;
      search.dispatchEvent(new Event('input'));
      await driver.element.updateComplete;
    };
    await find('ecluse');
    expect(captions()).to.deep.equal(['Écluse, harbour at night']);
    expect(folded(seen.one('gallery-sheet').querySelector('p[role=status]'))).to.equal(
      '1 picture found',
    );
    await find('harbour');
    await seen.until(() => captions().length === 2);
    await find('harbour red');
    expect(captions()).to.deep.equal(['a red boat in a harbour']);
    await find('');
    await seen.until(() => seen.all('kept').length === 4);
  });

  it('stands in the gallery as a square, all of which opens it large', async () => {
    const { pictures } = await insideOf(driver.element).checkout.services();
    const high = { provider: 'sandbox', model: 'flux-2-pro', width: 64, height: 128 };
    await pictures.keep(await paint('a tower', 3, 512, 1024), { ...high, id: 'tower', at: 1 });
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length > 1);
    const sheet = seen.one('gallery-sheet');
    await seen.until(() => sheet.querySelector('[part~="open"]'));
    for (const figure of sheet.querySelectorAll('figure')) {
      const { width, height } = (figure.querySelector('img') as Element).getBoundingClientRect();
      expect(width).to.be.closeTo(height, 1);
      const opener = figure.querySelector('[part~="open"]') as Element;
      expect(opener.getBoundingClientRect().width).to.be.closeTo(width, 1);
      expect(opener.getBoundingClientRect().height).to.be.closeTo(height, 1);
    }
  });

  it('stays in view in a strip of the last six, each opened large by a press, with its words and price', async () => {
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    for (const words of ['a ship', 'a hill']) {
      await driver.type(words);
      await driver.press();
      await driver.ended();
    }
    const root = driver.element.shadowRoot as ShadowRoot;
    // Other pages of this origin buy, too.
    const names = (): string[] =>
      seen
        .all('strip-picture')
        .map(
          ({ ariaLabel }) =>
            /^Open large: (.*): Picture \d of \d$/.exec(ariaLabel ?? '')?.[1] ?? '',
        );
    await seen.until(() => names().includes('a hill'));
    const order = names();
    expect(order.length).to.be.within(2, 6);
    const own = ['a hill', 'a ship', 'a fox in snow'].filter((words) => order.includes(words));
    expect(order.filter((words) => own.includes(words))).to.deep.equal(own);
    const at = order.indexOf('a hill');
    const opener = seen.all('strip-picture')[at];
    opener?.focus();
    opener?.click();
    const dialog = root.querySelector('.strip dialog') as HTMLDialogElement;
    expect([dialog.open, dialog.ariaLabel]).to.deep.equal([true, 'a hill']);
    expect(seen.text('large-facts')).to.match(/^FLUX\.2 pro · 512 × 512 · seed 7 · \$0\.030/);
    const told = (): string => folded(dialog.querySelector('[role=status]'));
    const after = (at + 1) % order.length;
    await sendKeys({ press: 'ArrowRight' });
    expect([dialog.ariaLabel, seen.text('large-prompt')]).to.deep.equal([
      order[after],
      order[after],
    ]);
    expect(told()).to.equal(`Picture ${after + 1} of ${order.length}`);
    await sendKeys({ press: 'ArrowLeft' });
    expect(told()).to.equal(`Picture ${at + 1} of ${order.length}`);
    const shown = dialog.querySelector('img') as HTMLImageElement;
    await shown.decode();
    const { width } = shown.getBoundingClientRect();
    const zoom = dialog.querySelector<HTMLElement>('[part=zoom]');
    zoom?.click();
    expect(zoom?.ariaPressed).to.equal('true');
    expect(shown.getBoundingClientRect().width).to.be.greaterThan(width);
    const caught = downloads();
    try {
      dialog.querySelector<HTMLElement>('[part=download]')?.click();
      await seen.until(() => caught.files.length > 0);
    } finally {
      caught.restore();
    }
    await sendKeys({ press: 'Escape' });
    await seen.until(() => !dialog.open);
    expect(root.activeElement).to.equal(opener);
    expect(dialog.querySelector('img')).to.equal(null);
  });

  it('is compared with another: both with their words and facts, and the arrows change the second', async () => {
    const { pictures } = await insideOf(driver.element).checkout.services();
    await pictures.forgetAll();
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    for (const words of ['a ship', 'a hill', 'a red boat']) {
      await driver.type(words);
      driver.element.seed = 8;
      await driver.press();
      await driver.ended();
    }
    await seen.until(() => seen.all('strip-picture').length === 3);
    seen.all('strip-picture')[1]?.click();
    const dialog = (driver.element.shadowRoot as ShadowRoot).querySelector(
      '.strip dialog',
    ) as HTMLDialogElement;
    const part = (name: string): HTMLElement[] => [
      ...dialog.querySelectorAll<HTMLElement>(`[part="${name}"]`),
    ];
    const prompts = (): string[] => part('large-prompt').map(folded);
    const [compare] = part('compare');
    expect([compare?.title, compare?.ariaPressed, prompts()]).to.deep.equal([
      'Compare',
      'false',
      ['a hill'],
    ]);
    compare?.focus();
    compare?.click();
    expect(prompts()).to.deep.equal(['a hill', 'a ship']);
    expect(part('compared').map((each) => each.querySelector('img')?.alt)).to.deep.equal(prompts());
    for (const facts of part('large-facts'))
      expect(folded(facts)).to.match(/^FLUX\.2 pro · 512 × 512 · seed 8 · \$0\.030/);
    expect(dialog.ariaLabel).to.equal('a hill, compared with a ship');
    const isFocused = (): boolean => driver.element.shadowRoot?.activeElement === compare;
    expect([compare?.ariaPressed, isFocused()]).to.deep.equal(['true', true]);
    await sendKeys({ press: 'ArrowRight' });
    expect(prompts()).to.deep.equal(['a hill', 'a red boat']);
    expect(folded(dialog.querySelector('[role=status]'))).to.equal('Picture 1 of 3');
    await sendKeys({ press: 'ArrowLeft' });
    expect(prompts()).to.deep.equal(['a hill', 'a ship']);
    compare?.click();
    expect([compare?.ariaPressed, isFocused(), prompts()]).to.deep.equal([
      'false',
      true,
      ['a hill'],
    ]);
    await sendKeys({ press: 'Escape' });
    await seen.until(() => !dialog.open);
  });

  it('has tools of 44 pixels, each with its words as name and tooltip', () => {
    const tools = ['download', 'more', 'forget'].map((part) => seen.one(part));
    expect(tools.map(({ title }) => title)).to.deep.equal(['Download', 'More', 'Forget']);
    for (const tool of tools) {
      const { width, height } = tool.getBoundingClientRect();
      expect(tool.ariaLabel).to.equal(tool.title);
      expect(tool.querySelector('path')?.getAttribute('d')).to.match(/^M/);
      if (width > 0) expect([width, height]).to.deep.equal([44, 44]);
    }
  });

  it('is joined in an open gallery by what another tab buys, until that tab forgets it, and takes no memory once the gallery is closed', async () => {
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length > 0);
    const alts = (): string[] => seen.all<HTMLImageElement>('kept').map(({ alt }) => alt);
    const other = pictureLibrary();
    const id = `other-${Date.now()}`;
    await other.keep(await paint('a ship', 3, 64, 64), {
      id,
      at: Date.now(),
      provider: 'sandbox',
      model: 'flux-2-pro',
      width: 8,
      height: 8,
      prompt: 'a ship, bought elsewhere',
    });
    await seen.until(() => alts().includes('a ship, bought elsewhere'));
    const { src } = seen
      .all<HTMLImageElement>('kept')
      .find(({ alt }) => alt === 'a ship, bought elsewhere') as HTMLImageElement;
    expect((await fetch(src)).ok).to.equal(true);
    await other.forget(id);
    await seen.until(() => !alts().includes('a ship, bought elsewhere'));
    const [left] = seen.all<HTMLImageElement>('kept').map((picture) => picture.src);
    await seen.press('Pictures');
    for (const address of [src, left ?? ''])
      expect(
        await fetch(address).then(
          () => 'read',
          () => 'gone',
        ),
      ).to.equal('gone');
    await seen.press('Pictures');
    await seen.until(() => seen.all('kept').length > 0);
  });
});

describe('pictures to start from', () => {
  let driver: WidgetDriver;
  let seen: Scene;
  beforeEach(async () => {
    driver = await widget({ model: 'flux-2-pro' });
    seen = look(driver.element);
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    await seen.until(() => insideOf(driver.element).parts.here.deferred);
  });
  afterEach(() => driver.remove());

  const sizes = (): readonly { readonly width: number }[] =>
    insideOf(driver.element).checkout.references.sizes;
  const measured = (count: number): Promise<void> =>
    seen.until(
      () =>
        sizes().filter(({ width }) => width > 0).length === count && driver.element.quote?.total,
    );

  it('come by paste, and pasted words stay words', async () => {
    // Firefox leaves the files out of a ClipboardEvent that a script makes.
    const paste = (clipboardData: DataTransfer): boolean =>
      driver.prompt.dispatchEvent(
        Object.defineProperty(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true }),
          'clipboardData',
          { value: clipboardData },
        ),
      );
    const picture = new DataTransfer();
    picture.items.add(await file('fox', 64, 48));
    expect(paste(picture)).to.equal(false);
    const words = new DataTransfer();
    words.setData('text/plain', 'a fox');
    expect(paste(words)).to.equal(true);
    await measured(1);
    await driver.element.updateComplete;
    expect(seen.text('references')).to.match(/^64 × 48 · 0\.01 MP/);
  });

  /** A drag of files, as the browser tells it of one place. False if the widget takes it on. */
  function drag(target: Element, type: string, files: readonly File[]): boolean {
    const dataTransfer = new DataTransfer();
    for (const each of files) dataTransfer.items.add(each);
    const how = { bubbles: true, cancelable: true, composed: true };
    return target.dispatchEvent(new DragEvent(type, { dataTransfer, ...how }));
  }

  const dropHint = (): Element | null | undefined =>
    driver.element.shadowRoot?.querySelector('.drop');

  it('come by drop, anywhere on the widget, and what is no picture is left alone', async () => {
    const files = [
      await file('fox', 64, 48),
      new File(['words'], 'words.txt', { type: 'text/plain' }),
    ];
    const target = seen.one('tally');
    drag(target, 'dragover', files);
    await driver.element.updateComplete;
    expect(dropHint()).not.to.equal(null);
    drag(target, 'drop', files);
    await measured(1);
    expect(driver.element.references.length).to.equal(1);
    await driver.element.updateComplete;
    expect(dropHint()).to.equal(null);
  });

  it('come by drop on a widget nobody has touched: a drag moves no pointer', async () => {
    const other = await widget({ model: 'flux-2-pro' });
    const files = [await file('fox', 64, 48)];
    const target = other.part('tally') as HTMLElement;
    expect(drag(target, 'dragover', files), 'the browser would leave the page').to.equal(true);
    drag(target, 'dragenter', files);
    await until(() => !drag(target, 'dragover', files));
    drag(target, 'drop', files);
    expect(other.element.references.length).to.equal(1);
    other.remove();
  });

  it('are made smaller in one press where that saves, in their own shape, and say what it saves', async () => {
    driver.element.references = [await file('large', 1280, 960)];
    await measured(1);
    await driver.element.updateComplete;
    const before = Number(driver.element.quote?.total?.high);
    const hint = seen.all('hint').find((each) => folded(each).includes('Shrink references to'));
    expect(folded(hint)).to.match(/save \$0\.015$/);
    hint?.click();
    await seen.until(() => insideOf(driver.element).checkout.references.sizes[0]?.width === 1182);
    await driver.element.updateComplete;
    const [size] = insideOf(driver.element).checkout.references.sizes;
    expect((size?.width ?? 0) * (size?.height ?? 0)).to.be.at.most(1_048_576);
    expect(before - Number(driver.element.quote?.total?.high)).to.be.closeTo(0.015, 1e-9);
  });

  it('can be taken away again by name', async () => {
    driver.element.references = [await file('one', 64, 48), await file('two', 48, 64)];
    await measured(2);
    await driver.element.updateComplete;
    const [first] = seen.one('references').querySelectorAll('button');
    expect(first?.getAttribute('aria-label')).to.equal('Remove reference 64 × 48 · 0.01 MP');
    first?.click();
    await driver.element.updateComplete;
    expect(driver.element.references.length).to.equal(1);
  });
});

describe('a draft and its final', () => {
  let driver: WidgetDriver;
  let seen: Scene;
  afterEach(() => driver.remove());

  it('are both priced before the first press; one press makes the final at the price on it, with the same words and seed', async () => {
    driver = await widget({ model: 'flux-2-max', size: '512x512' });
    seen = look(driver.element);
    driver.prompt.focus();
    await driver.type('a fox');
    await seen.until(() => seen.all('draft').length > 0);
    seen.one('draft').click();
    await seen.until(() => seen.all('plan').length > 0);
    expect(driver.element.quote?.request.model).to.equal('flux-2-klein-4b');
    expect(seen.text('plan')).to.contain(
      'Draft on FLUX.2 klein 4B ($0.014), then final on FLUX.2 max ($0.070): together $0.084.',
    );
    expect(seen.text('receipt')).to.contain('saves $0.056');
    await driver.press();
    await driver.ended();
    await seen.until(() => seen.all('promote').length > 0);
    expect(seen.text('promote')).to.equal('Make the final on FLUX.2 max · $0.070 simulated');
    const before =
      driver.element.tally.sandbox.byModel.find(({ model }) => model === 'flux-2-max')?.settled ??
      '0';
    const draft = insideOf(driver.element).checkout.pictures[0]?.seed;
    seen.one('promote').click();
    await seen.until(
      () =>
        insideOf(driver.element).checkout.pictures[0]?.receipt?.model === 'flux-2-max' &&
        driver.element.generation.name === 'done',
    );
    expect(insideOf(driver.element).checkout.pictures[0]?.seed).to.equal(draft);
    const after =
      driver.element.tally.sandbox.byModel.find(({ model }) => model === 'flux-2-max')?.settled ??
      '0';
    expect(Number(after) - Number(before)).to.be.closeTo(0.07, 1e-9);
  });

  it('stand in one row: what is chosen is what the button makes, and the one menu of models changes it', async () => {
    driver = await widget({ model: 'flux-2-max', size: '512x512' });
    seen = look(driver.element);
    driver.prompt.focus();
    await driver.type('a fox');
    await seen.until(() => seen.all('draft').length > 0);
    seen.one('draft').click();
    await seen.until(() => seen.all('plan').length > 0);
    const chosen = (): (string | null)[] =>
      ['draft-choice', 'final-choice'].map((part) => seen.one(part).getAttribute('aria-pressed'));
    const choices = (): string[] => ['draft-choice', 'final-choice'].map((part) => seen.text(part));
    const choose = async (model: string): Promise<void> => {
      const menu = seen.one<HTMLSelectElement>('model');
      menu.value = model;
      menu.dispatchEvent(new Event('change'));
      await driver.element.updateComplete;
    };
    expect(seen.one('plan').querySelector('select')).to.equal(null);
    expect(choices()).to.deep.equal(['Draft first · $0.014', 'Final · $0.070']);
    expect(chosen()).to.deep.equal(['true', 'false']);
    await choose('flux-2-klein-9b');
    expect(choices()).to.deep.equal(['Draft first · $0.015', 'Final · $0.070']);
    seen.one('final-choice').click();
    await driver.element.updateComplete;
    expect(chosen()).to.deep.equal(['false', 'true']);
    expect(driver.element.quote?.request.model).to.equal('flux-2-max');
    await choose('flux-2-pro');
    expect(choices()).to.deep.equal(['Draft first · $0.015', 'Final · $0.030']);
    expect(seen.text('plan')).to.contain(
      'Draft on FLUX.2 klein 9B ($0.015), then final on FLUX.2 pro',
    );
    await choose('flux-2-klein-9b');
    expect(chosen()).to.deep.equal(['true', 'false']);
  });
});
