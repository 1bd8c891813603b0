/** What a price says in English at first look. Amounts and dates arrive formatted. */
export const en = {
  unknown: 'price unknown',
  free: 'free',
  how: 'How this price comes about',
  simulated: (price: string) => `${price} simulated`,
  /** An old price, and the day it was read. */
  asOf: (price: string, date: string) => `${price} as of ${date}`,
  /** For less than an amount. */
  under: (amount: string) => `under ${amount}`,
};
