import { isLoopback } from './key-gate.js';

/**
 * Chromium's names for the reader's permission to reach this machine, the newer first (Chrome 145
 * and 142).
 */
const names = ['loopback-network', 'local-network-access'];

/**
 * True where a request to this machine can't have left the browser: the page came from elsewhere,
 * and the reader has forbidden it to
 * reach this machine (Local Network Access). Everything that is not known for sure is false, like a
 * page over plain http: there the answer
 * is always no, also of a page that is on this machine itself under another name. Never rejects.
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
