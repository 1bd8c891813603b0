import { loadPuterSdk } from '../accounts/puter-sdk.js';
import { meetThroughPuter, type Met, type PuterKv } from '../accounts/puter-kv.js';
import { UserPaysError } from '../base/error.js';
import { randomId } from '../base/id.js';
import { fields } from '../base/json.js';
import { exportJson } from '../spending/export-json.js';
import { importJson } from '../spending/import-json.js';
import { purchaseServices } from './purchase-services.js';

const deviceKey = 'user-pays-image/device';

/**
 * Merges this browser's journal with the copies that the reader's other browsers left in the
 * reader's own Puter storage, and stores a copy there. Only when the reader asks: it signs in at
 * Puter if needed. A union of lines: nothing is counted twice, in any order. Rejects with the
 * sign-in's errors; a storage that can't be reached is reported in the result.
 */
export async function shareTally(): Promise<Met> {
  const { account, journal } = purchaseServices();
  const payer = account('puter');
  if (payer.state.get().status !== 'signed-in' && (await payer.signIn()).status !== 'signed-in') {
    throw new UserPaysError('no-session', { stage: 'account', charge: 'none' });
  }
  await payer.ready?.();
  const { kv } = fields(await loadPuterSdk());
  await journal.ready;
  const device = deviceName();
  const take = async (theirs: string): Promise<boolean> =>
    (await importJson(journal, theirs)).kind === 'merged';
  return meetThroughPuter({
    kv: kv as PuterKv,
    device,
    mine: exportJson(journal, { undated: true }),
    take,
  });
}

function deviceName(): string {
  const { store } = purchaseServices();
  const known = store.get(deviceKey);
  if (known && /^[0-9a-f]{16}$/.test(known)) return known;
  const name = randomId();
  store.set(deviceKey, name);
  return name;
}
