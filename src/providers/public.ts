/**
 * The adapters, for developers who add one. An `Adapter` is data in, data out; `httpProvider` turns
 * it into an image provider that sends the paid call once and repeats only reads.
 *
 * `readSubmit` returns `pending` with the job to poll, `done` with images, or `refused` with an
 * error code and what is known about the charge. `refusal` reads every reply that is not a success;
 * `pollRefusal` does the same after the job was accepted.
 */
export type { Adapter, Balance, Call, Reply } from './adapter.js';
export type { Deadlines, ImageProvider, Ports } from './image-provider.js';
export type { Job, MadePicture, Outcome, Progress, Usage } from './outcome.js';
export type { PictureOrder, ReferenceImage } from './picture-order.js';
export type { ProviderId } from '../base/provider-id.js';
export { deadlines } from './image-provider.js';
export { httpProvider } from './http-provider.js';
export { imageProvider, imageProviders, type ProviderSettings } from './index.js';
export { mayHoldKey } from './key-gate.js';
export { pollRefusal, refusal, unreadable } from './refusal.js';
export { bfl, bflAt } from './bfl.js';
export { fal } from './fal.js';
export { replicate } from './replicate.js';
export { together } from './together.js';
export { deepinfra } from './deepinfra.js';
export { aigateway } from './aigateway.js';
export { openaiCompatible } from './openai-compatible.js';
export { openrouter } from './openrouter.js';
export { huggingface } from './huggingface.js';
export { pollinations } from './pollinations.js';
export { sandbox } from './sandbox.js';
