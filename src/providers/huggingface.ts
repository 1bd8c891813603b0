import { defined } from '../base/defined.js';
import { fields, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Outcome } from './outcome.js';
import { atMost, pathPart, seedOf } from './order.js';
import { firstItems, readPictures } from './pictures.js';
import { refusal } from './refusal.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

const base = 'https://router.huggingface.co';

const names: Readonly<Record<string, string>> = {
  'flux-1-schnell': 'FLUX.1-schnell',
  'flux-1-dev': 'FLUX.1-dev',
  'flux-2-dev': 'FLUX.2-dev',
};

/**
 * Source: its inference API and its client's error handling (huggingface.js, packages/inference at
 * fe42e68). A model that is still loading is a 503 with `estimated_time` in seconds; nothing ran,
 * and the client retries.
 */
const refusals: readonly RefusalRule[] = [
  ...usualRefusals,
  { status: [503], holds: ['estimated_time'], code: 'provider-busy', charge: 'none' },
  {
    status: [503],
    says: /(currently|still) loading|is loading/i,
    code: 'provider-busy',
    charge: 'none',
  },
  // An error inside of a 200 is read as a 500; what was charged then stays open.
  { holds: ['estimated_time'], code: 'provider-busy' },
  ...contentRefusals,
];

/**
 * Hugging Face's own inference behind its router. It allows CORS and reports no cost. The partners
 * behind the same router are not used: no page says what they charge there.
 */
export const huggingface: Adapter = {
  id: 'huggingface',
  name: 'Hugging Face',
  base,
  keyHosts: ['router.huggingface.co'],
  browsers: 'yes',
  answers: 'picture',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    atMost(0, order);
    const { model, prompt, width, height, steps } = order;
    return {
      method: 'POST',
      url: `${base}/hf-inference/models/${idOf(model)}`,
      json: {
        inputs: prompt,
        parameters: defined({ width, height, seed: seedOf(order), num_inference_steps: steps }),
      },
      headers: { accept: 'image/*, application/json' },
    };
  },
  readSubmit,
};

function idOf(model: string): string {
  return pathPart(model.includes('/') ? model : `black-forest-labs/${names[model] ?? model}`);
}

/**
 * Its client's types have three formats: the image itself under any type but JSON,
 * `{output: [url]}`, and `{images: [{url}]}`.
 */
function readSubmit(reply: Reply): Outcome {
  const { output, images } = fields(reply.body);
  const addresses = [
    output,
    ...firstItems(output),
    ...firstItems(images).flatMap((image) => [image, fields(image).url]),
  ];
  const made = addresses.flatMap((url) => (text(url) ? [{ url: String(url) }] : []));
  return made.length > 0
    ? (refusal(reply, false, refusals) ?? { kind: 'done', images: made })
    : readPictures(reply, {}, refusals);
}
