import { defined } from '../base/defined.js';
import type { Charge } from '../base/error.js';
import { idTime } from '../base/id.js';
import { compareUsd, sum, toText, usd } from '../pricing/money.js';
import { delivered, type Entry, type Standing } from './entry.js';
import { jobOf, type LineEvent } from './line.js';

/** All events of one picture: the best one of each kind, and all corrections. */
export interface MergedEvents {
  intent?: LineEvent;
  accepted?: LineEvent;
  settled?: LineEvent;
  refused?: LineEvent;
  uncertain?: LineEvent;
  corrections?: Map<string, LineEvent>;
  /** The newest event that decided about money; a reset hides entries decided before it. */
  decided?: string;
}

const places = {
  i: 'intent',
  a: 'accepted',
  d: 'settled',
  r: 'refused',
  u: 'uncertain',
} as const;

/** A canonical amount, as `toText` writes it. Nearly all are, and need no arithmetic. */
export const plain = /^(0|[1-9]\d*)(\.\d*[1-9])?$/;

/**
 * What the sums need of an entry. Computed for every entry at page load, so it has nothing else.
 */
export interface Brief extends Pick<
  Entry,
  | 'simulated'
  | 'purchase'
  | 'provider'
  | 'model'
  | 'session'
  | 'at'
  | 'high'
  | 'standing'
  | 'pictures'
  | 'repeated'
> {
  readonly charged: string | undefined;
}

/** Merges an event; true when it changed anything. Order and repetition do not matter. */
export function merge(held: MergedEvents, event: LineEvent): boolean {
  const { kind } = event;
  if (kind === 'c') {
    held.corrections ??= new Map<string, LineEvent>();
    if (held.corrections.has(event.event)) return false;
    held.corrections.set(event.event, event);
    return true;
  }
  const decides = kind === 'd' || kind === 'r' || kind === 'u';
  const newer = decides && !(held.decided && held.decided >= event.event);
  if (newer) held.decided = event.event;
  const place = places[kind];
  const known = held[place];
  const wins = !known || replaces(event, known);
  if (wins) held[place] = event;
  return wins || newer;
}

/** True when an event takes the place of another of its kind. */
function replaces(event: LineEvent, known: LineEvent): boolean {
  switch (event.kind) {
    case 'i':
      return fullness(event) > fullness(known);
    case 'd':
      return settledOver(event, known);
    default:
      return outranks(event, known);
  }
}

/**
 * Of two events of one kind the newer wins, but a job over the bare mark that the request is being
 * sent, and an order that may have been repeated, or whose picture is here, over one of which less is
 * known.
 */
function outranks(one: LineEvent, other: LineEvent): boolean {
  const more = told(one) - told(other);
  return more ? more > 0 : one.event > other.event;
}

function told(event: LineEvent): number {
  const { job, repeated } = event.data;
  return Number(Boolean(job)) + 2 * Number(Boolean(repeated)) + Number(isDelivered(event));
}

// Ranks copies of an intent by completeness: a segment drops the quote, a month's line also the
// size. Who knows the site wins among equals.
function fullness({ data }: LineEvent): number {
  return (data['quote'] ? 4 : 0) + (data['size'] ? 2 : 0) + (data['site'] ? 1 : 0);
}

/**
 * A reported amount wins over a computed one, then the larger amount wins: readers notice a tally
 * that is too high, not one that is too low.
 */
function settledOver(one: LineEvent, other: LineEvent): boolean {
  if (one.data['basis'] !== other.data['basis']) return one.data['basis'] === 'r';
  const more =
    compareUsd(usd(one.data['charged'] ?? '0'), usd(other.data['charged'] ?? '0')) ||
    Number(one.data['pictures']) - Number(other.data['pictures']);
  return more ? more > 0 : one.event > other.event;
}

/**
 * The entry's summary; `undefined` when only a correction is known. When the intent itself is
 * damaged, the charge still counts, with an empty provider and model.
 */
