import { createCheckout, formatUsd } from 'user-pays-image/checkout';
import { createApp, h, onUnmounted, ref, shallowRef } from 'vue';

const money = { none: 'Nothing was charged.', possible: 'It may have been charged.' };
const usd = (total) => (total ? formatUsd(total.high) : 'price unknown');
const option = ({ value, label, total }) => h('option', { value }, `${label} · ${usd(total)}`);
const button = (words, onClick) => h('button', { class: 'plain', onClick }, words);
const field = (words, input) => h('label', [words, input]);

/** What is shown of a checkout, for as long as the component lives. */
function useCheckout(checkout) {
  const shown = shallowRef();
  const read = () => {
    const { quote, generation, choices, tally, settings } = checkout;
    shown.value = { quote, generation, choices, tally, settings };
  };
  checkout.subscribe(read);
  onUnmounted(() => checkout.close());
  read();
  return shown;
}

function setup() {
  const sandbox = (fault) => ({ latency: 300, faults: [fault] });
  const checkout = createCheckout({
    provider: 'sandbox',
    model: 'flux-2-pro',
    confirmOver: '0.05',
  });
  checkout.update({ prompt: 'a lighthouse in fog', sandbox: sandbox('ok') });
  const shown = useCheckout(checkout);
  const news = ref('');
  const set = (name) => (event) => checkout.update({ [name]: event.target.value });
  const fate = (event) => checkout.update({ sandbox: sandbox(event.target.value) });
  const fates = { ok: 'paints it', refused: 'refuses it', 'lost-reply': 'loses the reply' };
  const buy = (event) => {
    news.value = '';
    checkout.generate(event).catch(({ charge }) => {
      news.value = `Not painted. ${money[charge] ?? 'It was charged.'}`;
    });
  };
  return () => {
    const { quote, generation, choices, tally, settings } = shown.value;
    const { name, purchase } = generation;
    const isBusy = /submitting|polling|saving/.test(name);
    const image = name === 'done' && purchase.images[0];
    const size = { value: settings.size, onChange: set('size') };
    const ends = Object.entries(fates).map(([value, words]) => h('option', { value }, words));
    const yes = button('Yes, paint it', (event) => checkout.confirm(generation.quote.id, event));
    const { settled, inDoubt } = tally.sandbox.all;
    return [
      field('Describe the picture', h('input', { value: settings.prompt, onInput: set('prompt') })),
      field('Size', h('select', size, choices.sizes.map(option))),
      field('The sandbox', h('select', { onChange: fate }, ends)),
      isBusy
        ? h('progress', { 'aria-label': 'Painting' })
        : button(`Paint it · ${usd(quote.total)}`, buy),
      name === 'confirming' &&
        h('p', [`More than most. Go on? `, yes, button('No', () => checkout.cancel())]),
      h('p', { role: 'status' }, news.value),
      image &&
        h('p', [
          h('img', { src: image.url, alt: image.alt }),
          `Paid ${formatUsd(purchase.receipt.charged)} of play money`,
        ]),
      h('p', { id: 'tally' }, `Spent ${formatUsd(settled)}, in doubt ${formatUsd(inDoubt)}`),
    ];
  };
}

createApp({ setup }).mount('#app');
