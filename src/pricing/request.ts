import type { Offer, Sizes } from './price-list-types.js';
import type { ImageRequest, Problem, ProblemCode, Size } from './quote-types.js';
import type { CheckedRequest } from './rule-kind.js';

const none: readonly Size[] = [];

/** What is wrong with a request wherever it goes. */
export function requestProblem(request: ImageRequest | null): Problem | undefined {
  const { width, height, count = 1, steps = 1, references = [] } = request ?? ({} as ImageRequest);
  return !whole(width, 1e9) || !whole(height, 1e9)
    ? problem('invalid-size', 'width and height are whole pixels')
    : !whole(count, 1e6)
      ? problem('invalid-count', 'a whole number from 1')
      : !whole(steps, 1e3)
        ? problem('invalid-steps', 'a whole number from 1 to 1000')
        : !Array.isArray(references) ||
            [...(references as readonly (Size | undefined)[])].some((one) => !sized(one))
          ? problem('invalid-reference', 'its width and height are whole pixels')
          : undefined;
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

/** What is wrong with a size for these sizes. */
export function sizeProblem(
  { also, only, min, max, area, step }: Sizes,
  { width, height }: Size,
): Problem | undefined {
  return also?.includes(`${width}x${height}`)
    ? undefined
    : only
      ? problem('size-not-offered', `only ${String(also)}`)
      : Math.min(width, height) < min
        ? problem('too-small', `${min} pixels a side at least`)
        : Math.max(width, height) > max || width * height > area
          ? problem('too-large', `${max} pixels a side and ${area} in all at most`)
          : width % step || height % step
            ? problem('off-grid', `multiples of ${step} pixels`)
            : undefined;
}

/** What is wrong with a request for one offer. */
export function offerProblem(
  { notHosted, name, needsReference, references: most, sizes }: Offer,
  request: CheckedRequest,
): Problem | undefined {
  const given = request.references.length;
  return notHosted
    ? problem('not-hosted', `${name}: ${notHosted}`)
    : needsReference && !given
      ? problem('needs-reference', `${name} starts from a picture`)
      : given > most
        ? problem('too-many-references', `${name} takes ${most}`)
        : sizeProblem(sizes, request);
}
