import { expect } from 'chai';
import { scene, type Scene, type SceneName } from './widget-scene.js';

const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar'] as const;

/** Where one letter stands. */
function boxOf(node: Node, at: number): DOMRect {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return range.getBoundingClientRect();
}

/** The height of the dot before the price and of the letter before it, in pixels. */
function dotAndLetter(button: HTMLElement): readonly number[] {
  const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  const letters: DOMRect[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [at, letter] of Array.from(node.textContent ?? '').entries()) {
      if (letter === '·') return [boxOf(node, at), ...letters.slice(-1)].map(({ top }) => top);
      if (letter.trim() !== '') letters.push(boxOf(node, at));
    }
  return [];
}

describe('the button that buys', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  const inEveryLanguage = async (
    name: SceneName,
    width: number,
    check: (button: HTMLElement, language: string) => void,
  ): Promise<void> => {
    shown = await scene(name);
    const { element, one, until } = shown;
    element.style.width = `${width}px`;
    for (const language of languages) {
      element.lang = language;
      await until(() => one('panel').lang === language);
      check(one('generate'), language);
    }
  };

  for (const name of ['first-visit', 'key-entry', 'range'] as const)
    it(`has no line that begins with the dot before the price: ${name}, in every language`, async () => {
      for (const width of [300, 320, 360]) {
        await inEveryLanguage(name, width, (button, language) => {
          const [dot = 0, letter = 0] = dotAndLetter(button);
          expect(dot, `${language}, ${width}`).to.be.closeTo(letter, 4);
        });
        shown.element.remove();
      }
    });

  for (const name of ['first-visit', 'key-entry', 'range'] as const)
    it(`stands beside the price line in a wide place, however long its words are: ${name}`, async () => {
      await inEveryLanguage(name, 600, (button, language) => {
        const line = shown.one('price-line').getBoundingClientRect();
        const place = button.getBoundingClientRect();
        expect(place.top, language).to.be.closeTo(line.top, 4);
        expect(line.width, language).to.be.greaterThan(120);
      });
    });

  it('stays where it is when the list of all models arrives', async () => {
    shown = await scene('first-visit');
    const { element, one, until } = shown;
    element.style.width = '320px';
    await until(() => shown.all('all-models').length > 0);
    const { top } = one('generate').getBoundingClientRect();
    one('all-models').remove();
    expect(one('generate').getBoundingClientRect().top).to.equal(top);
  });
});
