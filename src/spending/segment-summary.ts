import { idTime, LATEST_TIME } from '../base/id.js';
import { dayAround } from './local-date.js';
import { unescape } from './line.js';
import { plain, type Brief } from './merge-events.js';
import { amount, COMMA, DOT, MINUS, MOST_PICTURES, parts, tail } from './segment-text.js';
import type { Share } from './sums.js';

/** Entries in a row that go into the same buckets and add the same to them. */
export interface Stretch {
  readonly brief: Pick<Brief, 'simulated' | 'session' | 'provider' | 'model' | 'at'>;
  readonly share: Share;
  entries: number;
  /** Purchases of which the first entry that counts is in this stretch. */
  purchases: number;
}

/** What a segment adds to the sums, and the times that tell its ids from others. */
export interface SegmentSummary {
  readonly stretches: readonly Stretch[];
  /** The times of its entries' ids, ascending. */
  readonly times: readonly number[];
  /** The times of its purchases' ids, ascending. */
  readonly purchases: readonly number[];
  /** When the last entry was bought. */
  readonly latest: number;
}

/**
 * Adds up the rows of a segment without making an object or a text for each: a page load reads
 * thousands. `undefined` where only the rows themselves can tell: an entry was corrected, two ids
 * have the same time, a purchase is spread over days or over the segment, or anything is not as
 * `encodePacked` writes it.
 */
export function summarize(words: readonly string[], list: string): SegmentSummary | undefined {
  return new RowSummer(words, list).summary();
}

const COLUMNS = 18;
/** The letters of a refused, a reported and a computed entry, as numbers in base 36. */
const REFUSED = parseInt('r', 36);
const REPORTED = parseInt('p', 36);
const COMPUTED = parseInt('c', 36);
/** What a word may stand for: an amount may look like an id's tail. */
const KNOWN = 1;
const TAIL = 2;
const AMOUNT = 4;
const UNDERSCORE = 95;
const EQUALS = 61;

class RowSummer {
  readonly #words: readonly string[];
  readonly #list: string;
  /** What each word may stand for; 0 for one that was not looked at yet. */
  readonly #uses: Uint8Array;
  /** Of the row at hand: the number in each column, and how many characters it has. */
  readonly #numbers = new Float64Array(COLUMNS);
  readonly #sizes = new Uint32Array(COLUMNS);
  /** How its purchase is written, as `ms_count` or `=word`: that character's code, or 0. */
  #form = 0;
  readonly #times: number[] = [];
  readonly #purchases: number[] = [];
  readonly #stretches: Stretch[] = [];
  #stretch: Stretch | undefined;
  #time = 0;
  #at = 0;
  #latest = 0;
  /** What the latest stretch is of. */
  #kind = -1;
  #session = -1;
  #charged = -1;
  #pictures = -1;
  #begins = NaN;
  #ends = NaN;
  /** Number of the latest stretch's buckets, and of those that the latest purchase counts in. */
  #place = 0;
  #counted = 0;

  constructor(words: readonly string[], list: string) {
    this.#words = words;
    this.#list = list;
    this.#uses = new Uint8Array(words.length);
  }

