import { html, nothing } from 'lit';
import { compareUsd, sum, toText, usd } from '../pricing/money.js';

/**
 * What a lazily loaded view is handed by the element that loads it: a lazy part that brought its
 * own lit or decimal.js would cost the
 * reader more than it saves.
 */
export const kit = { html, nothing, compareUsd, sum, toText, usd } as const;

export type Kit = typeof kit;
