/** Longer than any machine needs, shorter than the test's own limit: what never comes is named. */
const LIMIT = 50_000;

/**
 * Resolves with the first truthy answer of `holds`, asked again and again.
 * Rejects with the question itself where the answer never comes.
 */
export async function until<T>(holds: () => T | Promise<T>): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const answer = await holds();
    if (answer) return answer;
    if (performance.now() - begun > LIMIT) throw new Error(`never: ${String(holds)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
