import { compare, formatUsd, quote } from '../dist/pricing.js';

const { total, exactness, lines, sources, conflicts } = quote(
  { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 },
  { at: Date.now() },
);
document.querySelector('#quote code').textContent = JSON.stringify(
  { total, exactness, lines, sources, conflicts },
  undefined,
  2,
);

function cell(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

for (const { request, total: price } of compare({ width: 1024, height: 1024 }).slice(0, 5)) {
  const row = document.createElement('tr');
  row.append(
    cell('td', request.model),
    cell('td', [request.provider, request.route].filter(Boolean).join(' → ')),
    cell('td', formatUsd(price.high)),
  );
  document.querySelector('#cheapest').append(row);
}
