import { isLoopback } from './key-gate.js';

/**
 * Chromium's names of the permission to reach this machine, the newer first (Chrome 145 and 142).
 */
const names = ['loopback-network', 'local-network-access'];

/**
 * True if a request to this machine can't have left the browser: the page comes from elsewhere, and
 * the reader has denied it access to this machine (Local Network Access). False if that is not
 * certain. Over plain http it never is: there the permission always reads as denied, even for a
 * page that is on this machine under another name. Never rejects.
 */
export async function isKeptIn(
  url: string,
  page = globalThis.location?.hostname,
): Promise<boolean> {
  const { permissions }: { permissions?: Pick<Permissions, 'query'> } = globalThis.navigator ?? {};
  if (
    !page ||
    !permissions ||
    !globalThis.isSecureContext ||
    isLoopback(page) ||
    !isLoopback(new URL(url).hostname)
  )
    return false;
  for (const name of names) {
    // A browser that does not know the name rejects.
    const found = await permissions.query({ name: name as PermissionName }).catch(() => undefined);
    if (found) return found.state === 'denied';
  }
  return false;
}
