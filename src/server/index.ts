export { renderPrice, type RenderOptions } from './render-price.js';
export type { PriceList } from '../pricing/price-list-types.js';
export type { ImageRequest } from '../pricing/quote-types.js';
