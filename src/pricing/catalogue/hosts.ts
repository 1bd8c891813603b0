import type { ProviderId } from '../../base/provider-id.js';
import { aigateway } from './aigateway.js';
import { deepinfra } from './deepinfra.js';
import { fal } from './fal.js';
import type { CitedSource, Host } from './host.js';
import { huggingface } from './huggingface.js';
import { openaiCompatible } from './openai-compatible.js';
import { openrouter } from './openrouter.js';
import { pollinations } from './pollinations.js';
import { replicate } from './replicate.js';
import { together } from './together.js';

/** The providers that are not in a first look. */
export type HostId = Exclude<ProviderId, 'puter' | 'bfl' | 'sandbox'>;

const byProvider: Readonly<Record<HostId, Host>> = {
  fal,
  replicate,
  together,
  deepinfra,
  aigateway,
  openrouter,
  huggingface,
  pollinations,
  'openai-compatible': openaiCompatible,
};

export const hosts = Object.entries(byProvider) as readonly (readonly [HostId, Host])[];

/** Where their prices were read, with the usual page of each source. */
export const hostSources: Readonly<Record<string, CitedSource>> = Object.fromEntries(
  hosts.flatMap(([, { sources }]) => Object.entries(sources)),
);
