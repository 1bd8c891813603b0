import { defined } from '../base/defined.js';
import type { ImageRequest } from '../pricing/quote-types.js';

export type RequestOptions = NonNullable<ImageRequest['options']>;

/** The attributes that describe a request, as the page's author typed them. */
export interface RequestSource {
  readonly provider: string;
  readonly model: string;
  readonly route: string;
  readonly options: RequestOptions;
  readonly size: string;
  readonly count: number;
  readonly unitPrice: string;
}

type Sized = RequestSource & {
  /** Sizes the reader may choose from, separated by blanks. */ readonly sizes?: string;
};

/** The size used if the page names none. */
const usualSize = '1024x1024';

/**
 * `WIDTHxHEIGHT` as two numbers, one number for a square; `NaN` when it is anything else: `1024px`,
 * `1e3x9`, an empty text. A digit alone is no size: as a reference it is more likely their number.
 */
export function parseSize(size: string): { width: number; height: number } {
  const [, width = 'x', height = width] =
    /^\s*(\d{2,9}|\d(?=\s*[x×]))(?:\s*[x×]\s*(\d{1,9}))?\s*$/i.exec(size) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Options typed as text: `quality=high style="line art"`. */
export function parseOptions(text: string): RequestOptions {
  const pairs = [...text.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|(\S*)))?/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]),
  );
}

/** Words separated by blanks or commas, as a page's author lists them. */
export function listed(words: string): string[] {
  return words.split(/[\s,]+/).filter(Boolean);
}

/** The displayed request. Nothing is corrected here: pricing reports what is wrong. */
export function requestOf(
  source: Sized,
  fallbackModel: string | undefined,
  references: readonly { width: number; height: number }[],
): ImageRequest {
  return {
    provider: source.provider,
    model: source.model || fallbackModel || '',
    ...defined({ route: source.route || undefined }),
    ...parseSize(sizeOf(source)),
    count: source.count,
    ...defined({ references: references.length > 0 ? references : undefined }),
    unitPrice: source.unitPrice,
    ...(Object.keys(source.options).length > 0 && { options: source.options }),
  };
}

/** The first of the offered sizes, if the default is not among them. */
function sizeOf({ size, sizes = '' }: Sized): string {
  const offered = listed(sizes);
  return size === usualSize && offered.length > 0 && !offered.includes(size)
    ? (offered[0] ?? size)
    : size;
}
