import { isUserPaysError, UserPaysError, type ErrorCode } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { warnOnce } from '../base/warn-once.js';

/** Why a sign-in ended, where the reader signed out meanwhile. */
export const signedOut = 'signed out';

const codes: Readonly<Record<string, ErrorCode>> = {
  popup_blocked: 'popup-blocked',
  auth_window_closed: 'sign-in-cancelled',
  auth_canceled: 'sign-in-cancelled',
  not_available_in_app: 'no-session',
  invalid_email: 'invalid-input',
  invalid_return_url: 'invalid-input',
  return_url_required: 'invalid-input',
};

/**
 * Measured rejections of `signIn`: `{error: 'popup_blocked' | 'auth_window_closed' | …, msg}`, and
 * `{success: false, token: null}` when the reader or Puter said no.
 */
export function failure(thrown: unknown): UserPaysError {
  if (isUserPaysError(thrown)) return thrown;
  const { error, code, msg, message } = fields(thrown);
  const name = text(error) ?? text(fields(error).code) ?? text(code) ?? '';
  const detail = (text(msg) ?? text(message) ?? name).slice(0, 200);
  return new UserPaysError(codes[name] ?? 'session-refused', {
    stage: 'account',
    charge: 'none',
    retry: codes[name] === 'invalid-input' ? 'never' : 'safe',
    facts: { provider: 'puter', detail },
  });
}

/** The window is still open, and can't tell this page anything. */
export function severed(): UserPaysError {
  warnOnce(
    'Cross-Origin-Opener-Policy: same-origin cuts off Puter’s sign-in window from this page. Send same-origin-allow-popups instead.',
  );
  return new UserPaysError('blocked-by-browser', {
    stage: 'account',
    charge: 'none',
    retry: 'never',
    facts: { provider: 'puter', reason: 'severed' },
  });
}
