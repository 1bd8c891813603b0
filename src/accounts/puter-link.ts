import { UserPaysError } from '../base/error.js';
import type { SignInOptions } from './account.js';
import { documentValue } from './document-value.js';
import { isPuterRemembered, originKey, tokenKey } from './puter-remembered.js';

/** A sign-in by a link that Puter sends to an address. */
export interface EmailedLink {
  readonly email: string;
  /** The page that the link leads to. */
  readonly returnUrl: string;
}

/**
 * What Puter is asked for; `undefined` where no address was given. The link leads back to this page
 * unless told otherwise, and never to another origin.
 *
 * @throws UserPaysError `invalid-input` (charge `none`), with Puter's own name of it in `detail`
 */
export function emailedLink({ email, returnUrl }: SignInOptions): EmailedLink | undefined {
  if (email === undefined) return undefined;
  const to = email.trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(to)) throw wrong('invalid_email');
  const asked = returnUrl ?? location.href;
  const base = documentValue('baseURI');
  const back = URL.canParse(asked, base) ? new URL(asked, base) : undefined;
  const isOurs = back?.origin === location.origin && /^https?:$/.test(back.protocol);
  if (!isOurs || back.username !== '' || back.password !== '') throw wrong('invalid_return_url');
  return { email: to, returnUrl: back.href };
}

function wrong(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'account',
    retry: 'never',
    facts: { provider: 'puter', detail },
  });
}

/**
 * Calls back with the session's token when another tab of this site has signed in, as the page does
 * that an emailed link leads to. The returned function ends it.
 */
export function onSignInElsewhere(listener: (token: string) => void): () => void {
  const heard = ({ key }: StorageEvent): void => {
    if (key !== tokenKey && key !== originKey) return;
    const token = isPuterRemembered() ? localStorage.getItem(tokenKey) : undefined;
    if (token) listener(token);
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}
