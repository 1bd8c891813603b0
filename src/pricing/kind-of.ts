import { listReading } from './list-reading.js';
import type { RuleKind } from './rule-kind.js';
import type { FirstKind, LaterKind, Rule } from './rule.js';
import { areaStepsRule } from './rules/area-steps.js';
import { declaredMegapixelRule } from './rules/declared-megapixel.js';
import { imageRule } from './rules/image.js';
import { megapixelRule } from './rules/megapixel.js';
import { selfHostedRule } from './rules/self-hosted.js';
import { tilesRule } from './rules/tiles.js';

export const firstKinds = {
  'area-steps': areaStepsRule,
  'declared-megapixel': declaredMegapixelRule,
  image: imageRule,
  megapixel: megapixelRule,
  'self-hosted': selfHostedRule,
  tiles: tilesRule,
} satisfies { [K in FirstKind]: RuleKind<Extract<Rule, { kind: K }>> };

/**
 * How rules of this kind are billed.
 * @throws TypeError for a kind that only lists have which nobody has read yet
 */
export function kindOf(rule: Rule): RuleKind<Rule> {
  const kind = firstKinds[rule.kind as FirstKind] ?? listReading()?.kinds[rule.kind as LaterKind];
  if (!kind) throw new TypeError(rule.kind);
  return kind;
}
