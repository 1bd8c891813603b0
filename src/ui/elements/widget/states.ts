import { isBusy } from '../../../generation/machine.js';
import type { WidgetModel } from './model.js';

/** All custom states, as documented at the element. */
export const stateNames = [
  'busy',
  'quoted',
  'confirming',
  'done',
  'failed',
  'in-doubt',
  'over-budget',
  'signed-out',
  'simulated',
  'offline',
] as const;

/** The custom states that hold now, and some words that are none. */
export function statesOf({
  generation,
  account,
  quote,
  isOffline,
  deferredStates = [],
}: WidgetModel): readonly string[] {
  return [
    isBusy(generation) ? 'busy' : generation.name,
    quote.simulated ? 'simulated' : account.status,
    isOffline ? 'offline' : '',
    ...deferredStates,
  ];
}
