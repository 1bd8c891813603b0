import type { Sizes } from './price-list-types.js';
import type { Problem, ProblemCode, Size } from './quote-types.js';

export function problem(code: ProblemCode, text: string): Problem {
  return { code, text };
}

/** Why a size is not among these sizes. `undefined` if it is. */
export function sizeProblem(
  { also, only, min, max, area, step, least = 0 }: Sizes,
  { width, height }: Size,
): Problem | undefined {
  if (also?.includes(`${width}x${height}`)) return undefined;
  if (only) return problem('size-not-offered', `only ${String(also)}`);
  if (Math.min(width, height) < min) return problem('too-small', `${min} pixels a side at least`);
  if (width * height < least) return problem('too-small', `${least} pixels in all at least`);
  if (Math.max(width, height) > max || width * height > area)
    return problem('too-large', `${max} pixels a side and ${area} in all at most`);
  if (width % step || height % step) return problem('off-grid', `multiples of ${step} pixels`);
  return undefined;
}
