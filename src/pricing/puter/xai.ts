import { text } from '../../base/json.js';
import type { OptionSpec } from '../price-list-types.js';
import { saidCosts, type RowOffer, type RowPrice } from './row-offer.js';
import type { PuterRow } from './row.js';
import type { Rule } from '../rule.js';

const tiers = ['low', 'medium'];
const resolutions = ['1k', '2k'];

/** An xAI row: by resolution, by quality where it has qualities, and per reference. */
export function xaiOffer(row: PuterRow): RowOffer | undefined {
  const { defaultQuality, defaultEditQuality, pricing_unit: unit = 'per-image' } = row.fields;
  if (unit !== 'per-image') return undefined;
  const prices =
    defaultQuality === undefined
      ? resolutions.flatMap((resolution) => priced(row, [resolution], { resolution }))
      : resolutions.flatMap((resolution) => [
          ...tiers.flatMap((quality) =>
            priced(row, [resolution, quality], { resolution, quality }),
          ),
          ...priced(
            row,
            [resolution, text(defaultQuality) ?? ''],
            { resolution, quality: 'auto' },
            'text',
          ),
          ...priced(
            row,
            [resolution, text(defaultEditQuality ?? defaultQuality) ?? ''],
            { resolution, quality: 'auto' },
            'edit',
          ),
        ]);
  if (prices.length === 0 || (defaultQuality !== undefined && !isUsualKnown(prices)))
    return undefined;
  return { prices, ...xaiOptions(row) };
}

/** What an xAI row takes, also where its price is unknown. */
export function xaiOptions({ fields }: PuterRow): Omit<RowOffer, 'prices'> {
  return { options: optionsOf(fields.defaultQuality !== undefined), references: 5, seed: false };
}

/** True if a request that chooses nothing has a price, with references and without. */
function isUsualKnown(prices: readonly RowPrice[]): boolean {
  const usual = prices.filter(({ options, when }) => when && options?.resolution === '1k');
  return usual.length === 2;
}

function optionsOf(hasQuality: boolean): Record<string, OptionSpec> {
  const resolution: OptionSpec = { type: 'choice', values: resolutions, usual: '1k' };
  return hasQuality
    ? { quality: { type: 'choice', values: [...tiers, 'auto'], usual: 'auto' }, resolution }
    : { resolution: { ...resolution, names: ['resolution', 'quality'] } };
}

function priced(
  row: PuterRow,
  key: readonly string[],
  options: Readonly<Record<string, string>>,
  when?: 'text' | 'edit',
): RowPrice[] {
  const name = ['output', ...key].join(':');
  const each = row.cost(name);
  const input = row.cost('media_input');
  if (!each || each === '0') return [];
  const more = input && input !== '0' ? input : undefined;
  const rule: Rule = { kind: 'image', each, ...(more && { input: more }) };
  const costs = new Map([[name, each], ...(more ? [['media_input', more] as const] : [])]);
  return [{ rule, options, says: saidCosts(costs), ...(when && { when }) }];
}
