import type { Precision } from './amount.js';

/** Every digit of an amount that somebody typed, dollars and cents at least. */
export const typed: Precision = { decimals: 2 };
