import { fields, list, text } from '../base/json.js';
import type { Adapter, Call, PictureOrder } from './adapter.js';
import { atMost, given, pathPart } from './order.js';
import { listed, readPictures } from './pictures.js';
import { refusal, unreadable } from './refusal.js';
import { togetherBody } from './together.js';

const base = 'https://router.huggingface.co';

const names: Readonly<Record<string, string>> = { 'flux-1-schnell': 'FLUX.1-schnell', 'flux-1-dev': 'FLUX.1-dev', 'flux-2-dev': 'FLUX.2-dev' };
const idOf = (model: string): string => pathPart(model.includes('/') ? model : `black-forest-labs/${names[model] ?? model}`);

/** How each of the providers behind the router is asked; `hf-inference` is its own. */
const routes: Readonly<Record<string, (order: PictureOrder) => { path: string; json: unknown }>> = {
  'hf-inference': ({ model, prompt, width, height, seed, steps }) => ({
    path: `models/${idOf(model)}`, json: { inputs: prompt, parameters: given({ width, height, seed, num_inference_steps: steps }) },
  }),
  together: (order) => ({ path: 'v1/images/generations', json: togetherBody({ ...order, model: order.model in names ? order.model : idOf(order.model) }) }),
  nscale: ({ model, prompt, width, height }) => ({
    path: 'v1/images/generations', json: { model: idOf(model), prompt, n: 1, size: `${width}x${height}`, response_format: 'b64_json' },
  }),
  'fal-ai': (order) => ({
    path: `fal-ai/${pathPart({ 'flux-1-schnell': 'flux/schnell', 'flux-1-dev': 'flux/dev', 'flux-2-dev': 'flux-2' }[order.model] ?? order.model)}`,
    json: given({ prompt: order.prompt, image_size: { width: order.width, height: order.height }, seed: order.seed, num_inference_steps: order.steps, sync_mode: true }),
  }),
};

const submit = (order: PictureOrder): Call => {
  atMost(0, order);
  const route = order.route !== undefined && order.route in routes ? order.route : 'hf-inference';
  const { path, json } = routes[route]!(order);
  return { method: 'POST', url: `${base}/${route}/${path}`, json, headers: { accept: 'image/*, application/json' } };
};

/**
 * Hugging Face's router to inference providers. Routes and forms: huggingface.js, packages/inference at fe42e68. Pages may call it.
 * It answers with the picture's bytes or in the provider's own form, and reports no cost.
 */
export const huggingface: Adapter = {
  id: 'huggingface',
  name: 'Hugging Face',
  base,
  keyHosts: ['router.huggingface.co'],
  browsers: 'yes',
  answers: 'picture',
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit,
  readSubmit: (reply) => {
    const images = listed(list(fields(reply.body).images).map((image) => ({ url: text(fields(image).url) })));
    if (images.length > 0) return refusal(reply) ?? { kind: 'done', images };
    return fields(reply.body).images === undefined ? readPictures(reply) : refusal(reply) ?? unreadable();
  },
};
