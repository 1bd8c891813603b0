import { UserPaysError } from '../base/error.js';
import type { ImageRequest, Size } from '../pricing/quote-types.js';
import { parseOptions, parseSize } from '../checkout/request.js';
import { usual, type TypedRequest } from '../ui/elements/user-pays-price/form-request.js';

/**
 * A request as a page's author types it into the attributes of `<user-pays-price>`, which then reads
 * the same one.
 * @throws UserPaysError `invalid-input` where attributes can't say it; `facts.detail` names the field
 */
export function typed(request: ImageRequest): TypedRequest {
  if (typeof request !== 'object' || request === null) throw unsaid('request', request);
  const { provider, model, route, width, height, count, unitPrice } = request;
  return {
    provider: named('provider', provider),
    model: named('model', model),
    route: route === undefined ? '' : named('route', route),
    size: sizeText({ width: numbered('width', width), height: numbered('height', height) }),
    count: numbered('count', count ?? usual.count),
    references: referencesText(request.references ?? []),
    options: optionsText(request),
    unitPrice: unitPrice === undefined ? usual.unitPrice : named('unitPrice', unitPrice),
  };
}

/** The error for a field that can't be said. */
export function unsaid(field: string, value: unknown): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'quote',
    retry: 'never',
    facts: { detail: `${field} can’t be ${shown(value).slice(0, 100)}` },
  });
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return 'an object';
  const simple = value as number | symbol | undefined;
  return String(simple);
}

function named(field: string, value: unknown): string {
  if (typeof value !== 'string' || !value || !isText(value)) throw unsaid(field, value);
  return value;
}

function numbered(field: string, value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw unsaid(field, value);
  return value;
}

function sizeText({ width, height }: Size, field = 'width and height'): string {
  const text = `${width}x${height}`;
  const read = parseSize(text);
  if (read.width !== width || read.height !== height) throw unsaid(field, text);
  return text;
}

function referencesText(references: unknown): string {
  if (!Array.isArray(references)) throw unsaid('references', references);
  return references
    .map((size: Size | null, index) =>
      sizeText({ width: size?.width ?? NaN, height: size?.height ?? NaN }, `references[${index}]`),
    )
    .join(' ');
}

/** `quality=high style="line art"`. Steps are an option like the others. */
function optionsText({ steps, options }: ImageRequest): string {
  if (typeof (options ?? {}) !== 'object') throw unsaid('options', options);
  const all: [string, unknown][] = Object.entries({
    ...(steps !== undefined && { steps }),
    ...options,
  });
  return all.map(([name, value]) => optionText(name, value)).join(' ');
}

function optionText(name: string, value: unknown): string {
  const field = `options.${name}`;
  if (!/^(string|number|boolean)$/.test(typeof value)) throw unsaid(field, value);
  const text = String(value);
  const pair = `${name}=${/^[^\s"]\S*$/.test(text) ? text : `"${text}"`}`;
  const read = Object.entries(parseOptions(pair));
  const isRead = read.length === 1 && read[0]?.[0] === name && read[0][1] === text;
  if (!isRead || !isText(pair)) throw unsaid(field, value);
  return pair;
}

/** True for what HTML can hold: no null character, no half of a surrogate pair. */
function isText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}
