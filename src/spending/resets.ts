import { checkedBody, isRankedId, withChecksum, type Line } from './line.js';

/**
 * Encodes a reset as a line or, given the reset's id, its undo. A reset deletes nothing; it hides
 * what was decided before it.
 */
export function resetLine(id: string, undone = ''): Line {
  return withChecksum(`x:${id}`, `${undone ? 'undo' : 'reset'}|${undone}|`);
}

/** The resets of a journal and their undos, in whatever order they are read. */
export class Resets {
  /** By id: the reset that it undoes, or `''` for a reset. */
  readonly #lines = new Map<string, string>();
  #inForce: string | undefined = '';

  /** False when the line is damaged. */
  add([name, value]: Line): boolean {
    const found = /^(?:reset\||undo\|([0-9a-z-]+))\|$/.exec(checkedBody(name, value) ?? '');
    const id = name.slice(2);
    if (!found || !isRankedId(id)) return false;
    this.#lines.set(id, found[1] ?? '');
    this.#inForce = undefined;
    return true;
  }

  /** Id of the latest reset that was not undone, or `''`. Found out once for all lines added. */
  get inForce(): string {
    this.#inForce ??= this.#latest();
    return this.#inForce;
  }

  /**
   * Names of the lines that came before the reset in force. None of them matters as long as that one
   * can't be undone.
   */
  outdated(): readonly string[] {
    const { inForce } = this;
    return [...this.#lines.keys()].filter((id) => id < inForce).map((id) => `x:${id}`);
  }

  #latest(): string {
    const undone = new Set(this.#lines.values());
    let latest = '';
    for (const [id, reset] of this.#lines)
      if (!reset && id > latest && !undone.has(id)) latest = id;
    return latest;
  }
}
