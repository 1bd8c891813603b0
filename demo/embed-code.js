/**
 * The code that puts one element on a page, for one way of building pages.
 * @param {string} framework
 * @param {string} tag
 * @param {[name: string, value: string | true][]} attributes `true` is one that is only there
 * @returns {string}
 */
export function embedCode(framework, tag, attributes) {
  return ways[framework](tag, attributes);
}

const script = '<script type="module" src="user-pays-image/dist/user-pays-image.js"></script>';

const ways = {
  HTML: (tag, attributes) => `${script}\n${markup(tag, attributes)}\n`,
  React: (tag, attributes) =>
    `import 'user-pays-image/define';\n\nexport function Picture() {\n  return ${markup(
      tag,
      attributes,
      { isSelfClosing: true, write: jsxValue },
    ).replaceAll('\n', '\n  ')};\n}\n`,
  Vue: (tag, attributes) =>
    `<script setup>\nimport 'user-pays-image/define';\n</script>\n\n<template>\n  ${markup(
      tag,
      attributes,
    ).replaceAll('\n', '\n  ')}\n</template>\n`,
  Svelte: (tag, attributes) =>
    `<script>\n  import 'user-pays-image/define';\n</script>\n\n${markup(tag, attributes, { write: jsxValue })}\n`,
  Astro: (tag, attributes) =>
    `${markup(tag, attributes, { write: jsxValue })}\n\n<script>\n  import 'user-pays-image/define';\n</script>\n`,
  // A blank line would end the HTML block.
  Markdown: (tag, attributes) => `${script}\n${markup(tag, attributes).replace(/\n\s*/g, ' ')}\n`,
};

export const frameworks = Object.keys(ways);

/** What a person has to know besides. */
export const remarks = {
  HTML: 'Copy dist/ of the package into a folder user-pays-image/ beside the page.',
  React: 'React 19 or newer. In Next.js the file starts with “use client”.',
  Vue: 'Tell Vue that tags which start with user-pays- are custom elements (compilerOptions.isCustomElement).',
  Svelte: 'Svelte 4 and 5.',
  Astro: 'The script is bundled and loaded once a page.',
  Markdown:
    'Where the site lets HTML through. Copy dist/ into a folder user-pays-image/ beside the page.',
};

function markup(tag, attributes, { isSelfClosing = false, write = htmlValue } = {}) {
  const written = attributes.map(([name, value]) =>
    value === true ? name : `${name}=${write(value)}`,
  );
  const line = [tag, ...written].join(' ');
  const inside = line.length <= 80 ? line : `${tag}\n  ${written.join('\n  ')}\n`;
  return isSelfClosing ? `<${inside}${inside.endsWith('\n') ? '' : ' '}/>` : `<${inside}></${tag}>`;
}

function htmlValue(value) {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;')}"`;
}

/** As a string of JavaScript wherever it could be read as something else. */
function jsxValue(value) {
  return /["'&<>{}\\\n]/.test(value) ? `{${JSON.stringify(value)}}` : `"${value}"`;
}
