import { promptTokens as mostTokens } from '../prompt-tokens.js';
import type { Item, RuleFacts, RuleKind } from '../rule-kind.js';

/**
 * Per token, with a formula for how many an image takes (OpenAI, as Puter estimates it). The real
 * tokens are counted afterwards, so the price is an estimate.
 */
export interface AreaTokensRule {
  readonly kind: 'area-tokens';
  /** Per token of the image. */
  readonly image: string;
  /** The tokens along the longer side at this quality. */
  readonly side: number;
  /** The same at the lowest quality, if the provider chooses it. */
  readonly from?: number;
  /** Per token of the prompt, and what a short one counts: see `TokensRule`. */
  readonly prompt?: string;
  readonly promptTokens?: number;
  /** Per token of a reference, and the most that one is reckoned with. */
  readonly input?: string;
  readonly inputTokens?: number;
}

export const areaTokensFacts: RuleFacts = {
  fields: {
    image: 'usd',
    side: 'count',
    from: 'count?',
    prompt: 'usd?',
    promptTokens: 'count?',
    input: 'usd?',
    inputTokens: 'count?',
  },
  reads: ['width', 'height', 'references', 'prompt'],
};

export const areaTokensRule: RuleKind<AreaTokensRule> = {
  bill: (rule, { width, height, references, prompt: words }) => {
    const { image, side, from = side, prompt, promptTokens, input, inputTokens } = rule;
    const read: Item[] = [];
    const count = mostTokens(promptTokens, words);
    if (prompt && count) read.push(['prompt-tokens', count, prompt]);
    if (input && inputTokens && references.length > 0)
      read.push(['reference', references.length * inputTokens, input]);
    return {
      items: [['image-tokens', tokens(side, width, height), image], ...read],
      low: [['image-tokens', tokens(from, width, height), image]],
      estimated: true,
    };
  },
};

function tokens(longer: number, width: number, height: number): number {
  const shorter = Math.round((longer * Math.min(width, height)) / Math.max(width, height));
  return Math.ceil((longer * shorter * (2_000_000 + width * height)) / 4_000_000);
}
