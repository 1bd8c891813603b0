import type { Item, RuleKind } from '../rule-kind.js';

/** Per tile of 512×512 pixels, and per step where the provider counts steps (Cloudflare). */
export interface TilesRule {
  readonly kind: 'tiles';
  /** Per tile of the image. */
  readonly tile?: string;
  /** Per tile of the image, as input: charged with or without a reference image. */
  readonly input?: string;
  /** Per step. */
  readonly step?: string;
  /** Tiles are charged once per step. */
  readonly perStep?: true;
  /** The steps of a request that names none; 25 by default. */
  readonly steps?: number;
  /** The provider ignores the steps of the request. */
  readonly fixed?: true;
  /** The most steps the provider makes; 50 by default. */
  readonly maxSteps?: number;
}

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
