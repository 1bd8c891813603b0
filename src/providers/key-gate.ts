/** True for this machine's own addresses, where plain http is as good as https. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** True where something secret may be sent at all: https anywhere, http only to this machine. */
export function isSafePlace(url: string): boolean {
  const { protocol, hostname } = plain(url) ?? { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/**
 * The address, or `undefined` unless it is plainly written: no user name, no backslash, no blank,
 * nothing a parser could read in two ways.
 */
function plain(url: string): URL | undefined {
  if (
    !/^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][!-[\]-~]*)?$|^https?:\/\/\[[0-9a-f:]+\](?::\d+)?(?:[/?#][!-[\]-~]*)?$/i.test(
      url,
    )
  )
    return undefined;
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/**
 * May the key go there? Only over https (or to this machine), to a host on the adapter's list: the
 * exact name, or for
 * `*.example.com` that name and all below it. The port is the default one unless the list names it;
 * this machine may use any.
 */
export function mayHoldKey(
  adapter: { readonly keyHosts: readonly string[] },
  url: string,
): boolean {
  const { host, hostname, port } = plain(url) ?? { host: '', hostname: '', port: '' };
  return (
    isSafePlace(url) &&
    adapter.keyHosts.some((allowed) =>
      allowed.startsWith('*.')
        ? port === '' && (hostname === allowed.slice(2) || hostname.endsWith(allowed.slice(1)))
        : host === allowed || (hostname === allowed && isLoopback(hostname)),
    )
  );
}
