import { decimalText, fields, text } from '../base/json.js';
import type { Adapter } from './adapter.js';
import { atMost, dataUrl, given, pathPart } from './order.js';
import { dollarsUsed, readPictures } from './pictures.js';

const base = 'https://openrouter.ai/api/v1';

/** `flux-2-pro` → `black-forest-labs/flux.2-pro`; other makers' ids are used as they are. */
const idOf = (model: string): string => pathPart(model.includes('/') ? model : `black-forest-labs/${model.replace(/^flux-(\d)/, 'flux.$1')}`);

/** OpenRouter's Images API. Form: its OpenAPI file of 2026-08-22. Pages may call it; `usage.cost` is what the call cost, US dollars. */
export const openrouter: Adapter = {
  id: 'openrouter',
  name: 'OpenRouter',
  base,
  keyHosts: ['openrouter.ai'],
  browsers: 'yes',
  answers: 'picture',
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    const { model, prompt, width, height, seed } = order;
    const images = atMost(16, order).map((image) => ({ type: 'image_url', image_url: { url: dataUrl(image) } }));
    return {
      method: 'POST',
      url: `${base}/images`,
      json: given({ model: idOf(model), prompt, n: 1, size: `${width}x${height}`, seed, input_references: images.length > 0 ? images : undefined }),
    };
  },
  readSubmit: (reply) => readPictures(reply, dollarsUsed(fields(fields(reply.body).usage).cost)),
  balance: () => ({ method: 'GET', url: `${base}/key` }),
  // A key without a limit may spend all there is, which only management keys may read.
  readBalance: ({ body }) => {
    const { limit_remaining, label } = fields(fields(body).data);
    const [usd, name] = [decimalText(limit_remaining), text(label)];
    return usd === undefined ? undefined : { usd, ...(name ? { name } : {}) };
  },
};
