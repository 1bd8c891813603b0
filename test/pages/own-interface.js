// Somebody's own interface, as small as can be: a button with the price in it, and what was spent.
import { createCheckout } from '/dist/modules/checkout/index.js';

const settings = Object.fromEntries(new URLSearchParams(location.search));
const checkout = createCheckout(settings);
const [buy, spent, news] = ['button', '#spent', '#news'].map((at) => document.querySelector(at));

function draw() {
  const { settled, inDoubt, pictures } = checkout.tally.all;
  buy.textContent = `Buy · ${checkout.quote.total?.high ?? 'unknown'}`;
  spent.textContent = `${settled} spent, ${inDoubt} in doubt, ${pictures} pictures`;
  news.textContent = checkout.generation.name;
}
buy.onclick = (event) => checkout.generate(event).catch(() => undefined);
checkout.subscribe(draw);
draw();
window.checkout = checkout;
