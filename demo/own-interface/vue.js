import { createCheckout, formatUsd } from 'user-pays-image/checkout';
import { createApp, h, onUnmounted, ref, shallowRef } from 'vue';

const money = { none: 'Nothing was charged.', possible: 'It may have been charged.' };
const fates = { ok: 'paints it', refused: 'refuses it', 'lost-reply': 'loses the reply' };
const usd = (total) => (total ? formatUsd(total.high) : 'price unknown');
const option = (value, words) => h('option', { value }, words);
const button = (words, onClick) => h('button', { class: 'plain', onClick }, words);
const field = (words, name, props, within) => h('label', [words, h(name, props, within)]);

function setup() {
  const checkout = createCheckout({ provider: 'sandbox', model: 'flux-2-pro' });
  checkout.update({ prompt: 'a lighthouse in fog', confirmOver: '0.05' });
  // What was read of a checkout does not change: the next change brings it anew.
  const shown = shallowRef({ ...checkout });
  checkout.subscribe(() => (shown.value = { ...checkout }));
  onUnmounted(() => checkout.close());
  const news = ref('');
  const set = (name) => (event) => checkout.update({ [name]: event.target.value });
  const fate = ({ target }) => checkout.update({ sandbox: { faults: [target.value] } });
  const buy = (event) => {
    news.value = '';
    checkout.generate(event).catch(({ charge }) => {
      news.value = `Not painted. ${money[charge] ?? 'It was charged.'}`;
    });
  };
  const yes = (event) => checkout.confirm(checkout.generation.quote.id, event);
  return () => {
    const { quote, generation, choices, tally, settings } = shown.value;
    const { name, purchase } = generation;
    const sizes = choices.sizes.map(({ value, total }) =>
      option(value, `${value} · ${usd(total)}`),
    );
    const ends = Object.entries(fates).map(([value, words]) => option(value, words));
    const image = name === 'done' ? purchase.images[0] : undefined;
    const ask = [
      'More than most. Go on? ',
      button('Yes, paint it', yes),
      button('No', checkout.cancel),
    ];
    const paid = () => `Paid ${formatUsd(purchase.receipt.charged)} of play money`;
    const { settled, inDoubt } = tally.sandbox.all;
    return [
      field('Describe the picture', 'input', { value: settings.prompt, onInput: set('prompt') }),
      field('Size', 'select', { value: settings.size, onChange: set('size') }, sizes),
      field('The sandbox', 'select', { onChange: fate }, ends),
      button(`Paint it · ${usd(quote.total)}`, buy),
      /submitting|polling|saving/.test(name) && h('progress', { 'aria-label': 'Painting' }),
      name === 'confirming' && h('p', ask),
      h('p', { role: 'status' }, news.value),
      image && h('figure', [h('img', { src: image.url, alt: image.alt }), h('figcaption', paid())]),
      h('p', { id: 'tally' }, `Spent ${formatUsd(settled)}, in doubt ${formatUsd(inDoubt)}`),
    ];
  };
}

createApp({ setup }).mount('#app');
