import { expect } from 'chai';
import '../support/fresh-prices.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { widget } from '../support/widget.js';
import { until } from '../support/until.js';
import { look, scene, type SceneName } from './widget-scene.js';

const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar'];

/** Words for others' eyes or ears only, lists that the browser draws, what scrolls by itself. */
const apart = '.spoken, select, svg, dialog, [hidden], .title';

/** What sticks out of the widget at its sides, or out of the button that buys. */
function cutOff(element: UserPaysImage): string[] {
  const root = element.shadowRoot as ShadowRoot;
  const button = root.querySelector('[part="generate"]');
  return [...root.querySelectorAll('*')].flatMap((each) => {
    if (each.closest(apart)) return [];
    const frame = (each.closest('.sum') && button) || element;
    const { left, right } = frame.getBoundingClientRect();
    return [...each.getClientRects()].some((box) => box.right > right + 1 || box.left < left - 1)
      ? [`${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`]
      : [];
  });
}

async function inEveryLanguage(element: UserPaysImage): Promise<void> {
  Object.assign(element.style, { width: '320px', fontSize: '32px' });
  const { one } = look(element);
  for (const language of languages) {
    element.lang = language;
    await until(() => one('panel').lang === language);
    await element.updateComplete;
    expect(cutOff(element), language).to.deep.equal([]);
  }
}

describe('with text twice as large, 320 pixels wide, nothing is cut off in any language:', () => {
  for (const attributes of [
    { provider: 'fal', model: 'flux-2-klein-4b' },
    { provider: 'puter', model: 'flux-2-pro', currency: 'EUR', rate: '0.92' },
    { provider: 'fal', model: 'flux-2-dev', size: '100x100' },
  ])
    it(`at first look: ${Object.values(attributes).join(' ')}`, async () => {
      const driver = await widget(attributes);
      try {
        await inEveryLanguage(driver.element);
      } finally {
        driver.remove();
      }
    });

  for (const name of [
    'first-visit',
    'unknown-price',
    'over-balance',
    'receipt',
    'done',
    'gallery',
  ] as SceneName[])
    it(name, async () => {
      const { element } = await scene(name);
      try {
        await inEveryLanguage(element);
      } finally {
        element.remove();
      }
    });
});
