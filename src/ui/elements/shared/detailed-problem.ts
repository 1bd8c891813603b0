import type { ProblemCode } from '../../../pricing/quote-types.js';

const detailed: ReadonlySet<ProblemCode> = new Set([
  'invalid-option',
  'invalid-count',
  'invalid-steps',
  'bad-price-list',
]);

/** True for a problem whose English detail says more than our own sentence in any language. */
export function isDetailed(code: ProblemCode): boolean {
  return detailed.has(code);
}
