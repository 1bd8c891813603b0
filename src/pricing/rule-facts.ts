import type { RuleFacts } from './rule-kind.js';
import type { Rule } from './rule.js';
import { areaTokensFacts } from './rules/area-tokens.js';
import {
  areaStepsFacts,
  declaredMegapixelFacts,
  imageFacts,
  megapixelFacts,
  selfHostedFacts,
  tilesFacts,
} from './rules/first-facts.js';
import { meteredFacts } from './rules/metered.js';
import { secondsFacts } from './rules/seconds.js';
import { tieredImageFacts } from './rules/tiered-image.js';
import { tokensFacts } from './rules/tokens.js';

/**
 * The facts of each kind of rule, for reading price lists. Kept apart from the rules so that pages
 * which read no list don't load them.
 */
export const ruleFacts: Readonly<Record<Rule['kind'], RuleFacts>> = {
  'area-steps': areaStepsFacts,
  'area-tokens': areaTokensFacts,
  'declared-megapixel': declaredMegapixelFacts,
  image: imageFacts,
  megapixel: megapixelFacts,
  metered: meteredFacts,
  seconds: secondsFacts,
  'self-hosted': selfHostedFacts,
  'tiered-image': tieredImageFacts,
  tiles: tilesFacts,
  tokens: tokensFacts,
};
