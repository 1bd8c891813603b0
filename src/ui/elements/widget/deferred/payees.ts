import { nothing } from 'lit';
import type { PriceBook } from '../../../../generation/price-book.js';
import { bringPrices, mayCome } from '../../../../generation/whole-catalogue.js';
import { priceText } from '../../../amount.js';
import { menuView } from '../menu.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';

/** The prices of further providers are loaded when their menu is displayed. */
export function bringPricesOf({ payees }: WidgetModel, prices: PriceBook): void {
  for (const { priced } of payees) {
    const { problem } = priced;
    if (problem && mayCome(problem.code, prices.get())) void bringPrices(prices, problem.code);
  }
}

/** The menu of providers, if the page offers several: each with what this picture costs there. */
export function payeesView(model: WidgetModel, actions: WidgetActions): View {
  const { payees, payer, settings, words, amounts } = model;
  if (payees.length < 2) return nothing;
  return menuView({
    label: words.payee,
    part: 'provider',
    shown: payer.name,
    value: settings.provider,
    choices: payees.map(({ id, name, priced }) => {
      const price = priceText(priced, amounts);
      return { value: id, text: price === undefined ? name : `${name} · ${price}` };
    }),
    // Routes differ between providers, so the route is reset.
    chosen: (provider) => actions.change({ provider, route: '' }),
  });
}
