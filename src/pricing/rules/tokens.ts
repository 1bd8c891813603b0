import type { Item, RuleFacts, RuleKind } from '../rule-kind.js';

/** By tokens, counted after the fact: a range. Prices are per token. */
export interface TokensRule {
  readonly kind: 'tokens';
  readonly image: string;
  /**
   * Fewest and most tokens of a picture, by `WIDTHxHEIGHT`; `*` for sizes not listed. Without an
   * entry there is no price.
   */
  readonly tokens: Readonly<Record<string, readonly [number, number]>>;
  readonly prompt?: string;
  /** The most tokens a prompt has; the range reaches from none to these. */
  readonly promptTokens?: number;
}

/** How its fields are written, and the request fields its price depends on besides `count`. */
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
