export { catalogue } from './catalogue/index.js';
export { decimalsFor, formatRange, formatUsd, type AmountFormat } from './format-usd.js';
export { quote } from './quote.js';
export { fitReference, snapSize } from './snap-size.js';
export { replicateMegapixels } from './rules/declared-megapixel.js';
export type { ListedSource, Offer, Price, PriceList, Sizes } from './price-list-types.js';
export type {
  Conflict, Hint, ImageRequest, LineKey, Problem, ProblemCode, Quote, QuoteLine, QuoteOptions, Size, Source, SourceKind, Traits,
} from './quote-types.js';
export type { Rule } from './rule.js';
