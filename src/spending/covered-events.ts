import { idTime } from '../base/id.js';
import { isAmong } from './closed-segments.js';
import { eventsOf, type Segment } from './segment-decode.js';

/** Which events are in a segment. Rows are looked through only when that is first asked. */
export class CoveredEvents {
  readonly #segments: CoveringSegment[] = [];

  add(segment: Segment): void {
    this.#segments.push(new CoveringSegment(segment));
  }

  /** True for the name of a single-event line whose event is in a segment. */
  covers(name: string): boolean {
    const [kind, id = '', what, event = id] = name.split(':');
    if (kind !== 'e') return false;
    const time = idTime(id);
    const holding = this.#segments.filter((segment) => segment.has(id, time));
    return what === 'c'
      ? holding.length > 0 && this.#segments.some((segment) => segment.corrections.has(event))
      : holding.some((segment) => event < segment.id);
  }
}

class CoveringSegment {
  readonly id: string;
  readonly #segment: Segment;
  #ids: ReadonlySet<string> | undefined;
  #corrections: ReadonlySet<string> | undefined;

  constructor(segment: Segment) {
    this.id = segment.id;
    this.#segment = segment;
  }

  has(id: string, time: number): boolean {
    const { summary } = this.#segment;
    if (summary && !isAmong(summary.times, time)) return false;
    this.#ids ??= new Set(this.#segment.rows().map((row) => row.id));
    return this.#ids.has(id);
  }

  get corrections(): ReadonlySet<string> {
    // A segment with a correction has no summary.
    this.#corrections ??= new Set(
      (this.#segment.summary ? [] : this.#segment.rows())
        .filter(({ plain }) => !plain)
        .flatMap(eventsOf)
        .flatMap(({ kind, event }) => (kind === 'c' ? event : [])),
    );
    return this.#corrections;
  }
}
