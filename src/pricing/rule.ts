import type { AreaStepsRule } from './rules/area-steps.js';
import type { AreaTokensRule } from './rules/area-tokens.js';
import type { DeclaredMegapixelRule } from './rules/declared-megapixel.js';
import type { ImageRule } from './rules/image.js';
import type { MegapixelRule } from './rules/megapixel.js';
import type { MeteredRule } from './rules/metered.js';
import type { SecondsRule } from './rules/seconds.js';
import type { SelfHostedRule } from './rules/self-hosted.js';
import type { TieredImageRule } from './rules/tiered-image.js';
import type { TilesRule } from './rules/tiles.js';
import type { TokensRule } from './rules/tokens.js';

/** A price as data. Amounts are US dollars as plain decimal text, lengths are pixels. */
export type Rule =
  | AreaStepsRule
  | AreaTokensRule
  | DeclaredMegapixelRule
  | ImageRule
  | MegapixelRule
  | MeteredRule
  | SecondsRule
  | SelfHostedRule
  | TieredImageRule
  | TilesRule
  | TokensRule;

/** The kinds of rule that the bundled prices of the first look use. */
export type FirstKind = Exclude<Rule['kind'], LaterKind>;

/** The kinds that only lists read later use. */
export type LaterKind = 'area-tokens' | 'metered' | 'seconds' | 'tiered-image' | 'tokens';
