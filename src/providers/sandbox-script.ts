/** What the sandbox can simulate for a purchase. */
export type Fault =
  | 'ok'
  | 'refused'
  | 'moderated'
  | 'rate-limited'
  | 'busy'
  | 'lost-reply'
  | 'no-funds'
  | 'slow'
  | 'image-lost';

/**
 * How the sandbox behaves. `latency` is in milliseconds; two numbers are a range. `faults` are used
 * in order, one per purchase.
 */
export interface SandboxScript {
  readonly latency?: number | readonly [number, number];
  readonly faults?: readonly Fault[];
}

/** Returns a script's faults one by one, then `ok`; starts again when the list is replaced. */
export function faultsInOrder(script: () => SandboxScript | undefined): () => Fault {
  let list: readonly Fault[] | undefined;
  let taken = 0;
  return () => {
    const now = script()?.faults;
    if (now !== list) [list, taken] = [now, 0];
    return list?.[taken++] ?? 'ok';
  };
}
