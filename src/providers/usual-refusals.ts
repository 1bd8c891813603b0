import type { RefusalRule } from './adapter.js';

/**
 * The names that OpenAI's error form has for what went wrong, which the services that speak it
 * share.
 * Source: OpenAI's guide to error codes and its openapi.yaml of 2026-08-21 (`ResponseErrorCode`,
 * image errors).
 */
export const usualRefusals: readonly RefusalRule[] = [
  {
    named:
      /^(image_)?content_policy_violation$|^moderation(_blocked)?$|^content_?filter(ed)?$|^content_moderation$|^safety_violation$/i,
    code: 'content-refused',
  },
  {
    named:
      /^insufficient_(quota|credits|funds|balance)$|^billing_(hard_limit_reached|not_active)$|^payment_required$|^credit_limit$/i,
    code: 'insufficient-funds',
  },
  {
    status: [400, 403],
    named: /^(invalid|incorrect)_api_key$/i,
    code: 'session-refused',
    ended: true,
  },
];

/** A request turned down with words like these was turned down for what it asks to be shown. */
export const unwanted =
  /\bnsfw\b|content.?(policy|filter|moderation)|moderation|safety (system|filter|checker|polic)|flagged|sensitive content/i;
