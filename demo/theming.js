import { addTerms } from '../dist/user-pays-image.js';

addTerms('en-x-press', {
  describe: 'What shall we print?',
  generateSample: (count) => (count > 1 ? `Pull ${count} proofs · free` : 'Pull a proof · free'),
  noRealMoney: 'A proof, painted in this browser. No real money moves.',
});

const desk = document.querySelector('#desk');
const sheet = document.querySelector('#sheet');
const tried = document.querySelector('#tried');
const untouched = new Map(new FormData(desk));

/**
 * Only what was changed is set: a page that says nothing about a colour gets the reader's scheme.
 */
function dress() {
  const chosen = [...new FormData(desk)]
    .filter(([name, value]) => value !== untouched.get(name))
    .map(([name, value]) => [`--user-pays-${name}`, /^\d+$/.test(value) ? `${value}px` : value]);
  for (const name of untouched.keys()) tried.style.removeProperty(`--user-pays-${name}`);
  for (const [property, value] of chosen) tried.style.setProperty(property, value);
  sheet.textContent =
    chosen.length === 0
      ? '/* nothing changed yet */'
      : `user-pays-image {\n${chosen.map(([property, value]) => `  ${property}: ${value};\n`).join('')}}`;
}

desk.addEventListener('input', dress);
desk.addEventListener('reset', () => setTimeout(dress));
