import { isBusy } from '../../../../generation/machine.js';
import type { Widget } from '../view.js';

/** What a screen reader is told about the purchase, politely: that it was sent, and what came of it at what cost. Failures speak for themselves. */
export const resultText = (widget: Widget): string => {
  const { generation, words: terms, dollars, kit: { amount } } = widget;
  if (isBusy(generation)) return generation.purchase ? terms.sending : '';
  if (generation.name !== 'done') return '';
  const { images, receipt: { charged, simulated } } = generation.purchase;
  const cost = charged === undefined ? '' : simulated ? terms.simulatedCharge(amount(charged, dollars)) : terms.charged(amount(charged, dollars));
  return `${terms.ready(images.length)} ${cost}`.trim();
};
