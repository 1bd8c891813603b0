import { defined } from '../base/defined.js';
import {
  isUserPaysError,
  UserPaysError,
  type Charge,
  type ErrorCode,
  type Retry,
  type Stage,
} from '../base/error.js';
import { fields, text } from '../base/json.js';
import { sum, toText, usd } from '../pricing/money.js';
import type { Outcome } from '../providers/outcome.js';
import type { Refused } from '../providers/refusal.js';
import { shortened } from '../providers/words.js';

/** Order of severity: an uncertain charge outweighs a certain one, a certain one outweighs none. */
const rank: Record<Charge, number> = { none: 0, charged: 1, possible: 2 };

/** The same request would fail again with these codes, so `retry` is `never`. */
const neverAgain: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'content-refused',
  'blocked-by-browser',
  'not-hosted',
]);

/** The most severe charge; `none` for an empty list. */
export function worstCharge(charges: readonly Charge[]): Charge {
  return charges.reduce<Charge>(
    (worst, charge) => (rank[charge] > rank[worst] ? charge : worst),
    'none',
  );
}

/**
 * One error for pictures of which none was delivered: that of the most severe charge, with
 * `facts.amount` for all that were or may have been charged. Without `facts.amount` where the price
 * of one of them is unknown. `undefined` for an empty list.
 */
export function errorOfAll(errors: readonly UserPaysError[]): UserPaysError | undefined {
  const worst = worstCharge(errors.map(({ charge }) => charge));
  const first = errors.find(({ charge }) => charge === worst);
  const paid = errors.filter(({ charge }) => charge !== 'none');
  if (!first || paid.length < 2) return first;
  const { code, stage, retry, charge, facts } = first;
  const { amount: _, times: __, ...rest } = facts;
  const amounts = paid.flatMap((error) => error.facts['amount'] ?? []);
  return new UserPaysError(code, {
    stage,
    retry,
    charge,
    facts: {
      ...rest,
      ...(amounts.length === paid.length && { amount: toText(sum(amounts.map(usd))) }),
      ...defined({
        repeated: paid.find((error) => error.facts['repeated'])?.facts['repeated'],
        basis: paid.find((error) => error.facts['basis'])?.facts['basis'],
      }),
    },
  });
}

/**
 * Turns an error thrown by an image provider into an outcome. `charge`: what is known without the
 * error. Once the request may have been sent, that is `possible`, and the outcome's never `none`.
 */
export function outcomeOfError(error: unknown, charge: 'none' | 'possible'): Refused {
  if (isUserPaysError(error))
    return {
      kind: 'refused',
      code: error.code,
      charge: worstCharge([error.charge, charge]),
      detail: text(fields(error.facts)['detail']) ?? '',
    };
  const name = error instanceof Error ? error.name : '';
  return { kind: 'refused', code: name === 'AbortError' ? 'aborted' : 'internal', charge };
}

/** The outcome of a request that may have been charged. */
export function inDoubt(code: ErrorCode): Refused {
  return { kind: 'refused', code, charge: 'possible' };
}

/** What became of one request in the end. */
export type FinalOutcome = Exclude<Outcome, { kind: 'pending' }>;

/**
 * An outcome as an image provider resolves it, reduced to its own fields, because a page's script
 * may have added others to every object. What is no outcome leaves the charge `possible`, and so
 * does a charge of an unknown name. `mayBeRepeated` marks a charge that is in doubt.
 */
export function checkedOutcome(given: Outcome, mayBeRepeated: boolean): FinalOutcome {
  const outcome: OutcomeFields = ownFields<object>(given);
  if (outcome.usage) outcome.usage = ownFields(outcome.usage);
  if (outcome.kind === 'done' && Array.isArray(outcome.images)) return outcome as FinalOutcome;
  const refused: OutcomeFields =
    outcome.kind === 'refused' ? outcome : ownFields<object>(unclear(outcome.kind));
  if (!Object.hasOwn(rank, refused.charge ?? '')) refused.charge = 'possible';
  if (mayBeRepeated && refused.charge === 'possible') refused.repeated = true;
  return refused as Refused;
}

/** The refusal that stands for a job that never ended, or for what is no outcome at all. */
function unclear(kind: unknown): Refused {
  return inDoubt(kind === 'pending' ? 'timed-out' : 'unreadable-reply');
}

/** The fields of any outcome, unchecked. */
interface OutcomeFields {
  kind?: unknown;
  images?: unknown;
  usage?: object;
  charge?: Charge;
  repeated?: true;
}

function ownFields<T extends object>(value: T): T {
  return Object.assign(Object.create(null) as T, value);
}

/**
 * Turns a refusal into the error the page sees. `facts.amount` is what was or may have been
 * charged; with `facts.basis` `computed` it comes from the price list, not from the provider.
 */
export function errorOf(
  refused: Refused,
  stage: Stage,
  facts: Record<string, string>,
): UserPaysError {
  return new UserPaysError(refused.code, {
    stage,
    charge: refused.charge,
    retry: retryOf(refused),
    facts: {
      ...facts,
      ...defined({
        detail: refused.detail ? shortened(refused.detail) : undefined,
        reason: refused.reason,
        // Unknown whether the picture was ever made. The message differs from that of a picture
        // that was made but can't be fetched.
        unknown: refused.code === 'image-lost' && refused.charge === 'possible' ? '1' : undefined,
        leftOut: refused.leftOut && '1',
        gated: refused.gated && '1',
        retryAfterMs: refused.retryAfterMs === undefined ? undefined : String(refused.retryAfterMs),
      }),
    },
  });
}

function retryOf({ charge, code, leftOut }: Refused): Retry {
  if (charge !== 'none') return 'ask';
  if (leftOut) return 'safe';
  return neverAgain.has(code) ? 'never' : 'safe';
}
