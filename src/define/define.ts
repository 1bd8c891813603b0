import { release } from '../base/release.js';
import { warnOnce } from '../base/warn-once.js';

const marks = new WeakMap<CustomElementConstructor, string>();
const mark = Symbol.for('user-pays-image/release');

/**
 * Registers an element, once per page. A tag name that is taken stays with its first owner, so that
 * loading a second copy of the script does not throw; it logs a warning when the owner is another
 * version or something else. Does nothing outside a page (Node, where lit brings its own registry),
 * and only warns in a page of XML, where Lit's templates can't be read: what is written inside the
 * element stays on show there.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof window === 'undefined' || typeof customElements === 'undefined') return;
  const { contentType } = document;
  if (/xml/.test(contentType))
    return warnOnce(`no element is drawn in ${contentType}: serve this page as text/html`);
  const taken = customElements.get(tag) as
    (CustomElementConstructor & { [mark]?: string }) | undefined;
  if (!taken) {
    Object.defineProperty(element, mark, { value: release });
    customElements.define(tag, element);
  } else if (taken[mark] !== release && !marks.has(taken)) {
    marks.set(taken, release);
    console.warn(
      `user-pays-image ${release}: <${tag}> is already defined by ${taken[mark] ?? 'something else'}; this copy was not registered.`,
    );
  }
}
