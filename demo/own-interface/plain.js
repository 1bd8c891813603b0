import { createCheckout, formatUsd } from 'user-pays-image/checkout';

const checkout = createCheckout({ provider: 'sandbox', model: 'flux-2-pro', confirmOver: '0.05' });
const find = (selector) => document.querySelector(selector);
const form = find('form');
const usd = (total) => (total ? formatUsd(total.high) : 'price unknown');
const why = { 'invalid-input': 'It can’t be made like that.', aborted: 'Not bought.' };
const money = { none: 'Nothing was charged.', possible: 'It may have been charged.' };

function update() {
  const { prompt, size, fate } = form.elements;
  const sandbox = { latency: 300, faults: [fate.value] };
  checkout.update({ prompt: prompt.value, sandbox, size: size.value || undefined });
}

function draw() {
  const { quote, generation, choices, tally, settings } = checkout;
  const { size, buy } = form.elements;
  const options = choices.sizes.map(({ value, total }) => {
    return new Option(`${value} · ${usd(total)}`, value, false, value === settings.size);
  });
  if (document.activeElement !== size) size.replaceChildren(...options);
  buy.textContent = `Paint it · ${usd(quote.total)}`;
  buy.disabled = /submitting|polling|saving/.test(generation.name);
  find('progress').hidden = !buy.disabled;
  find('#question').hidden = generation.name !== 'confirming';
  find('#question span').textContent = `It costs ${usd(quote.total)}, more than most. Go on?`;
  find('figure').hidden = generation.name !== 'done';
  if (generation.name === 'done') {
    const { images, receipt } = generation.purchase;
    Object.assign(find('img'), { src: images[0].url, alt: images[0].alt });
    find('figcaption').textContent = `Paid ${formatUsd(receipt.charged)} of play money`;
  }
  const { settled, inDoubt } = tally.sandbox.all;
  find('#tally').textContent = `Spent ${formatUsd(settled)}, in doubt ${formatUsd(inDoubt)}`;
}

form.addEventListener('input', update);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  find('[role=status]').textContent = '';
  checkout.generate(event).catch(({ code, charge }) => {
    const words = [why[code] ?? 'It did not work.', money[charge] ?? 'It was charged.'];
    find('[role=status]').textContent = words.join(' ');
  });
});
find('[name=yes]').onclick = (event) => checkout.confirm(checkout.generation.quote?.id, event);
find('[name=no]').onclick = () => checkout.cancel();
checkout.subscribe(draw);
update();
draw();
