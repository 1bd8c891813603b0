import type { Item, RuleFacts, RuleKind } from '../rule-kind.js';

/** By 512-pixel tiles, and by steps where the provider counts them (Cloudflare). */
export interface TilesRule {
  readonly kind: 'tiles';
  /** Each tile of the picture. */
  readonly tile?: string;
  /** Each tile again as input: charged with or without a reference picture. */
  readonly input?: string;
  /** Each step. */
  readonly step?: string;
  /** Tiles are charged once per step. */
  readonly perStep?: true;
  /** Steps when the request names none. */
  readonly steps?: number;
  /** The request's steps are not heeded. */
  readonly fixed?: true;
  /** The most steps that are made. */
  readonly maxSteps?: number;
}

/** How its fields are written, and the request fields its price depends on besides `count`. */
export const tilesFacts: RuleFacts = {
  fields: {
    tile: 'usd?',
    input: 'usd?',
    step: 'usd?',
    perStep: 'true?',
    steps: 'count?',
    fixed: 'true?',
    maxSteps: 'count?',
  },
  reads: ['width', 'height', 'steps'],
};

export const tilesRule: RuleKind<TilesRule> = {
  bill: (rule, { width, height, steps }) => {
    const usual = rule.steps ?? 25;
    const made = rule.fixed ? usual : Math.min(steps ?? usual, rule.maxSteps ?? 50);
    const count = tiles(width) * tiles(height) * (rule.perStep ? made : 1);
    const items: Item[] = [];
    if (rule.input) items.push(['input-tiles', count, rule.input]);
    if (rule.tile) items.push(['tiles', count, rule.tile]);
    if (rule.step) items.push(['steps', made, rule.step]);
    return items.length ? { items } : undefined;
  },
  below: (_rule, { width, height }) => {
    const less = (side: number): number => Math.floor((side - 1) / 512) * 512;
    return [
      { width: less(width), height },
      { width, height: less(height) },
      { width: less(width), height: less(height) },
    ];
  },
};

function tiles(side: number): number {
  return Math.ceil(side / 512);
}
