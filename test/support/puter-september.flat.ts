import { clamp, given, nearest, pairOf, references, wish } from './puter-september.size.js';
import { Refusal, type Args, type Line, type Plan, type Row } from './puter-september.types.js';

/** A picture of a tier, and each reference; not rounded. */
export function xai(row: Row, args: Args): Plan {
  const pictures = references(args).length;
  if (pictures > 5) throw new Refusal('xAI accepts at most 5 input images');
  const text = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');
  const asked = given(args.resolution) ? args.resolution : args.quality;
  const resolution = text(asked) === '2k' ? '2k' : '1k';
  const standard =
    pictures > 0 ? (row.defaultEditQuality ?? row.defaultQuality) : row.defaultQuality;
  const tier = ['low', 'medium'].find((one) => one === text(args.quality)) ?? standard;
  const named = row.defaultQuality !== undefined && tier !== undefined;
  const output = `output:${resolution}${named ? `:${tier}` : ''}`;
  const lines: Line[] = [[output, 1, (row.costs[output] ?? 0) * 1e6]];
  if (pictures > 0)
    lines.push(['media_input', pictures, pictures * (row.costs.media_input ?? 0) * 1e6]);
  return {
    upstream: { resolution, ...(named ? { quality: tier } : {}) },
    gate: lines.reduce((sum, [, , cost]) => sum + cost, 0),
    lines: () => lines,
  };
}

/** A picture, or one of a tier of pixels; there every reference but the first costs something. */
export function byteplus(row: Row, args: Args): Plan {
  const pictures = references(args).length;
  const byTier = row.pricing_unit === 'per-tier';
  const most = byTier ? 10 : 14;
  if (pictures > most) throw new Refusal(`BytePlus accepts at most ${most} input images`);
  const tier = tierOf(row, args);
  const size = sizeOf(row, args, tier);
  const cents = (name: string): number => row.costs[name] ?? 0;
  const output = byTier ? `output:${billedTier(size, tier)}` : 'per-image';
  const lines: Line[] = [[output, 1, Math.round(cents(output) * 1e6)]];
  const more = pictures - 1;
  if (byTier && more > 0)
    lines.push(['input_image', more, Math.round(cents('input_image') * more * 1e6)]);
  return {
    upstream: { size },
    gate: lines.reduce((sum, [, , cost]) => sum + cost, 0),
    lines: () => lines,
  };
}

const byName: Readonly<Record<string, string>> = {
  low: '1k',
  medium: '1.5k',
  high: '2k',
  hd: '2k',
};

/** The tier that was asked for, or the next one the row has. `resolution` is not read. */
function tierOf({ allowedQualityLevels = [] }: Row, { quality }: Args): string {
  const word = typeof quality === 'string' ? quality.trim().toLowerCase() : '';
  const asked = byName[word] ?? (/^[\d.]+k$/.test(word) ? word : '2k');
  const rising = allowedQualityLevels.toSorted((a, b) => parseFloat(a) - parseFloat(b));
  return rising.find((one) => parseFloat(one) >= parseFloat(asked)) ?? rising.at(-1) ?? asked;
}

function sizeOf(row: Row, args: Args, tier: string): string {
  const wanted = wish(args, row.pixelSizeThreshold);
  if (!wanted) return tier.toUpperCase();
  if (wanted.kind === 'shape') {
    const choices = Object.entries(row.resolution_map ?? {});
    const [, sizes] = nearest(wanted, choices, ([text]) => pairOf(text) ?? { w: 1, h: 1 });
    const { w, h } = sizes[tier] ?? { w: 2048, h: 2048 };
    return `${w}x${h}`;
  }
  // Pixels beyond the row's are brought within (an assumption; no price depends on it).
  const { minPixels = 0, maxPixels = Infinity } = row;
  const area = wanted.w * wanted.h;
  const scale = Math.sqrt(clamp(area, minPixels, maxPixels) / area);
  const to = (side: number): number => (scale === 1 ? Math.round(side) : Math.floor(side * scale));
  return `${to(wanted.w)}x${to(wanted.h)}`;
}

function billedTier(size: string, tier: string): string {
  const [w, h] = size.split('x').map(Number);
  if (!w || !h) return tier;
  return w * h > 2_610_000 ? '2k' : '1k';
}
