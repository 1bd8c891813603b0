/** Resolves when something holds, looked at again and again; the test's own time limit ends it otherwise. */
export const until = async (holds: () => unknown): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
