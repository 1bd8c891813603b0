import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

interface Receipt {
  readonly id: string;
  readonly charge: string;
  readonly simulated: boolean;
}

describe('a form with a widget in it', () => {
  let form: HTMLFormElement;
  let shown: WidgetDriver;
  let element: UserPaysImage;

  beforeEach(() => {
    form = document.createElement('form');
    document.body.append(form);
  });
  afterEach(() => form.remove());

  /** Puts it into the form and waits for the code that makes its value. */
  async function field(
    attributes: Record<string, string> = {},
    properties: Partial<UserPaysImage> = {},
  ): Promise<void> {
    shown = await widget({ name: 'cover', prompt: 'a fox', ...attributes }, properties);
    ({ element } = shown);
    form.append(element);
    await until(() => insideOf(element).parts.here.form);
    await element.updateComplete;
  }

  async function buy(): Promise<void> {
    await shown.press();
    await shown.ended();
  }

  function files(): File[] {
    return new FormData(form).getAll('cover').filter((each) => each instanceof File);
  }

  function receipts(): Receipt[] {
    return new FormData(form)
      .getAll('cover-receipt')
      .map((each) => JSON.parse(each as string) as Receipt);
  }

  it('gets every picture of a purchase as a file, and its receipt', async () => {
    await field({ count: '2' });
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    await buy();
    const { images } = await element.generate().then(
      (purchase) => purchase,
      () => ({ images: [] }),
    );
    expect(images).to.have.length(2);
    const sent = files();
    expect(sent.map(({ size }) => size)).to.deep.equal(images.map(({ blob }) => blob?.size));
    for (const file of sent) {
      expect(file.type).to.match(/^image\//);
      expect(file.name).to.match(/^a-fox-\d{4}-\d\d-\d\d-\d+\.(png|webp|jpg)$/);
    }
    expect(receipts().map(({ charge, simulated }) => [charge, simulated])).to.deep.equal([
      ['charged', true],
      ['charged', true],
    ]);
    expect(new Set(receipts().map(({ id }) => id)).size).to.equal(2);
  });

  it('has the picture by the time the page hears of it', async () => {
    await field();
    const heard: number[] = [];
    element.addEventListener('user-pays-done', () => heard.push(files().length));
    await buy();
    expect(heard).to.deep.equal([1]);
  });

  it('says in words that a picture is required, until there is one', async () => {
    await field({ required: '' });
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.equal('Make a picture first.');
    expect([element.willValidate, element.matches(':invalid')]).to.deep.equal([true, true]);
    element.lang = 'de';
    await until(() => element.validationMessage === 'Erzeugen Sie zuerst ein Bild.');
    element.reportValidity();
    await until(() => element.shadowRoot?.activeElement === shown.prompt);
    await buy();
    expect([form.checkValidity(), element.validationMessage]).to.deep.equal([true, '']);
  });

  it('is held back at once by what is required, also while its words are on their way', () => {
    const fresh = document.createElement('user-pays-image');
    form.append(fresh);
    expect(form.checkValidity()).to.equal(true);
    fresh.required = true;
    expect(form.checkValidity()).to.equal(false);
    fresh.required = false;
    expect(form.checkValidity()).to.equal(true);
    fresh.setCustomValidity('Not yet.');
    expect([fresh.checkValidity(), fresh.validationMessage]).to.deep.equal([false, 'Not yet.']);
    expect(fresh.validity.customError).to.equal(true);
    fresh.setCustomValidity('');
    expect(fresh.checkValidity()).to.equal(true);
  });

  it('gets no file of a picture that only has an address, and says so where one is required', async () => {
    await field({ required: '' });
    await buy();
    const { checkout } = insideOf(element);
    const { generation } = checkout;
    if (generation.name !== 'done') throw new Error(generation.name);
    const [picture] = generation.state.pictures;
    if (!picture?.image) throw new Error('no picture');
    const { blob: _, ...image } = picture.image;
    const state = { ...generation.state, pictures: [{ ...picture, image }] };
    checkout.purchases.dispatch({ type: 'finished', purchase: generation.purchase, state });
    await element.updateComplete;
    expect([files().length, receipts().length]).to.deep.equal([0, 1]);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.match(/lets no page read it/);
  });

  it('gets what the reader chose, not only what came last', async () => {
    await field({ count: '2' });
    await buy();
    const choose = (): HTMLButtonElement[] => [
      ...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('[part~="choose"]') ?? []),
    ];
    await until(() => choose().length === 2);
    const words = (): string[] => choose().map((each) => each.textContent.trim());
    expect(words()).to.deep.equal(['In the form', 'In the form']);
    const [first] = receipts();
    choose()[0]?.click();
    await element.updateComplete;
    expect(words()).to.deep.equal(['Use in the form', 'In the form']);
    expect(files()).to.have.length(1);
    expect(receipts().map(({ id }) => id)).not.to.include(first?.id);
    form.reset();
    await element.updateComplete;
    expect(words()).to.deep.equal(['Use in the form', 'Use in the form']);
    choose()[0]?.click();
    expect(receipts().map(({ id }) => id)).to.deep.equal([first?.id]);
  });

  it('tells of each change of its value as native fields do, when the form has it', async () => {
    const heard: number[] = [];
    form.addEventListener('change', ({ target }) => {
      expect(target).to.equal(element);
      heard.push(files().length);
    });
    await field({ count: '2' });
    await shown.type('a fox in the snow');
    expect(heard).to.deep.equal([]);
    await buy();
    expect(heard).to.deep.equal([2]);
    await until(() => shown.part('choose'));
    element.shadowRoot?.querySelector<HTMLButtonElement>('[part~="choose"]')?.click();
    expect(heard).to.deep.equal([2, 1]);
    form.reset();
    expect(heard).to.deep.equal([2, 1]);
  });

  it('when reset has no picture, and the words of the page', async () => {
    await field();
    await shown.type('a fox in the snow');
    await buy();
    expect(files()).to.have.length(1);
    form.reset();
    await element.updateComplete;
    expect([element.prompt, shown.prompt.value]).to.deep.equal(['a fox', 'a fox']);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    expect(shown.images).to.have.length(1);
  });

  it('gets nothing from it while it is off, and no name without a picture', async () => {
    await field({ required: '' });
    await buy();
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.append(element);
    expect(files()).to.have.length(1);
    fieldset.disabled = true;
    expect([files().length, element.willValidate, form.checkValidity()]).to.deep.equal([
      0,
      false,
      true,
    ]);
    fieldset.disabled = false;
    element.disabled = true;
    await element.updateComplete;
    expect(files()).to.have.length(0);
    element.disabled = false;
    await element.updateComplete;
    element.name = '';
    await element.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('is heard by whoever listens to its data first, in whichever form it stands', async () => {
    const heard: string[][] = [];
    const other = document.createElement('form');
    document.body.append(other);
    for (const each of [form, other])
      each.addEventListener('formdata', ({ formData }) => heard.push([...formData.keys()]));
    await field();
    await buy();
    expect(files()).to.have.length(1);
    other.append(element);
    expect(files()).to.have.length(0);
    expect(new FormData(other).get('cover')).to.be.instanceOf(File);
    expect(heard).to.deep.equal([['cover', 'cover-receipt'], [], ['cover', 'cover-receipt']]);
    other.remove();
  });

  it('finds its label and its form, and the label leads to the prompt', async () => {
    await field({ id: 'cover' });
    const label = Object.assign(document.createElement('label'), { htmlFor: 'cover' });
    label.textContent = 'Cover';
    form.prepend(label);
    expect([element.form, [...element.labels]]).to.deep.equal([form, [label]]);
    expect(form.elements.namedItem('cover')).to.equal(element);
    label.click();
    expect(element.shadowRoot?.activeElement).to.equal(shown.prompt);
  });

  it('is not sent by Enter in the prompt, nor by a press in the widget', async () => {
    await field();
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    shown.prompt.focus();
    await sendKeys({ press: 'Enter' });
    await buy();
    for (const button of element.shadowRoot?.querySelectorAll('button') ?? [])
      expect(button.type, button.part.value).to.equal('button');
    expect(sent).to.equal(0);
  });

  it('brings back the words and the pictures that the browser kept', async () => {
    await field();
    await buy();
    const before = files();
    const { id } = receipts()[0] ?? {};
    const { pictures } = await insideOf(element).checkout.services();
    await until(async () => (await pictures.list()).some((kept) => kept.id === id));
    const state = JSON.stringify({
      prompt: 'a fox at night',
      pictures: [{ id, name: 'done', image: { alt: 'a fox', width: 1024, height: 1024 } }],
    });
    element.remove();
    await field();
    element.formStateRestoreCallback(state);
    await until(() => files().length > 0);
    expect(element.prompt).to.equal('a fox at night');
    expect(files()[0]?.size).to.equal(before[0]?.size);
    await until(() => shown.part('chosen-image'));
    element.formStateRestoreCallback('{"pictures":[{"id":3},{"id":"gone"},null]}');
    element.formStateRestoreCallback(null);
    expect(element.prompt).to.equal('a fox at night');
  });
});
