// The white space that makes a template or a style sheet readable is for us, not for the reader's
// connection.

/** @param {string} text CSS outside of quotes and comments */
function slimPlainCss(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.');
}

/**
 * @param {string} css a style sheet, or a part of one between expressions
 * @returns {string} the same rules, shorter
 */
export function slimCss(css) {
  return css
    .split(/(\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/)
    .map((piece, index) =>
      index % 2 === 0 ? slimPlainCss(piece) : piece.startsWith('/*') ? '' : piece,
    )
    .join('');
}

/**
 * @param {string} html a template, or a part of one
 * @returns {string} with line breaks and what indents the next line made one space
 */
export function slimHtml(html) {
  return html.replace(/[ \t]*\n\s*/g, ' ');
}

const slimmers = { css: slimCss, html: slimHtml, svg: slimHtml };

function walk(/** @type {any} */ node, /** @type {(node: any) => void} */ visit) {
  if (!node || typeof node.type !== 'string') return;
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) walk(child, visit);
}

/**
 * Shortens css, html and svg literals. Text in which white space counts is left alone.
 * @param {string} code a module
 * @param {(code: string) => unknown} parse gives its ESTree
 * @returns {string}
 */
export function slimCode(code, parse) {
  if (!/\b(css|html|svg)`/.test(code)) return code;
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  walk(parse(code), ({ type, tag, quasi }) => {
    const slim = type === 'TaggedTemplateExpression' && slimmers[tag.name];
    if (!slim || quasi.quasis.some(({ value }) => /<(pre|textarea)[^>]*>[^<]*\n/.test(value.raw)))
      return;
    for (const { start, end, value } of quasi.quasis)
      edits.push({ start, end, text: slim(value.raw) });
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((slim, { start, end, text }) => slim.slice(0, start) + text + slim.slice(end), code);
}

/**
 * The same for our own modules in a bundle.
 * @returns {import('rollup').Plugin}
 */
export function slimLiterals() {
  return {
    name: 'slim-literals',
    transform: {
      order: 'post',
      handler(code, id) {
        if (id.includes('/node_modules/')) return null;
        return { code: slimCode(code, (text) => this.parse(text)), map: null };
      },
    },
  };
}
