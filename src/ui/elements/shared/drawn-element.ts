import { LitElement, type PropertyValues } from 'lit';

/**
 * The base of all elements: draws into an empty shadow root, and draws it anew where another script
 * (a page translator, an extension) took away nodes that an update needs.
 */
export abstract class DrawnElement extends LitElement {
  protected override update(changed: PropertyValues): void {
    // A server's declarative shadow root would stay beside ours, with its old price.
    if (!this.hasUpdated) redrawFromNothing(this);
    try {
      super.update(changed);
    } catch {
      redrawFromNothing(this);
      super.update(changed);
    }
  }
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
