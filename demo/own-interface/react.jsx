import { createCheckout, formatUsd } from 'user-pays-image/checkout';
import { useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';

const checkout = createCheckout({ provider: 'sandbox', model: 'flux-2-pro' });
checkout.update({ prompt: 'a lighthouse in fog', confirmOver: '0.05' });
// What was read of a checkout does not change: the next change brings it anew.
let shown = { ...checkout };
const subscribe = (listener) =>
  checkout.subscribe(() => {
    shown = { ...checkout };
    listener();
  });

const money = { none: 'Nothing was charged.', possible: 'It may have been charged.' };
const usd = (total) => (total ? formatUsd(total.high) : 'price unknown');
const set = (name) => (event) => checkout.update({ [name]: event.target.value });
const fate = (event) => checkout.update({ sandbox: { faults: [event.target.value] } });

function Picture() {
  const { quote, generation, choices, tally, settings } = useSyncExternalStore(subscribe, () => shown);
  const [news, tell] = useState('');
  const { name, purchase } = generation;
  const { settled, inDoubt } = tally.sandbox.all;
  const buy = ({ nativeEvent }) => {
    tell('');
    checkout.generate(nativeEvent).catch(({ charge }) => {
      tell(`Not painted. ${money[charge] ?? 'It was charged.'}`);
    });
  };
  const yes = ({ nativeEvent }) => checkout.confirm(generation.quote.id, nativeEvent);
  const sizes = choices.sizes.map(({ value, total }) => (
    <option key={value} value={value}>{`${value} · ${usd(total)}`}</option>
  ));
  return (
    <>
      <label>Describe the picture<input value={settings.prompt} onChange={set('prompt')} /></label>
      <label>Size<select value={settings.size} onChange={set('size')}>{sizes}</select></label>
      <label>The sandbox<select onChange={fate}>
        <option value="ok">paints it</option>
        <option value="refused">refuses it</option>
        <option value="lost-reply">loses the reply</option>
      </select></label>
      <button className="plain" onClick={buy}>{`Paint it · ${usd(quote.total)}`}</button>
      {/submitting|polling|saving/.test(name) && <progress aria-label="Painting" />}
      {name === 'confirming' && <p>More than most. Go on?{' '}
        <button className="plain" onClick={yes}>Yes, paint it</button>
        <button className="plain" onClick={() => checkout.cancel()}>No</button></p>}
      <p role="status">{news}</p>
      {name === 'done' && <figure><img src={purchase.images[0].url} alt={purchase.images[0].alt} />
        <figcaption>{`Paid ${formatUsd(purchase.receipt.charged)} of play money`}</figcaption></figure>}
      <p id="tally">{`Spent ${formatUsd(settled)}, in doubt ${formatUsd(inDoubt)}`}</p>
    </>
  );
}

createRoot(document.querySelector('#app')).render(<Picture />);
