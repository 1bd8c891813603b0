import type { RefusalRule } from './adapter.js';
import { emptyAccount } from './empty-account.js';

/** Messages like these refuse the requested content. */
export const unwanted =
  /\bnsfw\b|content.?(policy|filter|safety)|moderat(ion|ed)\b|safety (system|filter|checker|polic)|usage polic|flagged|sensitive content/i;

/** Before what is said of money: a refused prompt may speak of it. */
const refusedContent: RefusalRule = {
  status: [400, 403, 422],
  says: unwanted,
  code: 'content-refused',
};

/**
 * The error names of OpenAI's format, shared by the services that use it. Source: OpenAI's guide to
 * error codes and its openapi.yaml of 2026-08-21 (`ResponseErrorCode`, image errors). A gateway's
 * own budget is `budget_exceeded` (LiteLLM's documents).
 */
export const usualRefusals: readonly RefusalRule[] = [
  {
    named:
      /^(image_)?content_policy_violation$|^moderation(_blocked)?$|^content_?filter(ed)?$|^content_moderation$|^safety_violation$|^nsfw/i,
    code: 'content-refused',
  },
  refusedContent,
  ...emptyAccount,
  {
    status: [400, 403],
    named: /^(invalid|incorrect)_api_key$/i,
    code: 'session-refused',
    ended: true,
  },
];

/**
 * Refused content that only the message tells. A 5xx, and an error inside of a 200, may also be a
 * filter that is down.
 */
export const contentRefusals: readonly RefusalRule[] = [
  refusedContent,
  {
    status: [451, 500, 502],
    says: /\bnsfw\b|\bflagged\b|content.?policy|usage polic|sensitive content/i,
    code: 'content-refused',
  },
];
