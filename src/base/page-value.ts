import { text } from './json.js';

/**
 * What a script of the page set on `window` under this name. Not an element that markup named so
 * (`<a id="PUTER_SDK_URL">`), and not what `Object.prototype` was given.
 */
export function pageValue(name: string): unknown {
  return Object.hasOwn(globalThis, name)
    ? (globalThis as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The same, only as text that is not empty. */
export function pageText(name: string): string | undefined {
  return text(pageValue(name));
}
