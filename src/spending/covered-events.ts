import { idTime } from '../base/id.js';
import { eventsOf, type Segment } from './segment-decode.js';

/** Which events are in a segment. Rows are looked through only when that is first asked. */
export class CoveredEvents {
  /** Those added since anything was asked. */
  #added: Segment[] = [];
  /** By the time of an entry's id: those that hold an entry of that time. */
  readonly #segments = new Map<number, CoveringSegment[]>();
  /** Ids of the corrections in segments. */
  readonly #corrections = new Set<string>();

  add(segment: Segment): void {
    this.#added.push(segment);
  }

  /** True for the name of a single-event line whose event is in a segment. */
  covers(name: string): boolean {
    const [kind, id = '', what, event = id] = name.split(':');
    if (kind !== 'e') return false;
    this.#look();
    const holding = (this.#segments.get(idTime(id)) ?? []).filter((segment) => segment.has(id));
    return what === 'c'
      ? holding.length > 0 && this.#corrections.has(event)
      : holding.some((segment) => event < segment.id);
  }

  #look(): void {
    for (const segment of this.#added) {
      const { summary } = segment;
      const covering = new CoveringSegment(segment);
      for (const time of summary?.times ?? segment.rows().map(({ id }) => idTime(id))) {
        const others = this.#segments.get(time);
        if (!others) this.#segments.set(time, [covering]);
        else if (others.at(-1) !== covering) others.push(covering);
      }
      // A segment with a correction has no summary.
      for (const row of summary ? [] : segment.rows())
        if (!row.plain)
          for (const { kind, event } of eventsOf(row))
            if (kind === 'c') this.#corrections.add(event);
    }
    this.#added = [];
  }
}

class CoveringSegment {
  readonly id: string;
  readonly #segment: Segment;
  #ids: ReadonlySet<string> | undefined;

  constructor(segment: Segment) {
    this.id = segment.id;
    this.#segment = segment;
  }

  has(id: string): boolean {
    this.#ids ??= new Set(this.#segment.rows().map((row) => row.id));
    return this.#ids.has(id);
  }
}
