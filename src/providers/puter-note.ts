import { fields, text } from '../base/json.js';
import { nameHash } from '../base/name-hash.js';
import { shared } from '../base/shared.js';
import type { MeterGrowth } from './image-provider.js';
import type { Job } from './outcome.js';
import type { PuterModelRoute } from './puter-model-route.js';
import {
  growth,
  microcents,
  type MeterLine,
  type Rate,
  type Unit,
  type UsageReading,
} from './puter-usage.js';

/**
 * How long after an order Puter may still count it, milliseconds. Puter gives up a prediction at
 * Replicate after ten minutes, its creation after 90 s and the clean-up after 30 s; its limits for
 * the other suppliers of FLUX are shorter (its source, August and September 2026). OpenAI's and
 * Google's own clients may try three times for ten minutes each.
 */
const mayCount = { flux: 15 * 60_000, others: 35 * 60_000 } as const;

const fluxSuppliers = /^(replicate|together|cloudflare)-/;

/** What was noted before an order: the account, the model route, and the usage report's state. */
export interface PuterNote {
  readonly who: string;
  readonly modelRoute: Pick<PuterModelRoute, 'model' | 'provider'>;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Only the keys of this model route. */
  readonly base: UsageReading;
  /** The sum of all counts in the report. A later report with a lower sum is incomplete. */
  readonly counts: number;
}

/**
 * A hash of the account and its server, from `/whoami`, which `ask` reads once per session;
 * `undefined` if the reply names no account.
 */
export async function accountHash(
  api: string,
  token: string,
  ask: () => Promise<unknown>,
): Promise<string | undefined> {
  const hashes = shared('puter-marks', 1, () => new Map<string, string>());
  const known = hashes.get(token);
  if (known !== undefined) return known;
  const { uuid, username } = fields(await ask());
  const name = text(username) ?? text(uuid);
  if (name === undefined) return undefined;
  const made = nameHash(`${api} ${name}`);
  hashes.set(token, made);
  return made;
}

/** The note as a job: short ASCII texts. `lines` is a list of `key=count,ticks,units`. */
export function noteOf(
  base: UsageReading,
  modelRoute: PuterModelRoute,
  isMeter: (key: string) => boolean,
  who: string,
  at: number,
): Job {
  const mine = [...base.lines].filter(([key]) => isMeter(key));
  const from = mine.reduce((most, [, { count }]) => Math.max(most, count), 0);
  const lines = mine.map(
    ([key, { count, cost, units }]) => `${encodeURIComponent(key)}=${count},${cost},${units}`,
  );
  return {
    meter: 'puter',
    who,
    lane: `${modelRoute.provider} ${modelRoute.model}`,
    at: String(at),
    month: base.month,
    unit: base.unit,
    counts: String(countsOf(base)),
    from: String(from),
    lines: lines.join(';'),
  };
}

function countsOf({ lines }: UsageReading): number {
  return [...lines.values()].reduce((all, { count }) => all + count, 0);
}

/** Reads the note from a job; `undefined` if the job holds no valid note. */
export function readNote(job: Job): PuterNote | undefined {
  const [provider, model] = (job['lane'] ?? '').split(' ');
  const [at, counts] = [Number(job['at']), Number(job['counts'])];
  const unit: Unit = job['unit'] === 'credits' ? 'credits' : 'microcents';
  if (job['meter'] !== 'puter' || !provider || !model || !(at > 0) || !(counts >= 0))
    return undefined;
  const lines = new Map<string, MeterLine>();
  for (const line of (job['lines'] ?? '').split(';').filter(Boolean)) {
    const [, key, count, cost, units] =
      /^([^=]+)=(\d{1,9}),(\d{1,24}),([\d.e+-]{1,24})$/.exec(line) ?? [];
    const name = key && decoded(key);
    if (name === undefined) return undefined;
    lines.set(name, {
      count: Number(count),
      cost: BigInt(cost ?? ''),
      units: Number(units),
    });
  }
  return {
    who: job['who'] ?? '',
    modelRoute: { provider, model },
    at,
    counts,
    base: { month: job['month'] ?? '', unit, rate: undefined, lines },
  };
}

function decoded(key: string): string | undefined {
  try {
    return decodeURIComponent(key);
  } catch {
    return undefined;
  }
}

/**
 * What was counted on a model route since a note. `undefined` if the two reports can't be compared:
 * the later one is incomplete, in another unit, or of another month, because it does not contain
 * the previous month's final counts.
 */
export function grownSince(
  note: PuterNote,
  now: UsageReading,
  isMeter: (key: string) => boolean,
  at: number,
): MeterGrowth | undefined {
  if (now.month !== note.base.month || countsOf(now) < note.counts) return undefined;
  const grown = growth(note.base, now, isMeter);
  if (!grown?.even) return undefined;
  const isFinal =
    at - note.at > (fluxSuppliers.test(note.modelRoute.provider) ? mayCount.flux : mayCount.others);
  const rate: Rate = now.rate;
  const amount = microcents(grown.cost, now.unit, rate);
  return {
    purchases: grown.purchases,
    isFinal,
    ...(amount !== undefined && { usage: { unit: 'microcents', amount } }),
  };
}
