interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Holds the page's `setTimeout` in its hand: nothing fires but by `pass`. */
export function holdTimers(): { pass(ms: number): void; release(): void } {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Map<number, Timer>();
  let now = 0;
  let last = 0;
  const hold = (run: () => void, ms = 0): number => {
    waiting.set((last += 1), { at: now + ms, run });
    return last;
  };
  Object.assign(globalThis, {
    setTimeout: hold,
    clearTimeout: (id: number | undefined) => void (id !== undefined && waiting.delete(id)),
  });
  return {
    pass: (ms) => {
      now += ms;
      for (const [id, { at, run }] of [...waiting].sort(([, a], [, b]) => a.at - b.at)) {
        if (at > now || !waiting.delete(id)) continue;
        run();
      }
    },
    release: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}
