// What editors and frameworks know of the elements, from custom-elements.json: VS Code's custom data,
// JetBrains' web types, and types for templates and JSX.
import { readFileSync, writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { writeFrameworkTypes } from './framework-types.mjs';

const outdir = process.env.OUT ?? 'dist';
// A hundred parts in a tooltip hide what it is about, and so do custom properties that all elements
// share; style sheets are offered them one by one.
const options = { outdir, hideLogs: true, hideCssPartsDocs: true, hideCssPropertiesDocs: true };

// White space that no tool needs.
writeFileSync('custom-elements.json', JSON.stringify(manifest()));
// The generators write into what they are given.
generateVsCodeCustomElementData(manifest(), options);
generateJetBrainsWebTypes(manifest(), { ...options, packageJson: false });
rewrite('vscode.html-custom-data.json', (data) => data);
rewrite('vscode.css-custom-data.json', namedOnce);
rewrite('web-types.json', ({ contributions, ...data }) => ({
  ...data,
  contributions: { ...contributions, css: namedOnce(contributions.css) },
}));
writeFrameworkTypes(manifest(), `${outdir}/types`);

function manifest() {
  return JSON.parse(readFileSync('custom-elements.json', 'utf8'));
}

function rewrite(file, change) {
  const path = `${outdir}/${file}`;
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
}

/** Several elements have parts and custom properties of the same name; a style sheet needs one. */
function namedOnce(css) {
  return Object.fromEntries(
    Object.entries(css).map(([key, list]) => [
      key,
      Array.isArray(list) ? [...new Map(list.toReversed().map(named)).values()].toReversed() : list,
    ]),
  );
}

function named(one) {
  return [one.name, one];
}
