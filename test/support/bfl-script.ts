/** What a request to Black Forest Labs, sent through a relay, is for. */
export type BflStep = 'submit' | 'poll' | 'image' | 'balance';

/** Where a relayed request belongs. */
export function bflStep(method: string, target: string): BflStep {
  const { hostname, pathname } = new URL(target);
  return method === 'POST'
    ? 'submit'
    : hostname.startsWith('delivery')
      ? 'image'
      : pathname === '/v1/credits'
        ? 'balance'
        : 'poll';
}

/**
 * Answers of a job that is ready at the second poll, in the form of its documents
 * (api.bfl.ai/openapi.json of 2026-09-19).
 */
export const bflAnswers = {
  balance: { credits: 1000 },
  submit: (id: string) => ({
    id,
    polling_url: `https://api.eu1.bfl.ai/v1/get_result?id=${id}`,
    cost: 3,
  }),
  pending: (id: string) => ({ id, status: 'Pending', progress: 0.5 }),
  ready: (id: string) => ({
    id,
    status: 'Ready',
    result: { sample: sampleUrl(id), seed: 7 },
    cost: 3,
  }),
} as const;

function sampleUrl(id: string): string {
  return `https://delivery.eu1.bfl.ai/results/${id}.png`;
}
