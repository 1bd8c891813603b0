/**
 * Domains of the providers that have an adapter of their own: where their keys go and where their
 * other names lead. A test compares them with the adapters.
 */
const domains = [
  'aigateway.sh',
  'bfl.ai',
  'bfl.ml',
  'deepinfra.com',
  'fal.ai',
  'fal.run',
  'hf.co',
  'huggingface.co',
  'openrouter.ai',
  'pollinations.ai',
  'puter.com',
  'replicate.com',
  'together.ai',
  'together.xyz',
];

/**
 * True for an address at one of these domains or their subdomains, at any port. Such a server is
 * nobody's own: its provider has an adapter, a key store and prices.
 */
export function isProviderHost(address: string): boolean {
  const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: '' };
  const host = `.${hostname.replace(/\.+$/, '')}`;
  return domains.some((domain) => host.endsWith(`.${domain}`));
}
