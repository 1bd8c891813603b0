import type { Adapter } from '../../src/providers/adapter.js';
import { aigateway } from '../../src/providers/aigateway.js';
import { bfl } from '../../src/providers/bfl.js';
import { deepinfra } from '../../src/providers/deepinfra.js';
import { fal } from '../../src/providers/fal.js';
import { huggingface } from '../../src/providers/huggingface.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { openrouter } from '../../src/providers/openrouter.js';
import { pollinations } from '../../src/providers/pollinations.js';
import { replicate } from '../../src/providers/replicate.js';
import { together } from '../../src/providers/together.js';
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

/** All providers over plain HTTP, with what is known of their replies. */
export const everyProvider: readonly (readonly [Adapter, Recorded])[] = [
  [bfl, bflReplies],
  [fal, falReplies],
  [replicate, replicateReplies],
  [together, togetherReplies],
  [deepinfra, deepinfraReplies],
  [aigateway, aigatewayReplies],
  [openaiCompatible('http://localhost:1234'), openaiCompatibleReplies],
  [openrouter, openrouterReplies],
  [huggingface, huggingfaceReplies],
  [pollinations, pollinationsReplies],
];
