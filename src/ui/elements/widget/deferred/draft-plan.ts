/** The models of a draft and its final. */
export interface DraftPlan {
  readonly draft: string;
  readonly final: string;
  /** Which of the two the button buys. */
  readonly on: 'draft' | 'final';
}

/**
 * The plan after this model was chosen: one of the plan's models becomes the current one; any other
 * replaces the current one.
 */
export function planOn(plan: DraftPlan | undefined, model: string): DraftPlan | undefined {
  if (!plan || plan[plan.on] === model) return plan;
  const other = plan.on === 'draft' ? 'final' : 'draft';
  return plan[other] === model ? { ...plan, on: other } : { ...plan, [plan.on]: model };
}
