import { defined } from '../../../base/defined.js';
import {
  parseOptions,
  parseSize,
  requestOf,
  type RequestSource,
} from '../../../checkout/request.js';
import { cheapestAdequate } from '../../../pricing/models.js';
import type { PriceList } from '../../../pricing/price-list-types.js';
import type { ImageRequest } from '../../../pricing/quote-types.js';

/** A request as a page author types it, references as sizes: `1024x1024 800x600`. */
export interface TypedRequest extends Omit<RequestSource, 'options' | 'count'> {
  /** Frameworks set properties to what stands in a template: text. */
  readonly count: number | string;
  readonly references: string;
  readonly options: string;
}

/** What an attribute that is not there stands for. */
export const usual: TypedRequest = {
  provider: 'puter',
  model: '',
  route: '',
  size: '1024x1024',
  count: 1,
  references: '',
  options: '',
  unitPrice: '',
};

/** The request as it is priced. Nothing is corrected here: pricing reports what is wrong. */
export function typedRequest(typed: TypedRequest, list: PriceList): ImageRequest {
  const provider = typed.provider.trim().toLowerCase();
  return requestOf(
    { ...typed, provider, count: Number(typed.count), options: parseOptions(typed.options) },
    cheapestAdequate(provider, list),
    typed.references
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseSize),
  );
}

/** The attributes that a form field can override. */
export type FormFields = Partial<
  Record<'provider' | 'model' | 'route' | 'size' | 'count' | 'references', string>
>;

/**
 * The current values of the form's fields with these names; `width` and `height` replace `size`.
 * Empty and missing fields are left out.
 */
export function fieldsOf(form: HTMLFormElement): FormFields {
  const data = new FormData(form);
  const said = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const size =
    said('size') || (said('width') && said('height') && `${said('width')}x${said('height')}`);
  const names = ['provider', 'model', 'route', 'count', 'references'] as const;
  return Object.fromEntries(
    [...names.map((name) => [name, said(name)]), ['size', size]].filter(([, value]) => value),
  ) as FormFields;
}

/**
 * The element's request, overridden by its form. A form that sets the model or the provider also
 * overrides the attributes that depend on it.
 */
export function followed(own: TypedRequest, form: FormFields): TypedRequest {
  return {
    ...own,
    ...defined({
      route: form.model || form.provider ? '' : undefined,
      model: form.provider ? '' : undefined,
    }),
    ...form,
  };
}
