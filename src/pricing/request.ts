import type { Offer, Sizes } from './price-list-types.js';
import type { ImageRequest, Problem, ProblemCode, Size } from './quote-types.js';
import type { CheckedRequest } from './rule.js';

const problem = (code: ProblemCode, text: string): Problem => ({ code, text });

const whole = (value: unknown, most: number): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
const sized = (size: unknown): boolean =>
  typeof size === 'object' && size !== null && whole((size as Size).width, 1e5) && whole((size as Size).height, 1e5);

/** What is wrong with a request wherever it goes. */
export const requestProblem = (request: ImageRequest): Problem | undefined => {
  if (!whole(request.width, 1e9) || !whole(request.height, 1e9)) return problem('invalid-size', 'Width and height are whole numbers of pixels, from 1');
  if (request.count !== undefined && !whole(request.count, 1e6)) return problem('invalid-count', 'The count is a whole number from 1');
  if (request.steps !== undefined && !whole(request.steps, 1e3)) return problem('invalid-steps', 'Steps are a whole number from 1 to 1000');
  const { references } = request;
  return references !== undefined && !(Array.isArray(references) && references.every(sized))
    ? problem('invalid-reference', 'A reference needs its width and height in pixels') : undefined;
};

export const checked = (request: ImageRequest): CheckedRequest => (request.references ? request as CheckedRequest : { ...request, references: [] });

/** What is wrong with a size for these sizes. */
export const sizeProblem = (sizes: Sizes, { width, height }: Size): Problem | undefined => {
  if (sizes.also?.includes(`${width}x${height}`)) return undefined;
  if (sizes.only) return problem('size-not-offered', `Only ${sizes.also?.join(', ') ?? 'listed sizes'}`);
  if (Math.min(width, height) < sizes.min) return problem('too-small', `No side under ${sizes.min} pixels`);
  if (Math.max(width, height) > sizes.max || width * height > sizes.area) {
    return problem('too-large', `No side over ${sizes.max} pixels and no more than ${sizes.area} pixels in all`);
  }
  return width % sizes.step || height % sizes.step ? problem('off-grid', `Width and height are multiples of ${sizes.step}`) : undefined;
};

/** What is wrong with a request for one offer. */
export const offerProblem = (offer: Offer, request: CheckedRequest): Problem | undefined => {
  const { references: most, needsReference } = offer;
  const given = request.references.length;
  if (offer.notHosted) return problem('not-hosted', `${offer.name}: ${offer.notHosted}`);
  if (needsReference && !given) return problem('needs-reference', `${offer.name} starts from a reference picture`);
  if (given > most) return problem('too-many-references', most ? `${offer.name} takes at most ${most} references` : `${offer.name} takes no references`);
  return sizeProblem(offer.sizes, request);
};
