import { defined } from '../base/defined.js';
import {
  isUserPaysError,
  UserPaysError,
  type Charge,
  type ErrorCode,
  type Stage,
} from '../base/error.js';
import type { Outcome } from '../providers/adapter.js';
import { shortened } from '../providers/words.js';

type Refused = Extract<Outcome, { kind: 'refused' }>;

/**
 * Codes of refusals that come after the provider took the job: pressing again would buy again, so
 * the reader is asked.
 */
const rank: Record<Charge, number> = { none: 0, charged: 1, possible: 2 };

const neverAgain: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'content-refused',
  'blocked-by-browser',
  'not-hosted',
]);

/**
 * The charge that needs most care: a doubt outweighs a certainty, a certainty outweighs nothing.
 */
export function worstCharge(charges: readonly Charge[]): Charge {
  return charges.reduce<Charge>(
    (worst, charge) => (rank[charge] > rank[worst] ? charge : worst),
    'none',
  );
}

/**
 * Whatever a maker threw instead of answering, as an outcome. Once the request may have left, that
 * is never `none`.
 */
export function outcomeOfError(error: unknown, sent: boolean): Refused {
  const charge: Charge = sent ? 'possible' : 'none';
  if (isUserPaysError(error))
    return {
      kind: 'refused',
      code: error.code,
      charge: worstCharge([error.charge, charge]),
      detail: error.facts['detail'] ?? '',
    };
  const name = error instanceof Error ? error.name : '';
  return { kind: 'refused', code: name === 'AbortError' ? 'aborted' : 'internal', charge };
}

/** A refusal as the error the page sees. `facts.amount` is what may have been or was charged. */
export function errorOf(
  refused: Refused,
  stage: Stage,
  facts: Record<string, string>,
): UserPaysError {
  return new UserPaysError(refused.code, {
    stage,
    charge: refused.charge,
    retry: refused.charge !== 'none' ? 'ask' : neverAgain.has(refused.code) ? 'never' : 'safe',
    facts: {
      ...facts,
      ...defined({
        detail: refused.detail ? shortened(refused.detail) : undefined,
        // Whether it was ever made is not known: that is another sentence than of a picture that
        // can't be fetched.
        unknown: refused.code === 'image-lost' && refused.charge === 'possible' ? '1' : undefined,
        retryAfterMs: refused.retryAfterMs === undefined ? undefined : String(refused.retryAfterMs),
      }),
    },
  });
}