  summary(): SegmentSummary | undefined {
    for (let from = 0; from < this.#list.length;) {
      const end = this.#cut(from);
      if (end < 0 || !this.#isSound() || !this.#readPurchase() || !this.#add()) return undefined;
      from = end + 1;
    }
    const purchases = ascending(this.#purchases);
    return (
      purchases && {
        stretches: this.#stretches,
        times: this.#times,
        purchases,
        latest: this.#latest,
      }
    );
  }

  /**
   * Reads the row at `from` and returns its end; -1 for what we would not write. One loop over all
   * characters, as each is looked at at every page load.
   */
  #cut(from: number): number {
    const list = this.#list;
    const numbers = this.#numbers;
    const sizes = this.#sizes;
    let column = 0;
    let start = from;
    let number = 0;
    let sign = 1;
    let at = from;
    this.#form = 0;
    for (; at < list.length; at += 1) {
      const code = list.charCodeAt(at);
      // a to z, then 0 to 9, in base 36.
      if (code >= 97 && code <= 122) number = number * 36 + code - 87;
      else if (code >= 48 && code <= 57) number = number * 36 + code - 48;
      else if (code === COMMA) break;
      else if (code === DOT) {
        if (column !== 3 || this.#form !== UNDERSCORE) numbers[column] = sign * number;
        sizes[column] = at - start;
        column += 1;
        start = at + 1;
        number = 0;
        sign = 1;
      } else if (code === MINUS && at === start && (column === 3 || column === 5)) sign = -1;
      else if (column === 3 && !this.#form && code === (at === start ? EQUALS : UNDERSCORE)) {
        this.#form = code;
        numbers[3] = sign * number;
        number = 0;
      } else return -1;
    }
    numbers.fill(0, column);
    sizes.fill(0, column);
    if (column < COLUMNS) {
      numbers[column] = sign * number;
      sizes[column] = at - start;
    }
    return at;
  }

  /** True for a row that `RowReader` in `segment-decode.ts` finds sound and plain as well. */
  #isSound(): boolean {
    const numbers = this.#numbers;
    const sizes = this.#sizes;
    this.#time += numbers[0]!;
    this.#at = this.#time + numbers[5]!;
    return (
      numbers[0]! > 0 &&
      this.#time < LATEST_TIME &&
      this.#at >= 0 &&
      this.#at < LATEST_TIME &&
      (this.#use(numbers[1]!) & TAIL) > 0 &&
      sizes[2]! > 0 &&
      sizes[2]! < 9 &&
      sizes[4]! > 0 &&
      isStanding(numbers[6]!) &&
      (!sizes[7] || (this.#use(numbers[7]!) & AMOUNT) > 0) &&
      numbers[8]! <= MOST_PICTURES &&
      sizes[9]! < 9 &&
      (!sizes[10] || (this.#use(numbers[10]!) & AMOUNT) > 0) &&
      (!sizes[11] || (this.#use(numbers[11]!) & AMOUNT) > 0) &&
      !sizes[16]
    );
  }

  /** Most words are jobs and prompts, so no word is looked at before it is needed. */
  #use(place: number): number {
    return this.#uses[place] || this.#lookUp(place);
  }

  #lookUp(place: number): number {
    const word = this.#text(place);
    const isAmount = amount.test(word) && plain.test(word);
    const uses = KNOWN | (tail.test(word) ? TAIL : 0) | (isAmount ? AMOUNT : 0);
    this.#uses[place] = uses;
    return uses;
  }

  #text(place: number): string {
    return unescape(this.#words[place] ?? '') ?? '';
  }

  /** Notes a purchase that begins with this row. False when its id has no time to tell it by. */
  #readPurchase(): boolean {
    if (!this.#sizes[3]) return this.#times.length > 0;
    const number = this.#numbers[3]!;
    const made = this.#purchaseTime(number);
    this.#purchases.push(made);
    this.#counted = 0;
    return made >= 0 && made < LATEST_TIME;
  }

  #purchaseTime(number: number): number {
    if (this.#form === UNDERSCORE) return this.#time - number;
    return this.#form === EQUALS ? idTime(this.#text(number)) : NaN;
  }

  /** Adds the row to the sums. False when its purchase was counted in other buckets before. */
  #add(): boolean {
    const numbers = this.#numbers;
    const sizes = this.#sizes;
    this.#times.push(this.#time);
    if (this.#at > this.#latest) this.#latest = this.#at;
    const charged = sizes[7] ? numbers[7]! : -1;
    const pictures = sizes[8] ? numbers[8]! : 1;
    if (numbers[6] === REFUSED || (!pictures && this.#amountOf(charged) === '0')) return true;
    const isNew = this.#isElsewhere();
    if (isNew || charged !== this.#charged || pictures !== this.#pictures)
      this.#begin(charged, pictures);
    const stretch = this.#stretch!;
    stretch.entries += 1;
    if (!this.#counted) stretch.purchases += 1;
    else if (this.#counted !== this.#place) return false;
    this.#counted = this.#place;
    return true;
  }

  /** True when the row goes into other buckets than the one before. */
  #isElsewhere(): boolean {
    const kind = this.#numbers[4]!;
    const session = this.#sizes[12] ? this.#numbers[12]! : -1;
    if (
      kind === this.#kind &&
      session === this.#session &&
      this.#at >= this.#begins &&
      this.#at < this.#ends
    )
      return false;
    this.#kind = kind;
    this.#session = session;
    [this.#begins, this.#ends] = dayAround(this.#at);
    this.#place += 1;
    return true;
  }

  #begin(charged: number, pictures: number): void {
    this.#charged = charged;
    this.#pictures = pictures;
    const [provider = '', model = '', , , money] = parts(this.#text(this.#kind));
    this.#stretch = {
      brief: {
        simulated: money === 's',
        session: this.#text(this.#session),
        provider,
        model,
        at: this.#at,
      },
      share: {
        settled: this.#amountOf(charged),
        unpriced: 0,
        repeated: 0,
        pictures,
        purchase: '',
      },
      entries: 0,
      purchases: 0,
    };
    this.#stretches.push(this.#stretch);
  }

  #amountOf(place: number): string {
    return place < 0 ? '0' : this.#text(place);
  }
}

function isStanding(letter: number): boolean {
  return letter === COMPUTED || letter === REPORTED || letter === REFUSED;
}

/** The numbers, sorted; `undefined` when one comes twice. */
function ascending(numbers: readonly number[]): readonly number[] | undefined {
  const isRising = (list: readonly number[]): boolean => {
    for (let next = 1; next < list.length; next += 1)
      if (list[next - 1]! >= list[next]!) return false;
    return true;
  };
  if (isRising(numbers)) return numbers;
  const sorted = [...Float64Array.from(numbers).sort()];
  return isRising(sorted) ? sorted : undefined;
}