export function briefOf(id: string, held: MergedEvents): Brief | undefined {
  const standing = standingOf(held);
  const any = held.intent ?? held.settled ?? held.uncertain ?? held.refused ?? held.accepted;
  if (!standing || !any) return undefined;
  const intent = held.intent?.data ?? {};
  return {
    simulated: any.simulated,
    purchase: intent['purchase'] ?? id,
    provider: intent['provider'] ?? '',
    model: intent['model'] ?? '',
    session: intent['session'] ?? '',
    at: intent['at'] ? parseInt(intent['at'], 36) : idTime(id),
    high: intent['high'] || undefined,
    standing,
    charged: chargedIn(held),
    pictures: picturesIn(held),
    ...(standing === 'in-doubt' && held.uncertain?.data['repeated'] && { repeated: true as const }),
  };
}

function picturesIn({ settled, uncertain }: MergedEvents): number {
  return settled ? Number(settled.data['pictures'] ?? 0) : Number(isDelivered(uncertain));
}

function isDelivered(uncertain: LineEvent | undefined): boolean {
  return uncertain?.data['code'] === delivered;
}

/**
 * The settled amount with all corrections, never below zero: a picture can't earn money, whatever a
 * correction says. `undefined` where nothing was settled.
 */
export function chargedIn(held: MergedEvents): string | undefined {
  const amount = correctedIn(held);
  return amount?.startsWith('-') ? '0' : amount;
}

/** The settled amount with all corrections, also below zero. */
export function correctedIn({ settled, corrections }: MergedEvents): string | undefined {
  if (!settled) return undefined;
  const raw = settled.data['charged'] ?? '0';
  if (!corrections && plain.test(raw)) return raw;
  const changes = [...(corrections?.values() ?? [])].map(({ data }) => usd(data['amount'] ?? '0'));
  return toText(sum([usd(raw), ...changes]));
}

function standingOf(held: MergedEvents): Standing | undefined {
  if (held.settled) return 'settled';
  if (held.uncertain) return 'in-doubt';
  if (held.refused) return 'refused';
  if (held.accepted?.data['job']) return 'accepted';
  if (held.intent ?? held.accepted) return 'intent';
  return undefined;
}

/** Projects the full entry from its events; `undefined` when only a correction is known. */
export function entryOf(id: string, held: MergedEvents): Entry | undefined {
  const brief = briefOf(id, held);
  if (!brief) return undefined;
  const { charged, high, standing, ...rest } = brief;
  const intent = held.intent?.data ?? {};
  const settled = held.settled?.data;
  const [latest] = [...(held.corrections?.values() ?? [])].sort((a, b) =>
    a.event > b.event ? -1 : 1,
  );
  return Object.freeze({
    id,
    ...rest,
    size: intent['size'] ?? '',
    low: intent['low'] || undefined,
    high,
    quote: intent['quote'] ?? '',
    standing,
    ...(held.accepted?.data['job'] && { job: jobOf(held.accepted.data['job']) }),
    ...(standing === 'intent' && intent['waits'] && !held.accepted && { unsent: true as const }),
    ...(settled && {
      charged: charged ?? '0',
      basis: settled['basis'] === 'r' ? ('reported' as const) : ('computed' as const),
    }),
    ...(settled?.['took'] && { took: parseInt(settled['took'], 36) }),
    charge:
      standing === 'in-doubt' && isDelivered(held.uncertain)
        ? 'charged'
        : chargeOf(standing, charged),
    ...defined({
      route: intent['route'] || undefined,
      site: intent['site'] || undefined,
      prompt: intent['prompt'] || undefined,
      code: (held.uncertain ?? held.refused)?.data['code'] || undefined,
      note: latest?.data['note'] || settled?.['note'] || undefined,
    }),
  });
}

function chargeOf(standing: Standing, charged: string | undefined): Charge {
  if (standing === 'refused' || charged === '0') return 'none';
  return charged ? 'charged' : 'possible';
}
