import { providerIds, type ProviderId } from '../../src/base/provider-id.js';
import type { Adapter } from '../../src/providers/adapter.js';
import {
  aigateway,
  bfl,
  deepinfra,
  fal,
  huggingface,
  openaiCompatible,
  openrouter,
  pollinations,
  replicate,
  together,
} from '../../src/providers/public.js';
import type { Recorded } from './recorded.js';
import { aigatewayReplies } from './recorded/aigateway.js';
import { bflReplies } from './recorded/bfl.js';
import { deepinfraReplies } from './recorded/deepinfra.js';
import { falReplies } from './recorded/fal.js';
import { huggingfaceReplies } from './recorded/huggingface.js';
import { openaiCompatibleReplies } from './recorded/openai-compatible.js';
import { openrouterReplies } from './recorded/openrouter.js';
import { pollinationsReplies } from './recorded/pollinations.js';
import { replicateReplies } from './recorded/replicate.js';
import { togetherReplies } from './recorded/together.js';

/**
 * Puter and the sandbox are no adapters. Their contracts are `puter.test.ts` and
 * `test/providers/sandbox.test.ts`.
 */
export type HttpProviderId = Exclude<ProviderId, 'puter' | 'sandbox'>;

const contracts: Readonly<Record<HttpProviderId, readonly [Adapter, Recorded]>> = {
  bfl: [bfl, bflReplies],
  fal: [fal, falReplies],
  replicate: [replicate, replicateReplies],
  together: [together, togetherReplies],
  deepinfra: [deepinfra, deepinfraReplies],
  aigateway: [aigateway, aigatewayReplies],
  'openai-compatible': [openaiCompatible('http://localhost:1234'), openaiCompatibleReplies],
  openrouter: [openrouter, openrouterReplies],
  huggingface: [huggingface, huggingfaceReplies],
  pollinations: [pollinations, pollinationsReplies],
};

/** All providers over plain HTTP, with what is known of their replies. */
export const everyProvider = providerIds
  .filter((id): id is HttpProviderId => id in contracts)
  .map((id) => [...contracts[id], id] as const);
