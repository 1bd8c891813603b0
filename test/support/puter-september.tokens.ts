import { clamp, given, nearest, references, wish } from './puter-september.size.js';
import {
  Refusal,
  type Args,
  type Made,
  type Plan,
  type Row,
  type Size,
  type TokenUsage,
} from './puter-september.types.js';

/** Tokens as the supplier reports them, three rows; each is a microcent at least. */
export function gemini(row: Row, args: Args, made: Made): Plan {
  const tier = geminiTier(row, args);
  const image = geminiTokens(row.id, tier);
  const text = textTokens(args);
  const { input = 0, output = 0, output_image = 0 } = row.costs;
  const bill = (tokens: number, rate: number): number => Math.max(1, Math.ceil(tokens * rate));
  const gate = (text + 560 * references(args).length) * input + 50 * output + image * output_image;
  return {
    upstream: {
      imageConfig: { aspectRatio: geminiShape(row, args), ...(tier ? { imageSize: tier } : {}) },
    },
    gate: Math.ceil(gate),
    lines: () => {
      const asked = text + 560 * references(args).length;
      const usual = { promptTokenCount: asked, candidatesTokensDetails: imageTokens(image) };
      const counted = geminiCounts(made.usage === undefined ? usual : made.usage, text, image);
      return [
        ['input', Math.max(1, counted.input), bill(counted.input, input)],
        ['output:text', Math.max(1, counted.text), bill(counted.text, output)],
        ['output:image', Math.max(1, counted.image), bill(counted.image, output_image)],
      ];
    },
  };
}

/** Puter's own estimate of the words: half from letters, half from words. */
function textTokens({ prompt }: Args): number {
  const text = String(prompt);
  return Math.floor((text.length / 4 + (text.split(/\s+/).length * 4) / 3) / 2);
}

function geminiTier({ id, allowedQualityLevels = [] }: Row, { quality }: Args): string {
  const [first = ''] = allowedQualityLevels;
  if (first === '' || !given(quality)) return first;
  const low = String(quality).toLowerCase();
  const tier = allowedQualityLevels.find((one) => one.toLowerCase() === low);
  if (tier === undefined)
    throw new Refusal(`quality for ${id} must be one of: ${allowedQualityLevels.join(', ')}`);
  return tier;
}

function geminiTokens(id: string, tier: string): number {
  if (id.startsWith('gemini-2.5')) return 1290;
  if (id.startsWith('gemini-3-pro')) return tier === '4K' ? 2000 : 1120;
  return { '512': 747, '1K': 1120, '2K': 1680, '4K': 2520 }[tier] ?? 1120;
}

function geminiShape({ allowedRatios = [] }: Row, args: Args): string {
  const { w, h } = nearest(wish(args) ?? { w: 1, h: 1 }, allowedRatios, (one) => one);
  return `${w}:${h}`;
}

function imageTokens(tokenCount: number): TokenUsage['candidatesTokensDetails'] & object {
  return [{ modality: 'IMAGE', tokenCount }];
}

function geminiCounts(
  usage: TokenUsage | null,
  text: number,
  image: number,
): { readonly input: number; readonly text: number; readonly image: number } {
  if (!usage) return { input: text, text: 0, image };
  const drawn = (usage.candidatesTokensDetails ?? [])
    .filter(({ modality }) => modality === 'IMAGE')
    .reduce((sum, { tokenCount }) => sum + tokenCount, 0);
  const written = (usage.candidatesTokenCount ?? drawn) - drawn;
  return {
    input: usage.promptTokenCount ?? 0,
    text: written + (usage.thoughtsTokenCount ?? 0),
    image: drawn,
  };
}

