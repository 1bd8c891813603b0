/** What the commands need of the process. */
export interface Ports {
  /** Now, epoch milliseconds. */
  readonly now: () => number;
  /** The text of a file; `-` is the standard input. */
  readonly read: (file: string) => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** How a command ended, for scripts. */
export const exit = { ok: 0, mistake: 1, unknown: 2 } as const;
