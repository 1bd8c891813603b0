import { withDeadline } from '../base/abort.js';
import { systemClock } from '../base/clock.js';
import { UserPaysError } from '../base/error.js';
import { fields, list } from '../base/json.js';
import { send } from './http.js';
import { puterOrigin } from './puter-session.js';

/**
 * Puter's public price catalogue as JSON text, `{"models": […]}`: no account, no SDK, one plain GET
 * without a preflight. Its `ETag` can't be used
 * from a page: Puter neither exposes it nor lets `If-None-Match` through its preflight, so
 * freshness is the reader's clock.
 * Throws `provider-failed` or `unreadable-reply` (charge `none`) when there is no catalogue to be
 * had within ten seconds.
 */
export async function fetchPuterCatalogue(
  origin = puterOrigin(),
  clock = systemClock,
): Promise<string> {
  const reply = await withDeadline(
    clock,
    10_000,
    undefined,
    { stage: 'quote', charge: 'none' },
    (signal) =>
      send(
        { method: 'GET', url: `${origin}/puterai/image/models/details` },
        { auth: {}, keyHosts: [], signal, submit: false },
      ),
  );
  if (reply.status !== 200 || list(fields(reply.body).models).length === 0) {
    throw new UserPaysError('provider-failed', {
      stage: 'quote',
      charge: 'none',
      facts: { provider: 'puter', status: String(reply.status) },
    });
  }
  return JSON.stringify(reply.body);
}
