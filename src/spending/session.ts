import { withChecksum, checkedBody, type Line } from './line.js';

/** A visit ends after this long without activity, milliseconds. */
export const SESSION_GAP = 30 * 60_000;

interface Mark {
  readonly id: string;
  /** True when the reader asked for a new session; false when a tab simply saw none. */
  readonly asked: boolean;
  readonly at: number;
}

/** Sessions as write-once marks. Two tabs that started one at the same moment meet in one. */
export interface Sessions {
  /** Reads a mark; false when damaged. */
  add(line: Line): boolean;
  /** Something happened now. */
  touch(at: number): void;
  lastActivity(): number;
  /**
   * Ids of the marks that make up the running visit, first one first; empty when none is running.
   */
  current(now: number): readonly string[];
  /** Names of marks that belong to no running visit. */
  past(now: number): readonly string[];
}

export function markLine(id: string, asked: boolean, at: number): Line {
  return withChecksum(`v:${id}`, `${asked ? 'n' : 'a'}|${at.toString(36)}|`);
}

export function createSessions(): Sessions {
  const marks: Mark[] = [];
  let last = -Infinity;

  // A mark less than a visit's length after the one before it was set by a tab that had not seen
  // that one yet.
  const latest = (): readonly Mark[] =>
    marks.reduce<readonly Mark[]>((visit, mark) => {
      const before = visit.at(-1);
      return before && !mark.asked && Math.abs(mark.at - before.at) < SESSION_GAP
        ? [...visit, mark]
        : [mark];
    }, []);

  const current: Sessions['current'] = (now) => {
    const visit = latest();
    const active = Math.max(last, ...visit.map(({ at }) => at));
    // Also over when the last activity lies in the future: the clock was set back, and nobody knows
    // how long ago it was.
    return Math.abs(now - active) < SESSION_GAP ? visit.map(({ id }) => id) : [];
  };

  return {
    add: ([name, value]) => {
      const fields = /^([na])\|([0-9a-z]{1,10})\|$/.exec(checkedBody(name, value) ?? '');
      if (!fields) return false;
      const mark = {
        id: name.slice(2),
        asked: fields[1] === 'n',
        at: parseInt(fields[2] ?? '', 36),
      };
      const place = marks.findIndex(({ id }) => id > mark.id);
      marks.splice(place < 0 ? marks.length : place, 0, mark);
      return true;
    },
    touch: (at) => {
      last = at;
    },
    lastActivity: () => last,
    current,
    past: (now) => {
      const running = new Set(current(now));
      return marks.filter(({ id }) => !running.has(id)).map(({ id }) => `v:${id}`);
    },
  };
}
