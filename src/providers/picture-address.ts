import { isLoopback } from './key-gate.js';

/** Names that only a local network resolves. */
const localNames = /(^|\.)(local|localhost|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** IPv4 blocks of this machine and of private networks, of links, of tests and of no host at all. */
const localNumbers =
  /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|192\.0\.0|198\.1[89]|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|2[2-5]\d)\./;

/**
 * True for an http(s) address as a reader reads it: without a user name, and without characters
 * that two parsers may read differently.
 */
export function isPlainAddress(url: string): boolean {
  if (!/^https?:\/\/[^/?#\\@\s]+(?:[/?#]|$)/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}

/**
 * True if a provider's picture may be read at this address, and the address be offered to the reader
 * as a link: over https at a public host. `hosts` are the provider's own, with their port where it
 * is not the usual one. Pictures of a server on this machine or in the reader's network may be at
 * the same host, also over http. Everything else could make the reader's browser call a device of
 * their network.
 */
export function isPictureAddress(url: string, hosts: readonly string[]): boolean {
  if (!isPlainAddress(url)) return false;
  const { protocol, host, hostname } = new URL(url);
  if (hosts.includes(host)) return true;
  if (isLoopback(hostname)) return hosts.some((own) => isLoopback(hostnameOf(own)));
  return protocol === 'https:' && isPublic(hostname.toLowerCase().replace(/\.$/, ''));
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

/** False for IPv6 addresses too: no provider delivers from one, and many forms embed IPv4. */
function isPublic(hostname: string): boolean {
  if (!hostname.includes('.') || hostname.startsWith('[')) return false;
  return !localNames.test(hostname) && !(/^[\d.]+$/.test(hostname) && localNumbers.test(hostname));
}
