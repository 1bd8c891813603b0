import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { isProviderHost } from '../base/provider-hosts.js';
import type { Adapter, RefusalRule } from './adapter.js';
import type { PictureOrder } from './picture-order.js';
import { atMost } from './order.js';
import { readPictures } from './pictures.js';
import { contentRefusals, usualRefusals } from './usual-refusals.js';

/**
 * Source: OpenAI's guide to error codes and openapi.yaml of 2026-08-21. Refused content is a 400,
 * an empty account a 429.
 */
const refusals: readonly RefusalRule[] = [...usualRefusals, ...contentRefusals];

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
    auth: (key) => ({ authorization: `Bearer ${key}` }),
    submit: (order) => {
      atMost(0, order);
      const { model, width, height } = order;
      // OpenAI's newer models always send base64 and refuse this parameter.
      const response_format = model.startsWith('gpt-image') ? undefined : 'b64_json';
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
      const seed = order && seedOf(order);
      return outcome.kind === 'done' && seed !== undefined ? { ...outcome, seed } : outcome;
    },
  };
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
  const seed = seedOf(order);
  return seed === undefined
    ? order.prompt
    : `${order.prompt} <sd_cpp_extra_args>${JSON.stringify({ seed })}</sd_cpp_extra_args>`;
}

/**
 * The seed, only for sd-server. It accepts a seed only inside the prompt, in a block that it
 * removes (stable-diffusion.cpp, examples/server/api.md). It is recognised by its one model,
 * `sd-cpp-local`; any other server would treat the block as part of the prompt.
 */
function seedOf({ model, seed }: PictureOrder): number | undefined {
  return model === 'sd-cpp-local' ? seed : undefined;
}
