import { defined } from '../../../base/defined.js';
import { addWords } from '../../i18n/index.js';
import { LazyPart } from '../shared/lazy-part.js';
import type { WidgetParts } from './model.js';

type Name = keyof WidgetParts;
type Loaded<N extends Name> = NonNullable<WidgetParts[N]> & {
  readonly words?: object;
  readonly style?: string;
};

const loaders: { readonly [N in Name]: () => Promise<Loaded<N>> } = {
  deferred: () => import('./deferred/index.js'),
  tools: () => import('./deferred/tools.js'),
  drafts: () => import('./deferred/drafts.js'),
  gallery: () => import('./deferred/gallery.js'),
};

/** A widget's parts beyond the first look, with their words and styles. */
export class Parts {
  readonly #parts: { readonly [N in Name]: LazyPart<Loaded<N>> };

  constructor(root: () => ShadowRoot | null, changed: () => void) {
    const arrived = ({ words, style }: { words?: object; style?: string }): void => {
      if (words) addWords(words);
      if (style !== undefined) wear(root(), style);
      changed();
    };
    this.#parts = {
      deferred: new LazyPart(loaders.deferred, arrived),
      tools: new LazyPart(loaders.tools, arrived),
      drafts: new LazyPart(loaders.drafts, arrived),
      gallery: new LazyPart(loaders.gallery, arrived),
    };
  }

  /** Those that are here. */
  get here(): WidgetParts {
    const { deferred, tools, drafts, gallery } = this.#parts;
    return defined({
      deferred: deferred.part,
      tools: tools.part,
      drafts: drafts.part,
      gallery: gallery.part,
    });
  }

  load(name: Name): void {
    void this.#parts[name].load();
  }
}

function wear(root: ShadowRoot | null, style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root?.adoptedStyleSheets.push(sheet);
}
