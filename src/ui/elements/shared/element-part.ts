import type { LitElement } from 'lit';
import { warnOnce } from '../../../base/warn-once.js';
import { wear } from './drawn-element.js';
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
      const root = element.renderRoot as ShadowRoot;
      wear(root, styles);
      keepTyping(root);
      element.requestUpdate();
    },
    () => {
      warnOnce(`<${element.localName}>: its view could not be loaded`);
      element.requestUpdate();
    },
  );
}
