import { addWords } from '../../i18n/index.js';
import { wear } from '../shared/drawn-element.js';
import { LazyPart } from '../shared/lazy-part.js';
import type { WidgetParts } from './model.js';

type Name = keyof WidgetParts;
type Loaded = NonNullable<WidgetParts[Name]> & { readonly words?: object; readonly style?: string };

const loaders: { readonly [N in Name]: () => Promise<NonNullable<WidgetParts[N]>> } = {
  deferred: () => import('./deferred/index.js').then(notPressed),
  tools: () => import('./deferred/tools.js'),
  drafts: () => import('./deferred/drafts.js'),
  gallery: () => import('./deferred/gallery.js'),
  picker: () => import('./deferred/picker.js'),
  mask: () => import('./deferred/mask.js'),
  form: () => import('./deferred/form.js'),
};

/** The part once it may be drawn; see `notPressed` of the deferred part. */
async function notPressed<T extends { notPressed(): Promise<void> }>(part: T): Promise<T> {
  await part.notPressed();
  return part;
}

/** A widget's parts beyond the first look, with their words and styles. */
export class Parts {
  /** Those that are here. */
  readonly here: WidgetParts = {};
  readonly #parts: Partial<Record<Name, LazyPart<Loaded>>> = {};

  constructor(root: () => ShadowRoot | null, changed: () => void) {
    for (const [name, load] of Object.entries<() => Promise<Loaded>>(loaders))
      this.#parts[name as Name] = new LazyPart(load, (part) => {
        const { words, style } = part;
        if (words) addWords(words);
        const shadow = root();
        if (shadow && style) wear(shadow, style);
        Object.assign(this.here, { [name]: part });
        changed();
      });
  }

  /** Resolves when it is here, or could not be loaded. */
  async load(name: Name): Promise<void> {
    await this.#parts[name]?.load();
  }
}
