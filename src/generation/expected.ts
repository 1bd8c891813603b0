const enough = 3;
const considered = 20;

/**
 * How long such a picture will take, from how long the ones before it took: the median of the last
 * twenty; `undefined` before there were three. Milliseconds.
 */
export function expectedMs(times: readonly number[]): number | undefined {
  const lately = times.slice(-considered).sort((a, b) => a - b);
  return lately.length < enough ? undefined : lately[Math.floor(lately.length / 2)];
}
