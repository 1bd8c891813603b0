import { withDeadline } from '../base/abort.js';
import { systemClock } from '../base/clock.js';
import { UserPaysError } from '../base/error.js';
import { fields, list } from '../base/json.js';
import { send } from './http.js';
import { puterOrigin } from './puter-session.js';

/**
 * Fetches Puter's public price catalogue as JSON text, `{"models": […]}`: one plain GET without
 * account, SDK or preflight. A page can't use its `ETag`: Puter neither exposes it nor allows
 * `If-None-Match` in its preflight. So freshness depends on the reader's clock.
 * @throws UserPaysError `provider-failed`, `timed-out` or `unreadable-reply`, charge `none`, if
 * there is no catalogue within ten seconds
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
