import type { Adapter } from './adapter.js';
import { ask } from './ask.js';
import type { Ports } from './image-provider.js';
import type { Job, Outcome } from './outcome.js';
import { refused, unreadable } from './refusal.js';
import { sleepUntilVisible } from './sleep-until-visible.js';

/**
 * Polls until the job ends or the deadline passes. Failed polls do not change what is known about
 * the charge. Rejects with the signal's reason.
 */
export async function waitForJob(
  adapter: Adapter,
  first: Job,
  ports: Ports,
  firstPause = 0,
): Promise<Outcome> {
  const { clock, signal, deadlines } = ports;
  const { poll, readPoll } = adapter;
  if (!poll || !readPoll) return unreadable();
  // The deadline uses only the monotonic clock. It may stop while a laptop sleeps, which leaves
  // time for one more poll after waking.
  const end = clock.elapsed() + deadlines.poll;
  let job = first;
  let ms = firstPause;
  for (let polls = 0, missing = 0; ; polls += 1) {
    const rest = ms;
    if (rest > 0)
      await sleepUntilVisible(
        (nap) => clock.sleep(Math.min(rest, Math.max(1, end - clock.elapsed())), nap),
        signal,
      );
    const reply = await ask(adapter, poll(job), ports, deadlines.submit);
    signal.throwIfAborted();
    if ('code' in reply && (reply.code === 'invalid-input' || reply.code === 'internal'))
      return unreadable(reply.detail);
    const outcome = 'code' in reply ? unreadable() : readPoll(reply, job);
    if (outcome.kind === 'done') return outcome;
    missing = isMissing(outcome) ? missing + 1 : 0;
    if (outcome.kind === 'pending') {
      job = outcome.job;
      if (outcome.progress) ports.progress(outcome.progress);
    } else if (outcome.code !== 'unreadable-reply' && (missing === 0 || missing > 2))
      return outcome;
    ms = (outcome.kind === 'pending' ? outcome.waitMs : outcome.retryAfterMs) ?? pause(polls);
    if (clock.elapsed() >= end) return late(outcome);
  }
}

/** The job did not end in time; with the provider's last words, if its last reply was an error. */
function late(last: Outcome): Outcome {
  return refused('timed-out', 'possible', last.kind === 'refused' ? last.detail : undefined);
}

/** True where the provider no longer knows the job, which it may still have charged. */
function isMissing(outcome: Outcome): boolean {
  return (
    outcome.kind === 'refused' && outcome.code === 'image-lost' && outcome.charge === 'possible'
  );
}

/**
 * Milliseconds until the next poll if the provider names none: random, up to a limit that grows
 * from 0.5 to 8 s, at least 150 ms.
 */
function pause(polls: number): number {
  return Math.max(150, Math.random() * Math.min(8000, 500 * 1.4 ** polls));
}
