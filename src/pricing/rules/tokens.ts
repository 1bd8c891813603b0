import { promptTokens as mostTokens } from '../prompt-tokens.js';
import type { CheckedRequest, Item, RuleFacts, RuleKind } from '../rule-kind.js';

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
  /**
   * What the high end counts for a short prompt, up to 400 characters. A longer one counts as many
   * tokens as its characters can take, if that is more. The low end counts none.
   */
  readonly promptTokens?: number;
  /** Text that the model writes or thinks beside the image: only the high end counts it. */
  readonly text?: string;
  readonly textTokens?: number;
  /** Per token of a reference, and the most that one can have. */
  readonly input?: string;
  readonly inputTokens?: number;
}

export const tokensFacts: RuleFacts = {
  fields: {
    image: 'usd',
    tokens: 'sizes',
    prompt: 'usd?',
    promptTokens: 'count?',
    text: 'usd?',
    textTokens: 'count?',
    input: 'usd?',
    inputTokens: 'count?',
  },
  reads: ['width', 'height', 'references', 'prompt'],
};

export const tokensRule: RuleKind<TokensRule> = {
  bill: (rule, request) => {
    const { width, height } = request;
    const { image, tokens } = rule;
    const size = `${width}x${height}`;
    const counted = Object.hasOwn(tokens, size)
      ? tokens[size]
      : Object.hasOwn(tokens, '*')
        ? tokens['*']
        : undefined;
    if (!counted) return undefined;
    return {
      items: [['image-tokens', counted[1], image], ...besides(rule, request)],
      low: [['image-tokens', counted[0], image]],
    };
  },
};

/** What may be billed beside the image itself. */
function besides(rule: TokensRule, { references, prompt: words }: CheckedRequest): Item[] {
  const { prompt, promptTokens, text, textTokens, input, inputTokens } = rule;
  const items: Item[] = [];
  const read = mostTokens(promptTokens, words);
  if (prompt && read) items.push(['prompt-tokens', read, prompt]);
  if (text && textTokens) items.push(['text-tokens', textTokens, text]);
  if (input && inputTokens && references.length > 0)
    items.push(['reference', references.length * inputTokens, input]);
  return items;
}
