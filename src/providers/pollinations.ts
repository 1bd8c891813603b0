import { decimalText, fields } from '../base/json.js';
import type { Adapter } from './adapter.js';
import { atMost, dataUrl, given, pathPart } from './order.js';
import { readPictures } from './pictures.js';

const base = 'https://gen.pollinations.ai';

const names: Readonly<Record<string, string>> = { 'flux-1-schnell': 'flux', 'flux-1-kontext-pro': 'kontext' };

/**
 * Pollinations, on the reader's own wallet. Form: OpenAI's, as its "Bring your own pollen" guide says. Pages may call it.
 * It reports tokens used, not money; a pollen is about a US dollar. A page's own markup, where it asks one, comes on top.
 */
export const pollinations: Adapter = {
  id: 'pollinations',
  name: 'Pollinations',
  base,
  keyHosts: ['gen.pollinations.ai'],
  browsers: 'yes',
  answers: 'picture',
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    const [image] = atMost(1, order).map(dataUrl);
    const { model, prompt, width, height, seed } = order;
    return {
      method: 'POST', url: `${base}/v1/images/generations`,
      json: given({ model: names[model] ?? pathPart(model), prompt, n: 1, size: `${width}x${height}`, seed, image, response_format: 'b64_json' }),
    };
  },
  readSubmit: (reply) => readPictures(reply),
  balance: () => ({ method: 'GET', url: `${base}/account/balance` }),
  readBalance: ({ body }) => {
    const usd = decimalText(fields(body).balance);
    return usd === undefined ? undefined : { usd };
  },
};
