import type { Item, RuleFacts, RuleKind } from '../rule-kind.js';

/** Per token. Tokens are counted afterwards, so the price is a range. */
export interface TokensRule {
  readonly kind: 'tokens';
  readonly image: string;
  /**
   * The fewest and the most tokens of an image, by `WIDTHxHEIGHT`; `*` for all other sizes. A size
   * without an entry has no price.
   */
  readonly tokens: Readonly<Record<string, readonly [number, number]>>;
  readonly prompt?: string;
  /** The most tokens a prompt can have. The low end of the range counts none. */
  readonly promptTokens?: number;
}

export const tokensFacts: RuleFacts = {
  fields: { image: 'usd', tokens: 'sizes', prompt: 'usd?', promptTokens: 'count?' },
  reads: ['width', 'height'],
};

export const tokensRule: RuleKind<TokensRule> = {
  bill: ({ image, tokens, prompt, promptTokens }, { width, height }) => {
    const size = `${width}x${height}`;
    const counted = Object.hasOwn(tokens, size)
      ? tokens[size]
      : Object.hasOwn(tokens, '*')
        ? tokens['*']
        : undefined;
    if (!counted) return undefined;
    const words: Item[] = prompt && promptTokens ? [['prompt-tokens', promptTokens, prompt]] : [];
    return {
      items: [['image-tokens', counted[1], image], ...words],
      low: [['image-tokens', counted[0], image]],
    };
  },
};
