import type { ImageRequest } from './quote-types.js';

/** Tells requests with different options apart; empty without options. */
export function optionsId(options: ImageRequest['options']): string {
  return options && Object.keys(options).length > 0 ? `/${JSON.stringify(options)}` : '';
}
