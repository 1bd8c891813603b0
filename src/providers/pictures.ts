import { decimalText } from '../base/decimal-text.js';
import { fields, list, text } from '../base/json.js';
import type { MadePicture, Outcome, RefusalRule, Reply, Usage } from './adapter.js';
import { failedInside, refusal } from './refusal.js';

/** Money a provider says it took, US dollars. */
export function dollarsUsed(amount: unknown): { usage?: Usage } {
  const usd = decimalText(amount);
  return usd === undefined ? {} : { usage: { unit: 'usd', amount: usd } };
}

/** The pictures in OpenAI's reply form `{data: [{b64_json | url}]}`; also Together's `base64`. */
export function listed(data: unknown): MadePicture[] {
  return list(data).flatMap((item) => {
    const { b64_json: json, base64: plain, url: link } = fields(item);
    const [base64, url] = [text(json) ?? text(plain), text(link)];
    if (base64) return { base64 };
    if (url) return { url };
    return [];
  });
}

/**
 * Reads an answer that is the picture: OpenAI's form, or the bytes themselves. Without a picture
 * nobody knows what was bought.
 */
export function readPictures(
  reply: Reply,
  used: { usage?: Usage } = {},
  rules: readonly RefusalRule[] = [],
): Outcome {
  const refused = refusal(reply, false, rules);
  if (refused) return refused;
  const images = reply.blob ? [{ blob: reply.blob }] : listed(fields(reply.body).data);
  return images.length > 0 ? { kind: 'done', images, ...used } : failedInside(reply, rules);
}
