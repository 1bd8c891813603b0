import type { LineKey } from '../../pricing/quote-types.js';
import type { CalculatorTerms } from './en/calculator.js';
import type { en as deferred } from './en/deferred.js';
import type { en as form } from './en/form.js';
import type { en as price } from './en/price.js';
import type { en as receipt } from './en/receipt.js';
import type { TallyTerms } from './en/tally.js';
import type { en } from './en/widget.js';

/** The languages we bring beside English: every group has a file for each. */
export type Language = 'ar' | 'de' | 'es' | 'fr' | 'ja' | 'pt' | 'zh';

/** The words of the first look, here from the start. */
export type FirstTerms = typeof en;

/** The widget's words. English is the type every language has to satisfy. */
export type Terms = FirstTerms & typeof deferred & typeof form;

/** The price element's words. */
export type PriceTerms = typeof price & typeof receipt;

/** The words for every row of a receipt, which English takes from the price list itself. */
interface Lines {
  readonly lines: Readonly<Record<LineKey, string>>;
}

/** What `widget.ts` of a language brings. */
export type WidgetTranslation = Terms & Lines;

/** What `price.ts` of a language brings. */
export interface PriceTranslation extends Spoken {
  readonly price: PriceTerms & Lines;
}

/** What `panels.ts` of a language brings: the words of the tally and the calculator. */
export type PanelTranslation = Spoken & Pick<ElementTerms, 'tally' | 'calculator'>;

/**
 * What `remarks.ts` of a language brings: our own remarks about prices, by their English. A remark of
 * a list that is not ours keeps its English.
 */
export type RemarkTranslation = Readonly<Record<string, string>>;

/** BCP 47, and the direction words are written in. */
export interface Spoken {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The words of the elements beside the widget. */
export interface ElementTerms {
  readonly price: PriceTerms;
  readonly tally: TallyTerms;
  readonly calculator: CalculatorTerms;
}

/** What a page may bring: any of the widget's words, and any of the other elements'. */
export type OwnTerms = Partial<Terms> & {
  readonly [K in keyof ElementTerms]?: Partial<ElementTerms[K]>;
};
