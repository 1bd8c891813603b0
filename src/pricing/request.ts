import type { Offer, Sizes } from './price-list-types.js';
import type { ImageRequest, Problem, ProblemCode, Size } from './quote-types.js';
import type { CheckedRequest } from './rule-kind.js';

const none: readonly Size[] = [];

/** What is wrong with a request for any provider. `undefined` if nothing is. */
export function requestProblem(request: ImageRequest | null): Problem | undefined {
  const { width, height, count = 1, steps = 1, references = [] } = request ?? ({} as ImageRequest);
  if (!whole(width, 1e9) || !whole(height, 1e9))
    return problem('invalid-size', 'width and height are whole pixels');
  if (!whole(count, 1e6)) return problem('invalid-count', 'a whole number from 1');
  if (!whole(steps, 1e3)) return problem('invalid-steps', 'a whole number from 1 to 1000');
  if (
    !Array.isArray(references) ||
    [...(references as readonly (Size | undefined)[])].some((one) => !sized(one))
  )
    return problem('invalid-reference', 'its width and height are whole pixels');
  return undefined;
}

function whole(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

function problem(code: ProblemCode, text: string): Problem {
  return { code, text };
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
}: ImageRequest): CheckedRequest {
  return { width, height, count, references, steps, unitPrice };
}

/** Why a size is not among these sizes. `undefined` if it is. */
export function sizeProblem(
  { also, only, min, max, area, step }: Sizes,
  { width, height }: Size,
): Problem | undefined {
  if (also?.includes(`${width}x${height}`)) return undefined;
  if (only) return problem('size-not-offered', `only ${String(also)}`);
  if (Math.min(width, height) < min) return problem('too-small', `${min} pixels a side at least`);
  if (Math.max(width, height) > max || width * height > area)
    return problem('too-large', `${max} pixels a side and ${area} in all at most`);
  if (width % step || height % step) return problem('off-grid', `multiples of ${step} pixels`);
  return undefined;
}

/** Why this offer cannot serve the request. `undefined` if it can. */
export function offerProblem(
  { notHosted, name, needsReference, references: most, sizes }: Offer,
  request: CheckedRequest,
): Problem | undefined {
  const given = request.references.length;
  if (notHosted) return problem('not-hosted', `${name}: ${notHosted}`);
  if (needsReference && !given) return problem('needs-reference', `${name} starts from a picture`);
  if (given > most) return problem('too-many-references', `${name} takes ${most}`);
  return sizeProblem(sizes, request);
}
