import { decimalText } from '../base/decimal-text.js';
import { fields, list, text } from '../base/json.js';
import type { RefusalRule, Reply } from './adapter.js';
import type { MadePicture, Outcome, Usage } from './outcome.js';
import { failedInside, refusal, spent } from './refusal.js';

/** The charge that the provider reported, US dollars, as a `Usage`; empty without one. */
export function dollarsUsed(amount: unknown): { usage?: Usage } {
  const usd = decimalText(amount);
  return usd === undefined ? {} : { usage: { unit: 'usd', amount: usd } };
}

/** How many items of a list of images are looked at. One image was ordered. */
const mostItems = 16;

/** The beginning of a reply's list of images, which the reply may make as long as it likes. */
export function firstItems(value: unknown): readonly unknown[] {
  return list(value).slice(0, mostItems);
}

/** The images in OpenAI's reply format `{data: [{b64_json | url}]}`; also Together's `base64`. */
export function listed(data: unknown): MadePicture[] {
  return firstItems(data).flatMap((item) => {
    const { b64_json: json, base64: plain, url: link } = fields(item);
    const [base64, url] = [text(json) ?? text(plain), text(link)];
    if (base64) return /^\s*data:/i.test(base64) ? { url: base64 } : { base64 };
    if (url) return { url };
    return [];
  });
}

/**
 * Reads a reply that contains the image: OpenAI's format, or the bytes themselves. Without an image
 * the charge is what the provider reported (`used`), otherwise unknown.
 */
export function readPictures(
  reply: Reply,
  used: { usage?: Usage } = {},
  rules: readonly RefusalRule[] = [],
): Outcome {
  const refused = refusal(reply, false, rules);
  if (refused) return spent(refused, used);
  const images = reply.blob ? [{ blob: reply.blob }] : listed(fields(reply.body).data);
  return images.length > 0
    ? { kind: 'done', images, ...used }
    : spent(failedInside(reply, rules), used);
}
