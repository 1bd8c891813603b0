import { LATEST_TIME } from '../base/id.js';
import { checkedBody, isRankedId, withChecksum, type Line } from './line.js';

/** A session ends after this long without activity, milliseconds. */
const SESSION_GAP = 30 * 60_000;

/** Where a session began. Two tabs may each write one for the same session. */
interface SessionStart {
  readonly id: string;
  /** True when the reader asked for a new session; false when a tab found none. */
  readonly asked: boolean;
  readonly at: number;
}

/**
 * Sessions, recorded as write-once lines, one for each start. Two tabs that each start one at the
 * same moment share one session.
 */
export interface Sessions {
  /** False when the line is damaged. */
  add(line: Line): boolean;
  /** Records activity at this time, epoch milliseconds. */
  touch(at: number): void;
  lastActivity(): number;
  /** Ids of the starts of the current session, oldest first; empty when there is none. */
  current(now: number): readonly string[];
  /** Names of the lines that are not of the current session. */
  past(now: number): readonly string[];
}

/** Encodes the start of a session as a line. */
export function sessionLine({ id, asked, at }: SessionStart): Line {
  return withChecksum(`v:${id}`, `${asked ? 'n' : 'a'}|${at.toString(36)}|`);
}

export function createSessions(): Sessions {
  const starts = new SessionStarts();
  return {
    add: (line) => starts.add(line),
    touch: (at) => starts.touch(at),
    lastActivity: () => starts.lastActivity(),
    current: (now) => starts.current(now),
    past: (now) => starts.past(now),
  };
}

class SessionStarts implements Sessions {
  /** By id; sorted when they are next read: thousands may be added one after the other. */
  #starts: SessionStart[] = [];
  #isSorted = true;
  #latest: { readonly ids: readonly string[]; readonly at: number } | undefined;
  #last = -Infinity;

  add([name, value]: Line): boolean {
    const fields = /^([na])\|([0-9a-z]{1,10})\|$/.exec(checkedBody(name, value) ?? '');
    const start = {
      id: name.slice(2),
      asked: fields?.[1] === 'n',
      at: parseInt(fields?.[2] ?? '', 36),
    };
    if (!(start.at <= LATEST_TIME) || !isRankedId(start.id)) return false;
    this.#isSorted &&= start.id > (this.#starts.at(-1)?.id ?? '');
    this.#starts.push(start);
    this.#latest = undefined;
    return true;
  }

  touch(at: number): void {
    this.#last = at;
  }

  lastActivity(): number {
    return this.#last;
  }

  current(now: number): readonly string[] {
    const { ids, at } = this.#latestSession();
    // The session also ends when the last activity is that far in the future: the clock was set
    // back, and the elapsed time is unknown.
    return Math.abs(now - Math.max(this.#last, at)) < SESSION_GAP ? ids : [];
  }

  past(now: number): readonly string[] {
    const running = new Set(this.current(now));
    return this.#sorted()
      .filter(({ id }) => !running.has(id))
      .map(({ id }) => `v:${id}`);
  }

  /**
   * The starts of the latest session, and when the last of them was. One less than a session gap
   * after the previous one came from a tab that had not seen that one.
   */
  #latestSession(): { readonly ids: readonly string[]; readonly at: number } {
    if (this.#latest) return this.#latest;
    const starts = this.#sorted();
    let first = Math.max(0, starts.length - 1);
    while (first > 0 && isSameSession(starts[first - 1]!, starts[first]!)) first -= 1;
    const session = starts.slice(first);
    this.#latest = {
      ids: session.map(({ id }) => id),
      at: session.reduce((latest, { at }) => Math.max(latest, at), -Infinity),
    };
    return this.#latest;
  }

  #sorted(): readonly SessionStart[] {
    if (!this.#isSorted) this.#starts.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#isSorted = true;
    return this.#starts;
  }
}

function isSameSession(before: SessionStart, start: SessionStart): boolean {
  return !start.asked && Math.abs(start.at - before.at) < SESSION_GAP;
}
