import './fresh-origin.js';
import '../../src/define/user-pays-image.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

function part<T extends Element>(element: UserPaysImage, name: string): T | null {
  return element.shadowRoot?.querySelector<T>(`[part~="${name}"]`) ?? null;
}

/** The widget as its reader uses it. */
export interface WidgetDriver {
  readonly element: UserPaysImage;
  readonly button: HTMLButtonElement;
  readonly prompt: HTMLTextAreaElement;
  readonly images: HTMLImageElement[];
  type(text: string): Promise<void>;
  press(): Promise<void>;
  /** The text of a part, white space folded; empty when the part is not there. */
  text(name: string): string;
  part<T extends Element>(name: string): T | null;
  /** Resolves when the purchase ended, whichever way. */
  ended(): Promise<void>;
  remove(): void;
}

/** Puts a sandbox widget on the page, quick unless told otherwise. */
export async function widget(
  attributes: Record<string, string> = {},
  properties: Partial<UserPaysImage> = {},
): Promise<WidgetDriver> {
  const element = document.createElement('user-pays-image');
  for (const [name, value] of Object.entries({ provider: 'sandbox', lang: 'en', ...attributes }))
    element.setAttribute(name, value);
  Object.assign(element, { sandbox: { latency: 0 } }, properties);
  document.body.append(element);
  await insideOf(element).checkout.page.journal.ready;
  await element.updateComplete;
  const need = <T extends Element>(name: string): T => {
    const found = part<T>(element, name);
    if (!found) throw new Error(`the widget shows no part "${name}"`);
    return found;
  };
  return {
    element,
    get button() {
      return need<HTMLButtonElement>('generate');
    },
    get prompt() {
      return need<HTMLTextAreaElement>('prompt');
    },
    get images() {
      return [...(element.shadowRoot?.querySelectorAll<HTMLImageElement>('[part~="image"]') ?? [])];
    },
    part: (name) => part(element, name),
    text: (name) => (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    type: async (text) => {
      const field = need<HTMLTextAreaElement>('prompt');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await element.updateComplete;
    },
    press: async () => {
      need<HTMLButtonElement>('generate').click();
      await element.updateComplete;
    },
    ended: () =>
      new Promise((resolve) => {
        const over = (): boolean =>
          ['done', 'failed', 'cancelled'].includes(element.generation.name);
        const look = (): void => {
          if (!over()) return;
          element.removeEventListener('user-pays-state', look);
          void element.updateComplete.then(() => resolve());
        };
        element.addEventListener('user-pays-state', look);
        look();
      }),
    remove: () => element.remove(),
  };
}
