export { catalogue } from './catalogue/index.js';
export { compare } from './compare.js';
export { decimalsFor, formatRange, formatUsd, type AmountFormat } from './format-usd.js';
export { mergePrices } from './merge-prices.js';
export type { ModelInfo } from './models.js';
export { cheapestAdequate, defaultRoute, models } from './models-from-list.js';
export { parsePriceList } from './parse-price-list.js';
export { parsePuterCatalogue } from './parse-puter-catalogue.js';
export { fitReference, snapSize } from './snap-size.js';
export { price, quoteFromList as quote } from './quote-from-list.js';
export { picturesLeft } from './pictures-left.js';
export { charged, type ReportedUsage } from './settle.js';
export { replicateMegapixels } from './rules/declared-megapixel.js';
export type {
  ListedSource,
  Offer,
  OptionSpec,
  Price,
  PriceList,
  Sizes,
} from './price-list-types.js';
export type { QuoteOptions } from './quote-options.js';
export type {
  Conflict,
  Hint,
  ImageRequest,
  LineKey,
  PricedRequest,
  Problem,
  ProblemCode,
  Quote,
  QuoteLine,
  Sends,
  SentValue,
  Size,
  Source,
  SourceKind,
  Traits,
} from './quote-types.js';
export type { Rule } from './rule.js';
