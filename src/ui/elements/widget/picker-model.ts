import type { ModelNotice, ModelTraits } from '../../../pricing/model-families.js';
import type { PricedRequest } from '../../../pricing/quote-types.js';

/** One choice among many models: a model, or one more of its routes. */
export interface ModelRow {
  /** Its own among all rows. */
  readonly key: string;
  readonly model: string;
  /** Empty: the cheapest that honours the request. */
  readonly route: string;
  readonly name: string;
  readonly maker: string;
  /** True for one more route of the model in a row before. */
  readonly isFurther: boolean;
  /** Who serves the model; empty if it is the provider itself. */
  readonly via: string;
  /** `undefined` where the provider does not list it: it can't be chosen. */
  readonly priced: PricedRequest | undefined;
  readonly references: number;
  readonly needsPicture: boolean;
  readonly traits: ModelTraits;
  readonly notice: ModelNotice | undefined;
  /** Pictures made with it in this browser. */
  readonly made: number;
  /** True for one that only a search brings up. */
  readonly isHidden: boolean;
}

export interface ModelFamily {
  /** Empty for those of no family, or alone in theirs. */
  readonly name: string;
  readonly rows: readonly ModelRow[];
}

/** What the list of many models shows at this moment. */
export interface PickerModel {
  readonly query: string;
  /** Those that the query finds. */
  readonly families: readonly ModelFamily[];
  /** The key of the row the reader has reached. */
  readonly active: string | undefined;
  /** The key of the row that is chosen. */
  readonly current: string | undefined;
}

export interface PickerActions {
  /** Shows the models that fit these words. */
  searchModels(query: string): void;
  /** The row that arrow keys have reached. */
  pointAtModel(key: string): void;
  chooseModel(row: ModelRow): void;
}
