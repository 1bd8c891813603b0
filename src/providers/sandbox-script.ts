/** What the sandbox can be told to do to a purchase. */
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
 * How the sandbox behaves. Milliseconds; two figures are a range. Faults are taken in order, one
 * per purchase.
 */
export interface SandboxScript {
  readonly latency?: number | readonly [number, number];
  readonly faults?: readonly Fault[];
}

/**
 * Hands out a script's faults one by one; starts again when the list is replaced, and then goes on
 * with `ok`.
 */
export function faultsInOrder(script: () => SandboxScript | undefined): () => Fault {
  let list: readonly Fault[] | undefined;
  let taken = 0;
  return () => {
    const now = script()?.faults;
    if (now !== list) [list, taken] = [now, 0];
    return list?.[taken++] ?? 'ok';
  };
}
