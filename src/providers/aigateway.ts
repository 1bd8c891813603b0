import { defined } from '../base/defined.js';
import { balanceText } from '../base/decimal-text.js';
import { fields, text } from '../base/json.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { MadePicture, Outcome } from './outcome.js';
import { dollarsOf } from './decimals.js';
import { atMost, pathPart } from './order.js';
import { dollarsUsed, firstItems, listed, readPictures } from './pictures.js';
import { pollRefusal, refusal, unreadable } from './refusal.js';
import { contentRefusals, unwanted, usualRefusals } from './usual-refusals.js';
import { words } from './words.js';

const base = 'https://api.aigateway.sh/v1';

/** Source: its openapi.json of 2026-06-23. OpenAI's error format; 402 means a used-up budget. */
const refusals: readonly RefusalRule[] = [...usualRefusals, ...contentRefusals];

/**
 * AIgateway (aigateway.sh): OpenAI's format, and a 202 with a job for slow models. Sources:
 * aigateway-sh/openapi bba193e of 2026-06-23 (`Usage.cost`, US dollars); its guide for the header
 * `x-aigateway-cost` (US dollars according to the guide's example; no specification has it).
 */
export const aigateway: Adapter = {
  id: 'aigateway',
  name: 'AIgateway',
  base,
  keyHosts: ['api.aigateway.sh'],
  browsers: 'unknown',
  answers: 'picture',
  refusals,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  submit: (order) => {
    atMost(0, order);
    const { model, prompt, width, height } = order;
    const id = model.includes('/') ? pathPart(model) : `black-forest-labs/${pathPart(model)}`;
    return {
      method: 'POST',
      url: `${base}/images/generations`,
      json: { model: id, prompt, size: `${width}x${height}`, n: 1, response_format: 'b64_json' },
    };
  },
  readSubmit: (reply) => {
    if (reply.status !== 202) return readPictures(reply, used(reply), refusals);
    const job = jobOf(reply.body);
    return (
      refusal(reply) ?? (job ? { kind: 'pending', job: { id: job }, ...used(reply) } : unreadable())
    );
  },
  poll: ({ id }) => ({ method: 'GET', url: `${base}/jobs/${id}` }),
  readPoll: (reply, job): Outcome => {
    const refused = pollRefusal(reply, refusals);
    if (refused) return refused;
    const state = text(fields(reply.body).status);
    const images = pictures(reply.body);
    const isMade = state !== undefined && /^(completed|succeeded|done|finished)$/.test(state);
    if (images.length > 0 || isMade) return { kind: 'done', images, ...used(reply) };
    if (state && /^(failed|error|cancell?ed|expired)$/.test(state)) return ended(reply.body);
    return state ? { kind: 'pending', job } : unreadable();
  },
  cancel: ({ id }) => ({ method: 'DELETE', url: `${base}/jobs/${id}` }),
  balance: () => ({ method: 'GET', url: `${base}/balance` }),
  readBalance: ({ body }) => {
    const usd = dollarsIn(body);
    return usd === undefined ? undefined : { usd };
  },
};

/** The header, or `usage.cost` in the body: CORS may hide the header. */
function used({ headers, body }: Reply): ReturnType<typeof dollarsUsed> {
  return dollarsUsed(headers['x-aigateway-cost'] ?? fields(fields(body).usage).cost);
}

/** A job's id from either of its fields, if it is safe to use in a URL path. */
function jobOf(body: unknown): string | undefined {
  const { id, job_id } = fields(body);
  const found = text(id) ?? text(job_id);
  return found && /^[\w-]+$/.test(found) ? found : undefined;
}

/**
 * A job's images. The format of a job's status reply is not published, so the usual fields are
 * tried. `url` of the job itself may be its own address, so it is not taken for an image.
 */
function pictures(body: unknown, deep = 2): readonly MadePicture[] {
  const { data, images, result, output, result_url } = fields(body);
  const link = addressed(result_url);
  return link ?? [data, images, result, output].flatMap((part) => partOf(part, deep));
}

function partOf(part: unknown, deep: number): readonly MadePicture[] {
  const link = addressed(part);
  if (link) return link;
  const items = Array.isArray(part) ? firstItems(part) : [part];
  const made = [...items.flatMap((item) => addressed(item) ?? []), ...listed(items)];
  return made.length > 0 || deep === 0 ? made : pictures(part, deep - 1);
}

function addressed(url: unknown): readonly MadePicture[] | undefined {
  const link = text(url);
  return link && /^(https:|data:|\/)/i.test(link) ? [{ url: link }] : undefined;
}

/**
 * A job that ended without an image, with its own message. A cancelled job is not reported as
 * `aborted`, because the reader may not have been the one who stopped it.
 */
function ended(body: unknown): Outcome {
  const detail = words(body) ?? text(fields(body).status);
  return {
    kind: 'refused',
    code: unwanted.test(detail ?? '') ? 'content-refused' : 'provider-failed',
    charge: 'possible',
    ...defined({ detail: detail || undefined }),
  };
}

/**
 * The wallet's balance in US dollars. The reply's format is not published, and this API uses cents
 * elsewhere. So a number is read in the unit the reply names; without a unit the balance is
 * unknown.
 */
function dollarsIn(body: unknown): string | undefined {
  const { balance, balance_usd, balance_cents, unit, currency } = fields(body);
  const amount = balanceText(balance);
  const [cents, name] = [balanceText(balance_cents), text(unit ?? currency) ?? ''];
  const inCents = cents ?? (/^(usd.?)?cents?$/i.test(name) ? amount : undefined);
  return (
    balanceText(balance_usd) ??
    (inCents === undefined ? undefined : dollarsOf(inCents)) ??
    (/^(usd|(us.?)?dollars?)$/i.test(name) ? amount : undefined)
  );
}
