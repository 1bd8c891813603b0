export const tokenKey = 'puter.auth.token.v2';
export const originKey = 'puter.auth.token.origin.v2';

/**
 * Whether Puter's SDK will find a session when it loads. Does not load the SDK: it reads the token
 * that the SDK keeps in localStorage, bound to one server (measured, SDK 2.6.3).
 */
export function isPuterRemembered(): boolean {
  try {
    const { PUTER_API_ORIGIN: named } = globalThis as { readonly PUTER_API_ORIGIN?: unknown };
    const server = typeof named === 'string' ? named : 'https://api.puter.com';
    return (
      localStorage.getItem(tokenKey) !== null &&
      (localStorage.getItem(originKey) ?? server) === server
    );
  } catch {
    return false;
  }
}
