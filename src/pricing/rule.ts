import type { RuleKind } from './rule-kind.js';
import { areaStepsRule, type AreaStepsRule } from './rules/area-steps.js';
import { declaredMegapixelRule, type DeclaredMegapixelRule } from './rules/declared-megapixel.js';
import { imageRule, type ImageRule } from './rules/image.js';
import { megapixelRule, type MegapixelRule } from './rules/megapixel.js';
import { secondsRule, type SecondsRule } from './rules/seconds.js';
import { selfHostedRule, type SelfHostedRule } from './rules/self-hosted.js';
import { tilesRule, type TilesRule } from './rules/tiles.js';
import { tokensRule, type TokensRule } from './rules/tokens.js';

/** A price as data. Amounts are US dollars as plain decimal text, lengths are pixels. */
export type Rule =
  | AreaStepsRule
  | DeclaredMegapixelRule
  | ImageRule
  | MegapixelRule
  | SecondsRule
  | SelfHostedRule
  | TilesRule
  | TokensRule;

export const ruleKinds = {
  'area-steps': areaStepsRule,
  'declared-megapixel': declaredMegapixelRule,
  image: imageRule,
  megapixel: megapixelRule,
  seconds: secondsRule,
  'self-hosted': selfHostedRule,
  tiles: tilesRule,
  tokens: tokensRule,
} satisfies { [K in Rule['kind']]: RuleKind<Extract<Rule, { kind: K }>> };

export function kindOf(rule: Rule): RuleKind<Rule> {
  return ruleKinds[rule.kind];
}
