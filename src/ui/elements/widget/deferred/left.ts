import type { Generation } from '../../../../generation/machine.js';
import type { PictureState, PurchaseState } from '../../../../generation/purchase.js';

/** A purchase that the reader does not wait for any more. */
export type Left = Extract<Generation, { name: 'cancelled' }> & { readonly state: PurchaseState };

/** True for a purchase that the reader does not wait for, while it goes on or once it is there. */
export function isLeft(generation: Generation): generation is Left {
  return (
    generation.name === 'cancelled' &&
    Boolean(generation.state?.pictures.some(({ name }) => name !== 'failed'))
  );
}

/** True for a picture that did not come and was charged, or may have been. */
export function isPaidAndLost({ name, receipt }: PictureState): boolean {
  return name === 'failed' && receipt !== undefined && receipt.charge !== 'none';
}
