import { defined } from '../base/defined.js';
import { balanceText, decimalText } from '../base/decimal-text.js';
import { fields, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import { decimalSum } from './decimals.js';
import { atMost, dataUrl, pathPart, seedOf } from './order.js';
import { dollarsUsed, readPictures } from './pictures.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

const base = 'https://openrouter.ai/api/v1';

/**
 * Source: openrouter.ai/docs/api/reference/errors-and-debugging and the error types in its OpenAPI
 * file (`ApiErrorType`, in `metadata.error_type`). A 403 is usually moderation (`metadata.reasons`,
 * `flagged_input`), otherwise a budget (`metadata.limit_source`), a guardrail against the prompt, or
 * a missing permission. A 402 for requests that are still running passes by itself. A provider
 * excluded by the account's privacy settings is a 403, 404 or 502 (issue threads of 2025 and 2026).
 */
const refusals: readonly RefusalRule[] = [
  { holds: ['reasons', 'flagged_input'], code: 'content-refused' },
  { named: /^refusal$/, code: 'content-refused' },
  { status: [402], named: /_in_flight_budget$/, code: 'rate-limited' },
  ...usualRefusals,
  {
    status: [400, 403, 404, 502],
    says: /data policy|endpoints? (were )?(found|available|excluded)|no (allowed|available) (model )?providers?|guardrail restrictions|training violation|not a valid model/i,
    code: 'not-hosted',
    charge: 'none',
  },
  ...contentRefusals,
  { status: [403], named: /_(budget|limit)$/, code: 'insufficient-funds' },
  { status: [403], says: /limit exceeded|insufficient|credits/i, code: 'insufficient-funds' },
  { status: [403], says: /^request blocked|prompt injection/i, code: 'content-refused' },
  { named: /^provider_overloaded$/, code: 'provider-busy' },
];

/**
 * OpenRouter's Images API. Source: its OpenAPI file of 2026-08-22. It allows CORS; `usage.cost` is
 * the cost of the call in US dollars.
 */
export const openrouter: Adapter = {
  id: 'openrouter',
  name: 'OpenRouter',
  base,
  keyHosts: ['openrouter.ai'],
  browsers: 'yes',
  answers: 'picture',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    const { model, prompt, width, height } = order;
    const images = atMost(16, order).map((image) => ({
      type: 'image_url',
      image_url: { url: dataUrl(image) },
    }));
    return {
      method: 'POST',
      url: `${base}/images`,
      json: defined({
        model: idOf(model),
        prompt,
        n: 1,
        size: `${width}x${height}`,
        seed: seedOf(order),
        input_references: images.length > 0 ? images : undefined,
      }),
    };
  },
  readSubmit: (reply) => readPictures(reply, cost(reply), refusals),
  balance: () => ({ method: 'GET', url: `${base}/key` }),
  limitsKeys: true,
  // A key without a limit can spend the whole balance, which only management keys can read.
  readBalance: ({ body }) => {
    const { limit_remaining, label } = fields(fields(body).data);
    const [usd, name] = [balanceText(limit_remaining), text(label)];
    return usd === undefined
      ? undefined
      : {
          usd,
          ...defined({ name: name || undefined }),
        };
  },
};

/**
 * `flux-2-pro` → `black-forest-labs/flux.2-pro`; ids that name their vendor are used as they are.
 */
function idOf(model: string): string {
  return pathPart(
    model.includes('/') ? model : `black-forest-labs/${model.replace(/^flux-(\d)/, 'flux.$1')}`,
  );
}

/**
 * What the call cost in US dollars. If the reader has their own key at the supplier (`is_byok`),
 * `cost` is only OpenRouter's fee, and the supplier charges `cost_details.upstream_inference_cost`
 * in addition. Without that field the total is unknown.
 */
function cost({ body }: Reply): ReturnType<typeof dollarsUsed> {
  const { cost: fee, is_byok, cost_details } = fields(fields(body).usage);
  if (is_byok !== true) return dollarsUsed(fee);
  return dollarsUsed(
    decimalSum(decimalText(fee), decimalText(fields(cost_details).upstream_inference_cost)),
  );
}
