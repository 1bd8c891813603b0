import { listReading } from './list-reading.js';
import type { Offer } from './price-list-types.js';
import type { ImageRequest, Problem, Size } from './quote-types.js';
import type { CheckedRequest } from './rule-kind.js';
import { problem, sizeProblem } from './size-problem.js';

const none: readonly Size[] = [];
const noOptions: CheckedRequest['options'] = {};

/** What is wrong with a request for any provider. `undefined` if nothing is. */
export function requestProblem(request: ImageRequest | null): Problem | undefined {
  const { width, height, count = 1, steps = 1, references = [] } = request ?? ({} as ImageRequest);
  if (!whole(width, 1e9) || !whole(height, 1e9))
    return problem('invalid-size', 'width and height are whole pixels');
  if (!whole(count, 1e6)) return problem('invalid-count', 'a whole number from 1');
  if (!whole(steps, 1e3)) return problem('invalid-steps', 'a whole number from 1 to 1000');
  if (
    !Array.isArray(references) ||
    // Copied, so that a hole is met too.
    (references.length > 0 && ![...(references as readonly (Size | undefined)[])].every(sized))
  )
    return problem('invalid-reference', 'its width and height are whole pixels');
  return undefined;
}

function whole(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

function sized(size: Size | null | undefined): boolean {
  return whole(size?.width, 1e5) && whole(size?.height, 1e5);
}

/** Fills in the defaults. Call it only if `requestProblem` found nothing. */
export function checked({
  width,
  height,
  count = 1,
  references = none,
  steps,
  unitPrice,
  prompt,
}: ImageRequest): CheckedRequest {
  return { width, height, count, references, steps, unitPrice, prompt, options: noOptions };
}

/**
 * The request as this offer makes and bills it: in a size that it makes, with its options. A problem
 * if it can't serve the request.
 */
export function fitted(
  offer: Offer,
  request: CheckedRequest,
  given: ImageRequest['options'],
): CheckedRequest | Problem {
  const wrong = offerProblem(offer, request);
  if (wrong) return wrong;
  if (!offer.options && !offer.sizes.snaps) return request;
  return listReading()!.fit(offer, request, given);
}

export function isProblem(value: object): value is Problem {
  return 'code' in value && 'text' in value;
}

/** Why this offer cannot serve the request. `undefined` if it can. */
function offerProblem(
  { notHosted, name, needsReference, references: most, sizes }: Offer,
  request: CheckedRequest,
): Problem | undefined {
  const given = request.references.length;
  if (notHosted) return problem('not-hosted', `${name}: ${notHosted}`);
  if (needsReference && !given) return problem('needs-reference', `${name} starts from a picture`);
  if (given > most) return problem('too-many-references', `${name} takes ${most}`);
  return sizes.snaps ? undefined : sizeProblem(sizes, request);
}
