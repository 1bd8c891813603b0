import { withChecksum, checkedBody, type Line } from './line.js';

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
  readonly #starts: SessionStart[] = [];
  #last = -Infinity;

  add([name, value]: Line): boolean {
    const fields = /^([na])\|([0-9a-z]{1,10})\|$/.exec(checkedBody(name, value) ?? '');
    if (!fields) return false;
    const start = {
      id: name.slice(2),
      asked: fields[1] === 'n',
      at: parseInt(fields[2] ?? '', 36),
    };
    const place = this.#starts.findIndex(({ id }) => id > start.id);
    this.#starts.splice(place < 0 ? this.#starts.length : place, 0, start);
    return true;
  }

  touch(at: number): void {
    this.#last = at;
  }

  lastActivity(): number {
    return this.#last;
  }

  current(now: number): readonly string[] {
    const session = this.#latest();
    const active = Math.max(this.#last, ...session.map(({ at }) => at));
    // The session also ends when the last activity is that far in the future: the clock was set
    // back, and the elapsed time is unknown.
    return Math.abs(now - active) < SESSION_GAP ? session.map(({ id }) => id) : [];
  }

  past(now: number): readonly string[] {
    const running = new Set(this.current(now));
    return this.#starts.filter(({ id }) => !running.has(id)).map(({ id }) => `v:${id}`);
  }

  /**
   * The starts of the latest session. One less than a session gap after the previous one came from
   * a tab that had not seen that one.
   */
  #latest(): readonly SessionStart[] {
    return this.#starts.reduce<readonly SessionStart[]>((session, start) => {
      const before = session.at(-1);
      return before && !start.asked && Math.abs(start.at - before.at) < SESSION_GAP
        ? [...session, start]
        : [start];
    }, []);
  }
}