/** Tokens as the supplier reports them, two rows; without a report the estimate. */
export function openai(row: Row, args: Args, made: Made): Plan {
  const quality = openaiQuality(row, args);
  const size = openaiSize(row, args);
  const text = `${size.width}x${size.height}`;
  const words = textTokens(args);
  const input = cents(row, words, 'text_input');
  const pictures = cents(row, 560 * references(args).length, 'image_input');
  const output = openaiEstimate(row, quality, size);
  const name = (part: string): string => `${quality}:${text}:${part}`;
  return {
    upstream: { size: text, quality },
    gate: Math.ceil((input + pictures + output) * 1e6),
    lines: () => {
      const usage = made.usage === undefined ? usualReport(row, args, output) : made.usage;
      if (!usage)
        return [
          [name('input'), words, Math.ceil(input * 1e6)],
          [name('output'), 1, Math.ceil(output * 1e6)],
        ];
      const { input_tokens = 0, output_tokens = 0 } = usage;
      const drawn = cents(row, output_tokens, 'image_output');
      return [
        [name('input'), input_tokens, Math.ceil(inputCents(row, usage) * 1e6)],
        [name('output'), output_tokens, Math.ceil(drawn * 1e6)],
      ];
    },
  };
}

function usualReport(row: Row, args: Args, output: number): TokenUsage {
  const [words, pictures] = [textTokens(args), 560 * references(args).length];
  return {
    input_tokens: words + pictures,
    output_tokens: Math.round((output * 1e6) / (row.costs.image_output ?? 1)),
    input_tokens_details: { text_tokens: words, image_tokens: pictures },
  };
}

/** In this order of arithmetic, which decides the last microcent of a gate. */
function cents({ costs }: Row, tokens: number, name: string): number {
  return (tokens / 1e6) * (costs[name] ?? 0);
}

/** Words and pictures have their rates, and lower ones where the supplier remembered them. */
function inputCents(row: Row, { input_tokens = 0, input_tokens_details }: TokenUsage): number {
  const { text_tokens, image_tokens = 0, cached_tokens_details } = input_tokens_details ?? {};
  const { text_tokens: oldText = 0, image_tokens: oldImage = 0 } = cached_tokens_details ?? {};
  const text = text_tokens ?? input_tokens - image_tokens;
  return (
    cents(row, text - oldText, 'text_input') +
    cents(row, oldText, 'text_cached_input') +
    cents(row, image_tokens - oldImage, 'image_input') +
    cents(row, oldImage, 'image_cached_input')
  );
}

/** What it does not know is drawn as low. */
function openaiQuality({ allowedQualityLevels = [] }: Row, { quality }: Args): string {
  const low = typeof quality === 'string' ? quality.toLowerCase() : '';
  return allowedQualityLevels.includes(low) ? low : 'low';
}

/** Cents, from the row's table or by the rule of the tiles. */
function openaiEstimate(row: Row, quality: string, { width, height }: Size): number {
  const tier = quality === 'auto' ? 'medium' : quality;
  const listed = row.costs[`${tier}:${width}x${height}`];
  if (listed !== undefined) return listed;
  const newer = row.allowedQualityLevels?.includes('xhigh') ?? false;
  const sides: Readonly<Record<string, number>> = newer
    ? { low: 16, medium: 24, high: 48, xhigh: 64, max: 96 }
    : { low: 16, medium: 48, high: 96 };
  const long = sides[tier] ?? 16;
  const short = Math.round((long * Math.min(width, height)) / Math.max(width, height));
  const tokens = Math.ceil((long * short * (2_000_000 + width * height)) / 4_000_000);
  return cents(row, tokens, 'image_output');
}

/** Multiples of 16 px within the model's bounds; a shape is lifted to the least of them only. */
function openaiSize({ allowedRatios }: Row, args: Args): Size {
  const wanted = wish(args) ?? { kind: 'pixels', w: 1024, h: 1024 };
  if (allowedRatios) {
    const { w, h } = nearest(wanted, allowedRatios, (one) => one);
    return { width: w, height: h };
  }
  const shape = clamp(wanted.w / wanted.h, 1 / 3, 3);
  const asked = wanted.kind === 'shape' ? 0 : areaOf(wanted, shape);
  const area = clamp(asked, 655_360, 8_294_400);
  const whole = area > asked ? Math.ceil : area < asked ? Math.floor : Math.round;
  const to = (side: number): number => Math.min(3840, whole(side / 16) * 16);
  return { width: to(Math.sqrt(area * shape)), height: to(Math.sqrt(area / shape)) };
}

function areaOf({ w, h }: { w: number; h: number }, shape: number): number {
  const longest = Math.min(3840, Math.max(w, h));
  return longest ** 2 * Math.min(shape, 1 / shape);
}
