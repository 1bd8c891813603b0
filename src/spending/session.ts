import { withChecksum, checkedBody, type Line } from './line.js';

/** A session ends after this long without activity, milliseconds. */
const SESSION_GAP = 30 * 60_000;

interface Mark {
  readonly id: string;
  /** True when the reader asked for a new session; false when a tab found none. */
  readonly asked: boolean;
  readonly at: number;
}

/**
 * Sessions, recorded as write-once marks. Two tabs that each start one at the same moment share one
 * session.
 */
export interface Sessions {
  /** False when the mark is damaged. */
  add(line: Line): boolean;
  /** Records activity at this time, epoch milliseconds. */
  touch(at: number): void;
  lastActivity(): number;
  /** Ids of the marks that make up the current session, oldest first; empty when there is none. */
  current(now: number): readonly string[];
  /** Names of the marks that are not part of the current session. */
  past(now: number): readonly string[];
}

export function markLine(id: string, asked: boolean, at: number): Line {
  return withChecksum(`v:${id}`, `${asked ? 'n' : 'a'}|${at.toString(36)}|`);
}

export function createSessions(): Sessions {
  const marks = new SessionMarks();
  return {
    add: (line) => marks.add(line),
    touch: (at) => marks.touch(at),
    lastActivity: () => marks.lastActivity(),
    current: (now) => marks.current(now),
    past: (now) => marks.past(now),
  };
}

class SessionMarks implements Sessions {
  readonly #marks: Mark[] = [];
  #last = -Infinity;

  add([name, value]: Line): boolean {
    const fields = /^([na])\|([0-9a-z]{1,10})\|$/.exec(checkedBody(name, value) ?? '');
    if (!fields) return false;
    const mark = {
      id: name.slice(2),
      asked: fields[1] === 'n',
      at: parseInt(fields[2] ?? '', 36),
    };
    const place = this.#marks.findIndex(({ id }) => id > mark.id);
    this.#marks.splice(place < 0 ? this.#marks.length : place, 0, mark);
    return true;
  }

  touch(at: number): void {
    this.#last = at;
  }

  lastActivity(): number {
    return this.#last;
  }

  current(now: number): readonly string[] {
    const visit = this.#latest();
    const active = Math.max(this.#last, ...visit.map(({ at }) => at));
    // The session also ends when the last activity is that far in the future: the clock was set
    // back, and the elapsed time is unknown.
    return Math.abs(now - active) < SESSION_GAP ? visit.map(({ id }) => id) : [];
  }

  past(now: number): readonly string[] {
    const running = new Set(this.current(now));
    return this.#marks.filter(({ id }) => !running.has(id)).map(({ id }) => `v:${id}`);
  }

  /**
   * A mark set less than a session gap after the previous one came from a tab that had not seen
   * that one.
   */
  #latest(): readonly Mark[] {
    return this.#marks.reduce<readonly Mark[]>((visit, mark) => {
      const before = visit.at(-1);
      return before && !mark.asked && Math.abs(mark.at - before.at) < SESSION_GAP
        ? [...visit, mark]
        : [mark];
    }, []);
  }
}
