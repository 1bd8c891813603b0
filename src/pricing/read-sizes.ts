import { defined } from '../base/defined.js';
import type { Sizes } from './price-list-types.js';
import { count, entries, object, oneOf, only, optional, refuse, size, yes } from './read-list.js';

/** Reads the sizes an offer takes. Limits that leave no size are refused. */
export function readSizes(value: unknown, where: string): Sizes {
  const fields = only(
    object(value, where),
    [
      'pixels',
      'min',
      'max',
      'step',
      'area',
      'least',
      'longest',
      'snaps',
      'also',
      'only',
      'ratios',
      'megapixels',
    ],
    where,
  );
  const min = count(fields.min, `${where}.min`, 1, 1e5);
  const [most, by] = [Number(fields.max), Number(fields.step)];
  if (fields.only === undefined && Math.floor(most / by) * by < min)
    refuse(`${where}.max and step leave no size`);
  return defined({
    pixels: oneOf(fields.pixels, ['exact', 'ratio'] as const, `${where}.pixels`),
    min,
    max: count(fields.max, `${where}.max`, min, 1e5),
    step: count(fields.step, `${where}.step`, 1, 1024),
    area: count(fields.area, `${where}.area`, 1, 1e9),
    least: optional(fields.least, (one) => count(one, `${where}.least`, 1, 1e9)),
    longest: optional(fields.longest, (one) => count(one, `${where}.longest`, 1, 1000)),
    snaps: optional(fields.snaps, (one) =>
      oneOf(one, ['sides', 'shape'] as const, `${where}.snaps`),
    ),
    also: optional(fields.also, (all) =>
      entries(all, 200, `${where}.also`).map((one) => size(one, `${where}.also`)),
    ),
    only: yes(fields.only, `${where}.only`),
    ratios: optional(fields.ratios, (all) =>
      entries(all, 100, `${where}.ratios`).map((one) => ratio(one, `${where}.ratios`)),
    ),
    megapixels: optional(fields.megapixels, (one) => count(one, `${where}.megapixels`, 1, 1000)),
  });
}

function ratio(value: unknown, where: string): string {
  return typeof value === 'string' && /^[1-9]\d{0,3}:[1-9]\d{0,3}$/.test(value)
    ? value
    : refuse(`${where} is not a ratio like 16:9`);
}
