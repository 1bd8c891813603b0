import { given, nearest, pairOf, pixels, references, wish } from './puter-september.size.js';
import { Refusal, type Args, type Line, type Plan, type Row } from './puter-september.types.js';

/** Replicate's older rows. Their bill is settled before the picture is made; `n` is always 1. */
export function perImage(row: Row, args: Args): Plan {
  const mode = String(args.generation_mode);
  const costs = row.costs_by_generation_mode?.[mode] ?? row.costs;
  const cost = Math.round((costs.output ?? 0) * 1e6);
  return { upstream: requestOf(row, args), gate: cost, lines: () => [['output', 1, cost]] };
}

export function megapixel(row: Row, args: Args): Plan {
  const upstream = requestOf(row, args);
  const costs = upstream.go_fast === true && row.costs_go_fast ? row.costs_go_fast : row.costs;
  const units = { run: 1, output_mp: declared(row, args), input_mp: inputMegapixels(args) };
  const lines = Object.entries(units)
    .filter(([name, amount]) => amount > 0 && costs[name] !== undefined)
    .map(([name, amount]): Line => {
      return [name, amount, Math.round((costs[name] ?? 0) * amount * 1e6)];
    });
  return { upstream, gate: lines.reduce((sum, [, , cost]) => sum + cost, 0), lines: () => lines };
}

/** Only text is read, and only by rows that pass it on. */
function declared(row: Row, { output_megapixels: wanted }: Args): number {
  if (typeof wanted !== 'string' || !row.allowed_params?.includes('output_megapixels')) return 1;
  const megapixels = parseFloat(wanted);
  return megapixels > 0 ? megapixels : 1;
}

/** Each picture is rounded up by itself; under both names it counts twice. */
function inputMegapixels({ input_image, input_images }: Args): number {
  const pictures = [
    ...(given(input_image) ? [input_image] : []),
    ...(Array.isArray(input_images) ? (input_images as unknown[]) : []),
  ];
  return pictures.reduce<number>((sum, picture) => sum + Math.ceil(pixels(picture) / 1e6), 0);
}

function requestOf(row: Row, args: Args): Record<string, unknown> {
  const request: Record<string, unknown> = {
    prompt: args.prompt,
    aspect_ratio: shapeOf(args),
    ...picturesOf(row, args),
  };
  for (const name of row.allowed_params ?? []) {
    const target = row.param_aliases?.[name] ?? name;
    const { default: standard, suffix } = row.param_transforms?.[target] ?? {};
    const value = readable(name, args[name]) ?? standard;
    if (value != null)
      request[target] = suffix !== undefined && typeof value === 'string' ? value + suffix : value;
  }
  return request;
}

function readable(name: string, value: unknown): unknown {
  return name === 'output_megapixels' && typeof value !== 'string' ? undefined : value;
}

/** What these models take was not recorded; the price does not depend on it. */
const shapes = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '4:5', '5:4', '21:9', '9:21'];

function shapeOf(args: Args): string {
  const wanted = wish(args) ?? { w: 1, h: 1 };
  return nearest(wanted, shapes, (text) => pairOf(text) ?? { w: 1, h: 1 });
}

/** A picture for a row without a place for it is refused (an assumption; not recorded). */
function picturesOf(row: Row, args: Args): Record<string, unknown> {
  const pictures = references(args);
  const { imageInputKey: several, singleImageInputKey: one } = row;
  if (pictures.length === 0) return {};
  const most = several !== undefined ? 10 : one !== undefined ? 1 : 0;
  if (most === 0) throw new Refusal(`${row.id} does not support input images`);
  if (pictures.length > most) throw new Refusal(`${row.id} accepts at most ${most} input images`);
  return several !== undefined ? { [several]: pictures } : { [String(one)]: pictures[0] };
}
