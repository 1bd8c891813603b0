import { defined } from '../base/defined.js';
import { balanceText, decimalText } from '../base/decimal-text.js';
import { fields, list, text } from '../base/json.js';
import type { Adapter, ListedCharge, RefusalRule, Reply } from './adapter.js';
import type { PictureOrder } from './picture-order.js';
import { atMost, cannotAsk, dataUrl, pathPart, seedOf } from './order.js';
import { readPictures } from './pictures.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

const base = 'https://gen.pollinations.ai';

const names: Readonly<Record<string, string>> = {
  'flux-1-schnell': 'flux',
  'flux-1-kontext-pro': 'kontext',
};

/**
 * Source: the error table of its API reference (2026). A 400 or 422 may be moderation, by name or
 * in the message; a 402 may also be a key's own budget.
 */
const refusals: readonly RefusalRule[] = [...usualRefusals, ...contentRefusals];

const mostSeed = 2_147_483_647n;

/**
 * Pollinations, paid from the reader's own wallet. It uses OpenAI's format, as its "Bring your own
 * pollen" guide says, and allows CORS. The reply reports tokens, not money; the list of the key's
 * charges reports US dollars.
 *
 * "If your client or proxy times out, send the exact same request again. Keep the endpoint, body,
 * query parameters, and seed unchanged … Only the generation is billed; retries and cache hits are
 * not." (its API reference, 2026)
 */
export const pollinations: Adapter = {
  id: 'pollinations',
  name: 'Pollinations',
  base,
  keyHosts: ['gen.pollinations.ai'],
  browsers: 'yes',
  answers: 'picture',
  mostSeed,
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    const [image] = atMost(1, order).map(dataUrl);
    const { model, prompt, width, height } = order;
    const seed = seedOf(order, mostSeed);
    if (seed !== undefined && Number(seed) < -1)
      throw cannotAsk(`a seed is at most ${mostSeed} here`);
    return {
      method: 'POST',
      url: `${base}/v1/images/generations`,
      json: defined({
        model: nameOf(model),
        prompt,
        n: 1,
        size: `${width}x${height}`,
        seed,
        image,
        response_format: 'b64_json',
      }),
    };
  },
  readSubmit: (reply) => readPictures(reply, {}, refusals),
  charges: () => ({ method: 'GET', url: `${base}/account/key/usage?format=json&limit=20` }),
  readCharges,
  isBilledOnce: ({ seed }) => seed !== undefined && Number(seed) >= 0,
  balance: () => ({ method: 'GET', url: `${base}/account/balance` }),
  readBalance: ({ body }) => {
    const usd = balanceText(fields(body).balance);
    return usd === undefined ? undefined : { usd };
  },
};

function nameOf(model: string): string {
  return names[model] ?? pathPart(model);
}

/**
 * Reads `GET /account/key/usage`: "a key can always read its own usage". Returns the entries of the
 * order's model if there are any, otherwise those of all images.
 */
function readCharges(
  { body }: Reply,
  { model }: PictureOrder,
): readonly ListedCharge[] | undefined {
  const { usage } = fields(body);
  if (!Array.isArray(usage)) return undefined;
  const lines = list(usage)
    .map(fields)
    .filter(({ type }) => !text(type) || String(type).startsWith('generate.image'));
  const own = lines.filter((line) => line.model === nameOf(model));
  return (own.length > 0 ? own : lines).flatMap((line) => {
    const usd = decimalText(line.cost_usd);
    return usd === undefined
      ? []
      : [{ id: text(line.cursor_event_id) ?? JSON.stringify(line), usd }];
  });
}
