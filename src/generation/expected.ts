const enough = 3;
const considered = 20;

/**
 * The expected time for a picture, milliseconds: the median of the last twenty times; `undefined`
 * with fewer than three.
 */
export function expectedMs(times: readonly number[]): number | undefined {
  const lately = times.slice(-considered).sort((a, b) => a - b);
  return lately.length < enough ? undefined : lately[Math.floor(lately.length / 2)];
}
