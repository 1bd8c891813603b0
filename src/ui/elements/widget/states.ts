import { isBusy, type Generation } from '../../../generation/machine.js';
import type { WidgetModel } from './model.js';

/** All custom states, as documented at the element; first those of `progressOf`. */
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
    progressOf(generation),
    quote.simulated ? 'simulated' : account.status,
    isOffline ? 'offline' : '',
    ...deferredStates,
  ];
}

/** The custom state for how far a purchase is. */
export function progressOf(generation: Generation): string {
  return isBusy(generation) ? 'busy' : generation.name;
}
