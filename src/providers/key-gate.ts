/** True for this machine's own addresses, where plain http is as safe as https. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** True if a secret may be sent to this URL at all: https anywhere, http only to this machine. */
export function isSafePlace(url: string): boolean {
  const { protocol, hostname } = plain(url) ?? { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/**
 * The parsed URL, or `undefined` if it has a user name, a backslash, a space, or anything else that
 * two parsers may read differently.
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
 * True if the key may be sent to this URL: only over https (or to this machine), and only to a host
 * on the adapter's list. A list entry is an exact name, or `*.example.com` for a domain and all its
 * subdomains. The port must be the default one unless the list names it; this machine may use any.
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
