/**
 * A property of the document as the browser has it. `document.baseURI` can't be trusted: markup
 * such as `<img name="baseURI">` puts an element in its place.
 */
export function documentValue<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document);
}
