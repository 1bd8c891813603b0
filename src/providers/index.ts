import { UserPaysError } from '../base/error.js';
import { isProviderId, type ProviderId } from '../base/provider-id.js';
import type { Adapter } from './adapter.js';
import type { ImageProvider } from './image-provider.js';
import { sandbox } from './sandbox.js';

export interface ProviderSettings {
  /** Base URL of an OpenAI-compatible server, or of one of a provider's regions. */
  readonly endpoint?: string;
}

/**
 * All providers, each loaded on first use. The sandbox is bundled, so that a page works without a
 * network.
 */
export const imageProviders: Readonly<
  Record<ProviderId, (settings: ProviderSettings) => Promise<ImageProvider>>
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
 * Loads an image provider by its id.
 * @throws UserPaysError `invalid-input` for an unknown id, or an `openai-compatible` endpoint that
 * is not a plain http(s) URL.
 */
export async function imageProvider(
  provider: string,
  settings: ProviderSettings = {},
): Promise<ImageProvider> {
  if (!isProviderId(provider))
    throw new UserPaysError('invalid-input', {
      stage: 'guard',
      charge: 'none',
      retry: 'never',
      facts: { detail: 'provider' },
    });
  return imageProviders[provider](settings);
}

/** Loads the HTTP code with the first provider that needs it; most pages never do. */
function http(load: (settings: ProviderSettings) => Promise<Adapter>) {
  return async (settings: ProviderSettings): Promise<ImageProvider> => {
    const [{ httpProvider }, adapter] = await Promise.all([
      import('./http-provider.js'),
      load(settings),
    ]);
    return httpProvider(adapter);
  };
}
