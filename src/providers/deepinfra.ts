import type { Adapter } from './adapter.js';
import { atMost, pathPart } from './order.js';
import { readPictures } from './pictures.js';

const base = 'https://api.deepinfra.com';

const names: Readonly<Record<string, string>> = {
  'flux-1-schnell': 'FLUX-1-schnell', 'flux-1-dev': 'FLUX-1-dev', 'flux-1.1-pro': 'FLUX-1.1-pro', 'flux-1-kontext-pro': 'FLUX.1-Kontext-pro',
  'flux-2-dev': 'FLUX-2-dev', 'flux-2-pro': 'FLUX-2-pro', 'flux-2-max': 'FLUX-2-max',
};

/**
 * DeepInfra's OpenAI-compatible call. Fields: its openapi.json of 2026-05-20; pictures come as base64 only, seed and references have no
 * field there. It reports no cost; whether it lets browsers in is not documented, hence the free call.
 */
export const deepinfra: Adapter = {
  id: 'deepinfra',
  name: 'DeepInfra',
  base,
  keyHosts: ['api.deepinfra.com'],
  browsers: 'unknown',
  answers: 'picture',
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    atMost(0, order);
    const { model, prompt, width, height } = order;
    const name = names[model];
    return {
      method: 'POST',
      url: `${base}/v1/openai/images/generations`,
      json: { model: name ? `black-forest-labs/${name}` : pathPart(model), prompt, n: 1, size: `${width}x${height}`, response_format: 'b64_json' },
    };
  },
  readSubmit: (reply) => readPictures(reply),
  balance: () => ({ method: 'GET', url: `${base}/payment/checklist` }),
};
