import type { scenes } from '../../demo/scenes.js';
import { show } from '../../demo/scenes.js';
import '../../src/define/index.js';
import { freshCatalogue as catalogue } from '../support/fresh-prices.js';
import { paint as draw } from '../../src/providers/sandbox-painter.js';
import { recipe } from '../../src/providers/sandbox-recipe.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { until } from '../support/until.js';

export type SceneName = keyof typeof scenes;

/** A scene of demo/states.html in this page, and the little a test wants to know of it. */
export interface Scene {
  readonly element: UserPaysImage;
  /** The words of a part, white space folded; empty when it is not there. */
  text(part: string): string;
  one<T extends HTMLElement>(part: string): T;
  all<T extends HTMLElement>(part: string): T[];
  /** Presses the button with exactly these words, or a part's only button. */
  press(words: string): Promise<void>;
  /** Resolves as soon as it holds; rejects after a minute. */
  until(holds: () => unknown): Promise<void>;
}

export function paint(words: string, seed: number, width: number, height: number): Promise<Blob> {
  return draw(
    recipe(words, seed),
    Math.max(8, Math.round(width / 8)),
    Math.max(8, Math.round(height / 8)),
  );
}

export function folded(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function look(element: UserPaysImage): Scene {
  const root = element.shadowRoot as ShadowRoot;
  const one = <T extends HTMLElement>(part: string): T => {
    const found = root.querySelector<T>(`[part~="${part}"]`);
    if (!found) throw new Error(`there is no part "${part}"`);
    return found;
  };
  return {
    element,
    one,
    text: (part) => folded(root.querySelector(`[part~="${part}"]`)),
    all: <T extends HTMLElement>(part: string) => [
      ...root.querySelectorAll<T>(`[part~="${part}"]`),
    ],
    press: async (words) => {
      const button = [...root.querySelectorAll('button')].find(
        (each) => folded(each) === words && each.getClientRects().length > 0,
      );
      if (!button)
        throw new Error(
          `there is no button "${words}" among ${[...root.querySelectorAll('button')].map(folded).join(' | ')}`,
        );
      button.focus();
      button.click();
      await element.updateComplete;
    },
    until: async (holds) => void (await until(holds)),
  };
}

/** Resolves once all models have a price; many are priced a little at a time. */
export async function pricedModels(element: UserPaysImage): Promise<void> {
  const { parts } = insideOf(element);
  await until(() => !parts.here.deferred || insideOf(element).model('en').models.length > 0);
  await element.updateComplete;
}

/** Puts a scene on the page. */
export async function scene(name: SceneName): Promise<Scene> {
  const element = await show(name, { place: document.body, paint, catalogue, insideOf });
  await pricedModels(element);
  return look(element);
}
