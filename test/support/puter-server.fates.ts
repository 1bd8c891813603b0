/** What becomes of the next paid POST. Shapes measured unless marked. */
export type Fate =
  | 'ok'
  /** Billed half as much again as listed. */
  | 'dearer'
  | 'moderated-cloudflare'
  | 'moderated-openai'
  | 'moderated-replicate'
  | 'moderated-at-creation'
  | 'moderated-billed'
  | 'cloudflare-crowded'
  | 'upstream-down'
  | 'cloudflare-down'
  | 'rate-limited'
  | 'unverified'
  | 'reauth'
  | 'token-failed'
  | 'html-502'
  /**
   * The connection dies in the middle of the answer, with nothing billed or with the picture
   * billed.
   */
  | 'lost-unbilled'
  | 'lost-billed'
  /**
   * It dies before the answer: over HTTP/1.1 Chromium then sends the order again by itself
   * (measured), which happens here too.
   */
  | 'dropped-billed'
  /** Billed, but the answer never ends. */
  | 'hangs-billed'
  /** Billed, but the supplier sent no address (read in Puter's source). */
  | 'billed-without-picture';

const atCreation =
  'Request to https://api.replicate.com/v1/models/black-forest-labs/flux-2-pro/predictions failed with status 422 Unprocessable Entity: ' +
  '{"error":{"message":"Your request was rejected as a result of our safety system."}}.';

/** Status and body of the fates that answer without billing. */
export const refusals: Partial<
  Record<Fate, readonly [status: number, body: Record<string, unknown>]>
> = {
  'moderated-cloudflare': [
    400,
    {
      error: 'AiError: NSFW content detected',
      message: 'AiError: NSFW content detected',
      code: 'unknown_error',
    },
  ],
  'moderated-openai': [
    400,
    {
      error: 'Your request was rejected',
      message: 'Your request was rejected',
      code: 'upstream_bad_request',
      upstreamStatus: 400,
      upstreamCode: 'content_policy_violation',
    },
  ],
  // A prediction that ends with a filter message, and one that is turned down at its creation (both
  // measured, September).
  'moderated-replicate': [
    400,
    {
      error: 'The input or output was flagged as sensitive.',
      message: 'The input or output was flagged as sensitive.',
      code: 'bad_request',
      errorCode: 'moderation_flagged',
      provider: 'replicate',
    },
  ],
  'moderated-at-creation': [
    400,
    { error: atCreation, message: atCreation, code: 'upstream_bad_request', upstreamStatus: 422 },
  ],
  // Cloudflare's words for 429 (its list of errors), which Puter hands on as 400.
  'cloudflare-crowded': [
    400,
    {
      error: 'AiError: No more data centers to forward the request to',
      message: 'AiError: No more data centers to forward the request to',
      code: 'unknown_error',
    },
  ],
  'upstream-down': [
    400,
    {
      error: 'AI provider unavailable',
      message: 'AI provider unavailable',
      code: 'upstream_provider_unavailable',
      upstreamStatus: 500,
    },
  ],
  'cloudflare-down': [
    400,
    {
      error: 'AiError: Internal server error',
      message: 'AiError: Internal server error',
      code: 'unknown_error',
    },
  ],
  'rate-limited': [
    429,
    {
      error: 'Too many concurrent requests.',
      message: 'Too many concurrent requests.',
      code: 'too_many_requests',
    },
  ],
  unverified: [
    403,
    {
      error: 'Email confirmation required',
      message: 'Email confirmation required',
      code: 'email_confirmation_required',
    },
  ],
  reauth: [
    401,
    {
      error: 'Unauthorized',
      message: 'Unauthorized',
      code: 'reauth_required',
      reason: 'session_revoked',
      auth_id: 'x',
    },
  ],
  'token-failed': [
    401,
    {
      error: 'Authentication failed.',
      message: 'Authentication failed.',
      code: 'token_auth_failed',
    },
  ],
};
