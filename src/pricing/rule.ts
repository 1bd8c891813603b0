import type { RuleKind } from './rule-kind.js';
import { areaStepsRule, type AreaStepsRule } from './rules/area-steps.js';
import { areaTokensRule, type AreaTokensRule } from './rules/area-tokens.js';
import { declaredMegapixelRule, type DeclaredMegapixelRule } from './rules/declared-megapixel.js';
import { imageRule, type ImageRule } from './rules/image.js';
import { megapixelRule, type MegapixelRule } from './rules/megapixel.js';
import { meteredRule, type MeteredRule } from './rules/metered.js';
import { secondsRule, type SecondsRule } from './rules/seconds.js';
import { selfHostedRule, type SelfHostedRule } from './rules/self-hosted.js';
import { tilesRule, type TilesRule } from './rules/tiles.js';
import { tokensRule, type TokensRule } from './rules/tokens.js';

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
  | TilesRule
  | TokensRule;

export const ruleKinds = {
  'area-steps': areaStepsRule,
  'area-tokens': areaTokensRule,
  'declared-megapixel': declaredMegapixelRule,
  image: imageRule,
  megapixel: megapixelRule,
  metered: meteredRule,
  seconds: secondsRule,
  'self-hosted': selfHostedRule,
  tiles: tilesRule,
  tokens: tokensRule,
} satisfies { [K in Rule['kind']]: RuleKind<Extract<Rule, { kind: K }>> };

export function kindOf(rule: Rule): RuleKind<Rule> {
  return ruleKinds[rule.kind];
}
