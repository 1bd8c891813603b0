// One state of the element per address: states.html?state=done&scheme=dark. Without one, the list
// of them all.
import { insideOf } from '../dist/user-pays-image.testing.js';
import { catalogue } from '../dist/pricing.js';
import { scenes, show } from './scenes.js';

const asked = new URLSearchParams(location.search);
const scheme = asked.get('scheme');
if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme;

/** What `npm run screenshots` goes through. */
window.states = Object.keys(scenes);

async function paint(prompt, seed, width, height) {
  const { paint: draw, recipe } = await import('../dist/modules/providers/sandbox-painter.js');
  return draw(recipe(prompt, seed), width, height);
}

const name = asked.get('state');
if (name && Object.hasOwn(scenes, name)) {
  document.body.classList.add('one');
  document.title = `${name} · user-pays-image`;
  window.shown = show(name, {
    place: document.getElementById('stage'),
    paint,
    catalogue,
    insideOf,
  });
  await window.shown;
  document.documentElement.dataset.ready = 'true';
} else {
  document.getElementById('list').append(
    ...window.states.map((state) => {
      const link = Object.assign(document.createElement('a'), {
        href: `?state=${state}`,
        textContent: state.replaceAll('-', ' '),
      });
      const line = document.createElement('li');
      line.append(
        link,
        Object.assign(document.createElement('span'), { textContent: scenes[state].says }),
      );
      return line;
    }),
  );
}
