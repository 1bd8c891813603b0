import type { CalculatorTerms } from '../../elements/user-pays-calculator/terms.js';
import type { TallyTerms } from '../../elements/user-pays-tally/terms.js';

/** The words of the tally and the calculator in one language. */
export interface Slips {
  /** BCP 47, and the direction these words are written in. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly tally: TallyTerms;
  readonly calculator: CalculatorTerms;
}
