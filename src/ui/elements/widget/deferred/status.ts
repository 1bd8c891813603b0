import { isBusy } from '../../../../generation/machine.js';
import type { WidgetModel } from '../model.js';
import { costText } from './cost.js';

/**
 * What a screen reader is told about the purchase, politely: that it was sent, and what came of it
 * at what cost. Failures speak for themselves.
 */
export function resultText(model: WidgetModel): string {
  const { generation, words: terms } = model;
  if (isBusy(generation)) return generation.purchase ? terms.sending : '';
  if (generation.name !== 'done') return '';
  const {
    purchase: { images, receipt },
    state,
  } = generation;
  const checking = state.pictures.some((picture) => picture.checking);
  return `${terms.ready(images.length)} ${costText(model, receipt, checking)}`.trim();
}
