// Lit as the files for script tags have it. Our elements put on their styles themselves
// (src/ui/elements/shared/drawn-element.ts), use no decorators, and share no page with another Lit.

/**
 * Lit's file, a text in it, and what takes its place. Each must be found.
 * @type {readonly (readonly [file: RegExp, text: RegExp, instead: string])[]}
 */
const changes = [
  // Markup that names elements so (`<a id="litHtmlVersions">`) would stop Lit from loading.
  [/lit-html\.js$/, /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/lit-element\.js$/, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/reactive-element\.js$/, /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  // Polyfills and servers that this bundle never has.
  [/lit-html\.js$/, /\w+\.litHtmlPolyfillSupport\b/, 'void 0'],
  [/lit-element\.js$/, /\w+\.litElementPolyfillSupport\b/, 'void 0'],
  [/lit-element\.js$/, /\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0'],
  [/reactive-element\.js$/, /\w+\.reactiveElementPolyfillSupport\b/, 'void 0'],
  // A policy of Lit's name is one per page, and the page's own Lit may have it.
  [
    /lit-html\.js$/,
    /\b(\w)=\w\.trustedTypes,(\w)=\1\?\1\.createPolicy\("lit-html",.*?\):void 0/,
    '$2=globalThis.trustedTypes&&trustedPolicy().made',
  ],
  [/reactive-element\.js$/, /\b(\w+)=\w+\.trustedTypes,(\w+)=\1\?\1\.emptyScript:""/, '$2=""'],
  [/lit-html\.js$/, /(\w)\?\1\.emptyScript:""/, '""'],
  // Templates of MathML, attributes that hold JSON, and controllers that leave an element.
  [/lit-html\.js$/, /:3===\w\?"<math>":""/, ':""'],
  [/lit-html\.js$/, /:3===\w\?"<\/math>":""/, ':""'],
  [/lit-html\.js$/, /\|\|3===\w(?=\)\{const \w=this\.el\.content\.firstChild)/, ''],
  [/reactive-element\.js$/, /case Object:case Array:\w=null==\w\?\w:JSON\.stringify\(\w\)/, ''],
  [/reactive-element\.js$/, /;?case Object:case Array:try\{.*?\}catch\(\w\)\{.*?\}/, ''],
  [/reactive-element\.js$/, /removeController\(.*?\}(?=_\$E_\(\))/, ''],
  // Settings by decorators, whose registry is on the global object, too.
  [
    /reactive-element\.js$/,
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    '',
  ],
  [
    /reactive-element\.js$/,
    /const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=new Map)/,
    '',
  ],
  [/reactive-element\.js$/, /static addInitializer\(.*?\}(?=static get observedAttributes)/, ''],
  [/reactive-element\.js$/, /,void 0!==(\w)\.l&&\(this\.l=\[\.\.\.\1\.l\]\)/, ''],
  [/reactive-element\.js$/, /,this\.constructor\.l\?\.forEach\(\w=>\w\(this\)\)/, ''],
];

/** Instead of Lit's css-tag.js: styles stay text. */
const styles = `export const unsafeCSS = String, getCompatibleStyle = (css) => css;
export function css() {}
export function adoptStyles() {}
export class CSSResult {}
export const supportsAdoptingStyleSheets = true;`;

/**
 * @param {string} policy the module that exports `trustedPolicy`
 * @returns {import('rollup').Plugin}
 */
export function slimLit(policy) {
  return {
    name: 'slim-lit',
    transform(code, id) {
      if (!/\/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\/[\w-]+\.js$/.test(id))
        return null;
      if (id.endsWith('/css-tag.js')) return { code: styles, map: null };
      let slim = code;
      for (const [file, text, instead] of changes)
        if (file.test(id)) {
          if (!text.test(slim))
            return this.error(`${id} is not written as it was: ${String(text)}`);
          slim = slim.replace(text, instead);
        }
      if (slim.includes('trustedPolicy'))
        slim = `import { trustedPolicy } from ${JSON.stringify(policy)};\n${slim}`;
      return { code: slim, map: null };
    },
  };
}
