/** The models a draft and its final are made on. */
export interface DraftPlan {
  readonly draft: string;
  readonly final: string;
  /** Which of them the button makes. */
  readonly on: 'draft' | 'final';
}

/**
 * The plan where this model is on show: a model of the plan is what is chosen now, any other takes
 * the place of the one that was.
 */
export function planOn(plan: DraftPlan | undefined, model: string): DraftPlan | undefined {
  if (!plan || plan[plan.on] === model) return plan;
  const other = plan.on === 'draft' ? 'final' : 'draft';
  return plan[other] === model ? { ...plan, on: other } : { ...plan, [plan.on]: model };
}
