import type { Seed } from '../base/seed.js';
import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { isProviderHost } from '../base/provider-hosts.js';
import type { Adapter, RefusalRule, Reply } from './adapter.js';
import type { Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { atMost, seedOf } from './order.js';
import { readPictures } from './pictures.js';
import type { Refused } from './refusal.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';
import { plainWords, wholeWords } from './words.js';

/**
 * Source: OpenAI's guide to error codes and openapi.yaml of 2026-08-21. Refused content is a 400,
 * an empty account a 429.
 */
const refusals: readonly RefusalRule[] = [...usualRefusals, ...contentRefusals];

/**
 * OpenAI's newer models, also behind a vendor's prefix or under an alias: `openai/gpt-image-1`,
 * `azure_gpt_image_1`, `chatgpt-image-latest`. They always send base64 and refuse `response_format`.
 */
const newer = /gpt[-_. ]?image/i;

/** sd-server reads a seed as a whole number of 64 bits. */
const mostSeed = 9_223_372_036_854_775_807n;

/** Servers and models of this visit that refused `response_format`, under whatever name. */
const refusing = new Set<string>();

/**
 * A server that implements OpenAI's image endpoint: stable-diffusion.cpp's sd-server, LocalAI, or
 * the page owner's gateway. Source: OpenAI's openapi.yaml of 2026-08-21. Without a key no
 * Authorization header is sent, because a `*` in a server's CORS reply does not cover that header.
 *
 * @param endpoint the server's base URL, with `/v1` or without any path. A key is sent there only
 * over https or to this machine.
 * @throws UserPaysError `invalid-input` if it is not an http(s) URL, has credentials, a query or a
 * fragment, or belongs to a provider that has an adapter of its own
 */
export function openaiCompatible(endpoint: string): Adapter {
  const { origin, host, pathname } = parsed(endpoint);
  const base = origin + (pathname.replace(/\/+$/, '') || '/v1');
  return {
    id: 'openai-compatible',
    name: host,
    base,
    keyHosts: [host],
    browsers: 'unknown',
    answers: 'picture',
    refusals,
    keyOptional: true,
    mostSeed,
    auth: (key) => ({ authorization: `Bearer ${key}` }),
    submit: (order) => {
      atMost(0, order);
      const { model, width, height } = order;
      const isUnwanted = newer.test(model) || refusing.has(nameOf(base, order));
      const response_format = isUnwanted ? undefined : 'b64_json';
      return {
        method: 'POST',
        url: `${base}/images/generations`,
        json: defined({
          model: model === 'default' ? undefined : model,
          prompt: promptOf(order),
          n: 1,
          size: `${width}x${height}`,
          response_format,
        }),
      };
    },
    readSubmit: (reply, order) => {
      const outcome = readPictures(reply, {}, refusals);
      if (order && refusesFormat(reply, outcome)) {
        refusing.add(nameOf(base, order));
        return { ...outcome, leftOut: true };
      }
      const seed = order && seedFor(order);
      return outcome.kind === 'done' && seed !== undefined ? { ...outcome, seed } : outcome;
    },
  };
}

function nameOf(base: string, { model }: PictureOrder): string {
  return `${base} ${model}`;
}

/**
 * True for a request that was refused, before anything was made, because of `response_format`. Nothing
 * is sent again: the reader's next press leaves it out.
 */
function refusesFormat({ status, body, text }: Reply, outcome: Outcome): outcome is Refused {
  if (outcome.kind !== 'refused' || outcome.code !== 'invalid-input' || outcome.charge !== 'none')
    return false;
  // Not just anywhere: some servers repeat the whole request in what they refuse.
  const named = /"(param|loc)":("|\[[^\]]*")response_format"/.test(JSON.stringify(body) ?? '');
  const said = wholeWords(body) ?? plainWords(text) ?? '';
  return (status === 400 || status === 422) && (named || said.includes('response_format'));
}

function parsed(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  )
    throw unfit('endpoint');
  // Its key and its prices belong to its adapter, whatever a page says it costs.
  if (isProviderHost(endpoint)) throw unfit(`endpoint: ${url.hostname} is no server of one’s own`);
  return url;
}

function unfit(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'guard',
    charge: 'none',
    retry: 'never',
    facts: { detail },
  });
}

function promptOf(order: PictureOrder): string {
  const seed = seedFor(order);
  return seed === undefined
    ? order.prompt
    : `${order.prompt} <sd_cpp_extra_args>{"seed":${seed}}</sd_cpp_extra_args>`;
}

/**
 * The seed, only for sd-server. It accepts a seed only inside the prompt, in a block that it
 * removes (stable-diffusion.cpp, examples/server/api.md). It is recognised by its one model,
 * `sd-cpp-local`; any other server would treat the block as part of the prompt.
 */
function seedFor(order: PictureOrder): Seed | undefined {
  return order.model === 'sd-cpp-local' ? seedOf(order, mostSeed) : undefined;
}
