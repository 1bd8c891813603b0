/** A listener that does its work for the reader's own press, and nothing for a script's `click()`. */
export function byReader(work: () => void): (event: Event) => void {
  return ({ isTrusted }) => {
    if (isTrusted) work();
  };
}
