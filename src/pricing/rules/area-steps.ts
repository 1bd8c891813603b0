import { divideUp, evenly, times, toText, usd } from '../money.js';
import type { RuleKind } from '../rule-kind.js';

/**
 * The price of one size and number of steps, applied in proportion to area and steps (DeepInfra).
 */
export interface AreaStepsRule {
  readonly kind: 'area-steps';
  readonly each: string;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
}

export const areaStepsRule: RuleKind<AreaStepsRule> = {
  bill: (rule, { width, height, steps = rule.steps }) => {
    const amount = divideUp(
      times(times(usd(rule.each), width * height), steps),
      rule.width * rule.height * rule.steps,
    );
    const quantity = evenly(amount, usd(rule.each));
    return {
      items: [
        quantity === undefined
          ? ['area-steps', 1, toText(amount)]
          : ['area-steps', quantity, rule.each],
      ],
    };
  },
  unit: ({ each }) => each,
};
