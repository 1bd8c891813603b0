import type { Entry } from '../spending/entry.js';

const enough = 3;
const considered = 20;

/** How long such a picture took on this browser, the median of the last twenty in milliseconds; `undefined` before three were made. */
export const expectedMs = (entries: readonly Entry[], provider: string, model: string): number | undefined => {
  const times = entries
    .filter((entry) => entry.provider === provider && entry.model === model && entry.pictures > 0)
    .flatMap((entry) => entry.took ?? [])
    .slice(-considered)
    .sort((a, b) => a - b);
  return times.length < enough ? undefined : times[Math.floor(times.length / 2)];
};
