import type { Charge, ErrorCode } from '../../src/base/error.js';
import type { Job, Outcome } from '../../src/providers/outcome.js';
import type { Call } from '../../src/providers/adapter.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import type { ScriptedReply } from './scripted-fetch.js';

/**
 * A reply and what it means. `docs`: composed from the provider's documents, never seen on the
 * wire. `live`: seen, with everything personal taken out.
 */
export interface RecordedReply {
  readonly says: 'docs' | 'live';
  /** `YYYY-MM-DD` the document was read, or the reply was seen. */
  readonly on: string;
  /** What the reader sees happen. Becomes the test's title. */
  readonly title: string;
  readonly at: 'submit' | 'poll' | 'balance';
  readonly job?: Job;
  readonly reply: ScriptedReply;
  /** What is understood of it, and nothing else; for a balance, its dollars. */
  readonly means: Partial<Outcome> | string | undefined;
  /** Whose balance it is. */
  readonly named?: string;
}

/** A refusal a provider's documents describe, and what a reader is to be told of it. */
export interface DocumentedRefusal {
  /**
   * The document the body was copied from; `composed` where it gives status and meaning without a
   * body.
   */
  readonly from: string;
  readonly at?: 'poll';
  readonly job?: Job;
  readonly reply: ScriptedReply;
  readonly code: ErrorCode;
  readonly charge: Charge;
  /** The provider's own words, whole; `undefined` where it has none. */
  readonly words: string | undefined;
  readonly retryAfterMs?: number;
  /** The key is forgotten. */
  readonly ended?: true;
}

/** Everything `describeProvider` needs to know of a provider beside its adapter. */
export interface Recorded {
  readonly replies: readonly RecordedReply[];
  readonly refusals: readonly DocumentedRefusal[];
  /** Orders it can be asked for, and where and what is then sent: all of it, and nothing else. */
  readonly orders: readonly {
    readonly order: Partial<PictureOrder>;
    readonly url: string;
    readonly json: Record<string, unknown>;
  }[];
  /** Orders it can't be asked for, and what is said of them. */
  readonly impossible: readonly {
    readonly order: Partial<PictureOrder>;
    readonly because: string;
  }[];
  /** Its other calls, as its documents have them. */
  readonly calls?: readonly {
    readonly of: 'poll' | 'cancel' | 'balance' | 'charges';
    readonly job?: Job;
    readonly sends: Call;
  }[];
  /** Answers to a submit that name another host than the provider's. */
  readonly poisoned?: readonly ScriptedReply[];
  /**
   * The whole way of one picture that comes: answers to each GET, in order, after the first
   * `submit` reply of `replies`.
   */
  readonly polls?: readonly ScriptedReply[];
}
