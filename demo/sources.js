import { catalogue } from '../dist/pricing.js';

/** Each source once, with whom it speaks of and which models are priced by it. */
const rows = Object.entries(catalogue.sources).map(([id, source]) => {
  const offers = catalogue.offers.filter(({ prices }) => prices.some((one) => one.source === id));
  const names = (of) => [...new Set(offers.map(of))].sort().join(', ');
  return {
    ...source,
    providers: names((offer) => offer.provider),
    models: names((offer) => offer.name),
  };
});

function cell(name, ...children) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function rowOf({ name, url, readOn, undated, providers, models }) {
  const link = url ? Object.assign(cell('a', name), { href: url }) : name;
  const day = undated ? `not dated, ${readOn} at the earliest` : readOn;
  return cell('tr', cell('td', link), cell('td', day), cell('td', providers), cell('td', models));
}

const find = document.querySelector('#find');
function show() {
  const words = find.value.toLowerCase().split(/\s+/);
  const shown = rows
    .sort((a, b) => a.providers.localeCompare(b.providers) || a.name.localeCompare(b.name))
    .map(rowOf)
    .filter((row) => words.every((word) => row.textContent.toLowerCase().includes(word)));
  document.querySelector('#sources').replaceChildren(...shown);
  document.querySelector('#count').textContent = `${shown.length} of ${rows.length} sources`;
}
find.addEventListener('input', show);
show();
