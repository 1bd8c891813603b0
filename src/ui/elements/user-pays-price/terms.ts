/**
 * The words of a price. Amounts and dates arrive formatted; `{}` is where they go, first one first.
 */
export interface PriceTerms {
  /** The language these words are in; what comes from the price list stays English. */
  readonly language: string;
  readonly unknown: string;
  readonly how: string;
  readonly simulated: string;
  /** Before the day an old price was read. */
  readonly asOf: string;
  /** For less than an amount. */
  readonly under: string;
}

/** What a price says until the other languages are there. */
export const english: PriceTerms = {
  language: 'en',
  unknown: 'price unknown',
  how: 'How this price comes about',
  simulated: '{} simulated',
  asOf: '{} as of {}',
  under: 'under {}',
};
