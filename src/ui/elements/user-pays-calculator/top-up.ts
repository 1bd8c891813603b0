import { html, nothing, type TemplateResult } from 'lit';
import {
  compareUsd,
  divideUp,
  minus,
  times,
  toText,
  usd,
  type Usd,
} from '../../../pricing/money.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { providerName } from '../../../accounts/provider-records.js';
import { typed } from '../../typed.js';
import type { CalculatorModel } from './calculator.js';

/** A provider's fee for a top-up and its smallest top-up; `undefined` where there is no fee. */
interface TopUp {
  /** `0.05` */
  readonly share: string;
  /** US dollars. */
  readonly least: string | undefined;
}

/** The spendable part of a top-up, US dollars; 0 for an amount below the smallest top-up. */
export function spendable(sum: string, quote: Quote): Usd {
  const topUp = topUpOf(quote);
  if (!topUp) return usd(sum);
  if (topUp.least && compareUsd(usd(sum), usd(topUp.least)) < 0) return usd('0');
  return times(usd(sum), reaches(topUp));
}

function topUpOf({ hints }: Quote): TopUp | undefined {
  const { share, least } = hints.find(({ kind }) => kind === 'top-up')?.facts ?? {};
  return share === undefined ? undefined : { share, least };
}

function reaches({ share }: TopUp): string {
  return toText(minus(usd('1'), usd(share)));
}

/** What has to be paid in so that this sum can be spent, US dollars as decimal text. */
export function paidIn(sum: string, quote: Quote): string {
  const topUp = topUpOf(quote);
  return topUp ? toText(divideUp(usd(sum), reaches(topUp))) : sum;
}

/** Says the fee of a top-up and the smallest top-up. */
export function topUpView(
  { language, terms, dollars }: CalculatorModel,
  quote: Quote,
): TemplateResult | typeof nothing {
  const topUp = topUpOf(quote);
  if (!topUp) return nothing;
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(Number(topUp.share));
  const name = providerName(quote.request.provider);
  return html`<p class="quiet">
    ${terms.topUpFee(name, share, dollars('100'), dollars(toText(times(usd('100'), reaches(topUp))), { down: true }))}
    ${topUp.least ? terms.topUpLeast(name, dollars(topUp.least, typed)) : nothing}
  </p>`;
}
