/**
 * The result of `work`, or `late` after `ms` milliseconds, so that storage that never answers can't
 * block the page. The work itself goes on.
 */
export function withTimeout<T>(ms: number, work: Promise<T>, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alarm = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([work, alarm]).finally(() => clearTimeout(timer));
}
