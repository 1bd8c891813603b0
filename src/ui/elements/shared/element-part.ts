import { adoptStyles, unsafeCSS, type LitElement } from 'lit';
import { warnOnce } from '../../../base/warn-once.js';
import { LazyPart } from './lazy-part.js';
import { keepTyping } from './keep-typing.js';

/**
 * The view of an element, loaded together with its styles. A failed load is reported once on the
 * console.
 */
export function elementPart<T extends { readonly styles: string }>(
  element: LitElement,
  load: () => Promise<T>,
): LazyPart<T> {
  return new LazyPart(
    load,
    ({ styles }) => {
      const { elementStyles } = element.constructor as typeof LitElement;
      const root = element.renderRoot as ShadowRoot;
      adoptStyles(root, [...elementStyles, unsafeCSS(styles)]);
      keepTyping(root);
      element.requestUpdate();
    },
    () => {
      warnOnce(`<${element.localName}>: its view could not be loaded`);
      element.requestUpdate();
    },
  );
}
