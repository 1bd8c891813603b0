import { listReading } from './list-reading.js';
import type { RuleKind } from './rule-kind.js';
import type { FirstKind, LaterKind, Rule } from './rule.js';
import { areaStepsRule } from './rules/area-steps.js';
import { declaredMegapixelRule } from './rules/declared-megapixel.js';
import { imageRule } from './rules/image.js';
import { megapixelRule } from './rules/megapixel.js';
import { selfHostedRule } from './rules/self-hosted.js';
import { tilesRule } from './rules/tiles.js';

const firstKinds = {
  'area-steps': areaStepsRule,
  'declared-megapixel': declaredMegapixelRule,
  image: imageRule,
  megapixel: megapixelRule,
  'self-hosted': selfHostedRule,
  tiles: tilesRule,
} satisfies { [K in FirstKind]: RuleKind<Extract<Rule, { kind: K }>> };

/**
 * How rules of this kind are billed; `undefined` at run time for a kind that came with a list which
 * nobody has read here.
 */
export function kindOf({ kind }: Rule): RuleKind<Rule> {
  return firstKinds[kind as FirstKind] ?? listReading()?.kinds[kind as LaterKind];
}
