import { isUserPaysError } from '../base/error.js';
import type { Ports } from './image-provider.js';
import type { Refused } from './refusal.js';

/** The last step before an order is sent: `undefined` if it may be sent, otherwise the refusal. */
export async function heldBack({ beforeSend, signal }: Ports): Promise<Refused | undefined> {
  try {
    await beforeSend?.();
    return signal.aborted ? { kind: 'refused', code: 'aborted', charge: 'none' } : undefined;
  } catch (error) {
    return {
      kind: 'refused',
      code: isUserPaysError(error) ? error.code : 'internal',
      charge: 'none',
    };
  }
}
