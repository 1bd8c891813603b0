import { UserPaysError } from '../base/error.js';
import type { Adapter, ImageProvider } from './adapter.js';
import { sandbox } from './sandbox.js';

export interface ProviderSettings {
  /** Base URL: of an OpenAI-compatible server, or one of a provider's own regions. */
  readonly endpoint?: string;
}

/**
 * Every provider, loaded when first asked for; the sandbox is always there, so that a page works
 * without a network.
 */
export const imageProviders: Readonly<
  Record<string, (settings: ProviderSettings) => Promise<ImageProvider>>
> = Object.freeze({
  sandbox: () => Promise.resolve(sandbox()),
  puter: async () => (await import('./puter.js')).puter,
  bfl: http(async ({ endpoint }) => (await import('./bfl.js')).bflAt(endpoint)),
  fal: http(async () => (await import('./fal.js')).fal),
  replicate: http(async () => (await import('./replicate.js')).replicate),
  together: http(async () => (await import('./together.js')).together),
  deepinfra: http(async () => (await import('./deepinfra.js')).deepinfra),
  aigateway: http(async () => (await import('./aigateway.js')).aigateway),
  'openai-compatible': http(async ({ endpoint = '' }) =>
    (await import('./openai-compatible.js')).openaiCompatible(endpoint),
  ),
  openrouter: http(async () => (await import('./openrouter.js')).openrouter),
  huggingface: http(async () => (await import('./huggingface.js')).huggingface),
  pollinations: http(async () => (await import('./pollinations.js')).pollinations),
});

/**
 * Loads a provider's maker.
 * @throws UserPaysError `invalid-input` for a name nobody knows, or an endpoint that is no URL.
 */
export async function imageProvider(
  provider: string,
  settings: ProviderSettings = {},
): Promise<ImageProvider> {
  const make = Object.hasOwn(imageProviders, provider) ? imageProviders[provider] : undefined;
  if (!make)
    throw new UserPaysError('invalid-input', {
      stage: 'guard',
      charge: 'none',
      retry: 'never',
      facts: { detail: 'provider' },
    });
  return make(settings);
}

/** What buys over HTTP comes with the first such provider: most pages need it not at all. */
function http(load: (settings: ProviderSettings) => Promise<Adapter>) {
  return async (settings: ProviderSettings): Promise<ImageProvider> => {
    const [{ httpProvider }, adapter] = await Promise.all([
      import('./http-provider.js'),
      load(settings),
    ]);
    return httpProvider(adapter);
  };
}
