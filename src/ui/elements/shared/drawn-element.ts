import { LitElement, type PropertyValues } from 'lit';

/**
 * The base of all elements: draws into an empty shadow root, and draws it anew where another script
 * (a page translator, an extension) took away nodes that an update needs. Keeps its styles when it is
 * moved to another window.
 */
export abstract class DrawnElement extends LitElement {
  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions, elementStyles } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    wear(root, ...elementStyles);
    return root;
  }

  /** Called by the browser when the element was moved to another document, which takes styles off. */
  adoptedCallback(): void {
    if (this.shadowRoot) wear(this.shadowRoot);
  }

  protected override update(changed: PropertyValues): void {
    // A server's declarative shadow root would stay beside ours, with its old price.
    if (!this.hasUpdated) redrawFromNothing(this);
    try {
      super.update(changed);
    } catch {
      redrawFromNothing(this);
      super.update(changed);
    }
    // A page that is still loading may add more.
    if (this.textContent.trim())
      void import('./hidden-children.js').then((part) => part.warnOfHiddenChildren(this), Object);
  }
}

/** The styles of each shadow root, in order. */
const worn = new WeakMap<ShadowRoot, string[]>();
/** Sheets are shared by all elements of a document, and can be used in no other. */
const sheets = new WeakMap<Document, Record<string, CSSStyleSheet>>();

/**
 * Adds styles to a shadow root, and puts on those it has: CSS text, or what has it as text. A document
 * without a window shows nothing, and simulated documents know no such sheets.
 */
export function wear(root: ShadowRoot, ...styles: readonly unknown[]): void {
  const { ownerDocument, adoptedStyleSheets: others } = root;
  const { defaultView } = ownerDocument;
  const all = worn.get(root) ?? [];
  worn.set(root, all);
  all.push(...styles.map(String));
  if (!defaultView || !others) return;
  const known = sheets.get(ownerDocument) ?? {};
  sheets.set(ownerDocument, known);
  const own = all.map((css) => {
    if (!known[css]) (known[css] = new defaultView.CSSStyleSheet()).replaceSync(css);
    return known[css];
  });
  // Sheets that the page added stay.
  root.adoptedStyleSheets = [...new Set([...own, ...others])];
}

/**
 * Empties the shadow root; the next update draws all of it. Styles and listeners of the root stay.
 * Lit keeps what it drew under the node it renders before, so a new node is a new start.
 */
export function redrawFromNothing({
  renderRoot,
  renderOptions,
}: Pick<LitElement, 'renderRoot' | 'renderOptions'>): void {
  renderRoot.replaceChildren((renderOptions.renderBefore = new Comment()));
}
