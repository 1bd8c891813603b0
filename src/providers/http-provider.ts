import { defined } from '../base/defined.js';
import { withDeadline } from '../base/abort.js';
import { isUserPaysError, type ErrorCode, type UserPaysError } from '../base/error.js';
import type { Adapter, Balance, Call, Reply } from './adapter.js';
import type { ImageProvider, Ports } from './image-provider.js';
import type { Job, Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { chargeFinder, type ChargeFinder } from './charge-list.js';
import { send, type Trace } from './http.js';
import { heldBack } from './held-back.js';
import { isLoopback } from './key-gate.js';
import { isKeptIn } from './local-network.js';
import { unreadable, type Refused } from './refusal.js';
import { unpacked } from './unpacked.js';
import { sleepUntilVisible } from './sleep-until-visible.js';

type LivePrices = Awaited<ReturnType<NonNullable<ImageProvider['prices']>>>;

/**
 * Providers that have replied to this page, by base URL and relay. Any reply counts: it shows that
 * the browser lets the page reach them.
 */
const answering = new Set<string>();

/**
 * An image provider for any adapter over plain HTTP. Only reads are in a loop; the paid call never
 * is.
 */
export function httpProvider(adapter: Adapter): ImageProvider {
  return {
    id: adapter.id,
    callsBeforeSend: true,
    run: (order, ports) => run(adapter, order, ports),
    resume: async (job, ports) =>
      ports.key || adapter.keyOptional
        ? finished(await wait(adapter, job, ports), ports)
        : no('no-session', 'possible'),
    cancel: (job, ports) => cancel(adapter, job, ports),
    balance: (ports) => balance(adapter, ports),
    prices: (models, ports) => prices(adapter, models, ports),
  };
}

async function run(adapter: Adapter, order: PictureOrder, ports: Ports): Promise<Outcome> {
  const finder = await finderFor(adapter, order, ports);
  const outcome = await submitted(adapter, order, ports);
  if (outcome.kind !== 'pending') return finished(await withCharge(outcome, finder), ports);
  // A failed journal write is no reason to give up an image that is paid for.
  await ports.accepted(outcome.job, outcome.usage).catch(() => undefined);
  if (outcome.progress) ports.progress(outcome.progress);
  return finished(await wait(adapter, outcome.job, ports, outcome.waitMs ?? 500), ports);
}

async function cancel(adapter: Adapter, job: Job, ports: Ports): Promise<Outcome | undefined> {
  if (!adapter.cancel || !adapter.poll || !adapter.readPoll) return undefined;
  const { submit } = ports.deadlines;
  await ask(adapter, adapter.cancel(job), ports, submit);
  // The image may have been ready before the job could be stopped. Then it is paid for and
  // belongs to the reader.
  const reply = await ask(adapter, adapter.poll(job), ports, submit);
  const outcome = 'code' in reply ? undefined : adapter.readPoll(reply, job);
  if (outcome?.kind === 'refused' && outcome.charge === 'none')
    return finished({ ...outcome, code: 'aborted' }, ports);
  return outcome?.kind === 'done' || (outcome?.kind === 'refused' && outcome.usage)
    ? finished(outcome, ports)
    : undefined;
}

async function balance(adapter: Adapter, ports: Ports): Promise<Balance | undefined> {
  if (!adapter.balance || !adapter.readBalance) return undefined;
  const reply = await ask(adapter, adapter.balance(), ports, ports.deadlines.submit);
  return 'code' in reply || reply.status >= 300 ? undefined : adapter.readBalance(reply);
}

async function prices(
  adapter: Adapter,
  models: readonly string[],
  ports: Ports,
): Promise<LivePrices> {
  const call = adapter.prices?.(models);
  if (!call || !adapter.readPrices) return undefined;
  const reply = await ask(adapter, call, ports, ports.deadlines.submit);
  return 'code' in reply || reply.status >= 300
    ? undefined
    : {
        name: `${adapter.name}’s live price list`,
        url: call.url.replace(/\?.*/, ''),
        prices: adapter.readPrices(reply),
      };
}

/**
 * Prepares the search for the charge before the paid call, if the provider lists a key's charges.
 */
async function finderFor(
  adapter: Adapter,
  order: PictureOrder,
  ports: Ports,
): Promise<ChargeFinder | undefined> {
  const { charges, readCharges } = adapter;
  const call = charges && ports.key ? callFor(adapter, order) : undefined;
  if (!charges || !readCharges || !call || 'code' in call) return undefined;
  const ms = Math.min(20_000, ports.deadlines.submit);
  return chargeFinder({
    clock: ports.clock,
    call: JSON.stringify(call),
    isKept: adapter.isBilledOnce?.(order) ?? false,
    read: async () => {
      const reply = await ask(adapter, charges(), ports, ms);
      return 'code' in reply || reply.status !== 200 ? undefined : readCharges(reply, order);
    },
  }).catch(() => undefined);
}

function callFor(adapter: Adapter, order: PictureOrder): Call | Refused {
  try {
    return adapter.submit(order);
  } catch (error) {
    return no(
      isUserPaysError(error) ? error.code : 'internal',
      'none',
      isUserPaysError(error) ? error.facts['detail'] : undefined,
    );
  }
}

function no(code: ErrorCode, charge: Refused['charge'], detail?: string): Refused {
  return {
    kind: 'refused',
    code,
    charge,
    ...defined({ detail: detail || undefined }),
  };
}

/**
 * Sends one call with a deadline. Without a reply it resolves a refusal, whose charge is `possible`
 * as soon as the call may have reached anyone.
 */
async function ask(
  adapter: Adapter,
  call: Call,
  ports: Ports,
  ms: number,
  submit = false,
): Promise<Reply | Refused> {
  const trace: Trace = { sent: () => false };
  const { key, relay, clock, signal } = ports;
  const { keyHosts } = adapter;
  try {
    const reply = await withDeadline(
      clock,
      ms,
      signal,
      { stage: 'submit', charge: 'possible' },
      (until) => {
        const auth = key ? adapter.auth(key) : {};
        return send(call, { auth, keyHosts, relay, signal: until, submit }, trace);
      },
    );
    answering.add(door(adapter, relay));
    return reply;
  } catch (error) {
    const known = isUserPaysError(error) && !signal.aborted ? error : undefined;
    if (known?.code === 'unreadable-reply' && relay === undefined && (await isKeptIn(call.url)))
      return no('blocked-by-browser', 'none');
    return unanswered(known, trace, signal);
  }
}

function unanswered(
  error: UserPaysError | undefined,
  trace: Trace,
  { aborted }: AbortSignal,
): Refused {
  const refused = no(
    aborted ? 'aborted' : (error?.code ?? 'internal'),
    trace.sent() ? 'possible' : 'none',
    error?.facts['detail'],
  );
  return error?.facts['repeated'] ? { ...refused, repeated: true } : refused;
}

function door({ id, base }: Adapter, relay = ''): string {
  return `${id} ${base} ${relay}`;
}

/**
 * Sends the paid call, once, and interprets the reply. Rejects with the signal's reason if aborted
 * after the call may have been sent.
 */
async function submitted(adapter: Adapter, order: PictureOrder, ports: Ports): Promise<Outcome> {
  const { deadlines, signal } = ports;
  if (!ports.key && !adapter.keyOptional) return no('no-session', 'none');
  const call = callFor(adapter, order);
  if ('code' in call) return call;
  if (ports.relay === undefined && isMixed(call.url)) return no('blocked-by-browser', 'none');
  const closed = await probeReachability(adapter, ports);
  if (closed) return closed;
  const unsure = isUnsure(adapter, ports);
  const held = await heldBack(ports);
  if (held) return held;
  const first = await ask(
    adapter,
    call,
    ports,
    adapter.answers === 'job' ? deadlines.submit : deadlines.submitPicture,
    true,
  );
  const isLost = 'code' in first && first.charge === 'possible' && !signal.aborted;
  const reply = (isLost ? await askedAgain(adapter, order, call, ports) : undefined) ?? first;
  if (!('code' in reply))
    return ports.relay === undefined
      ? adapter.readSubmit(reply, order)
      : relayed(reply, adapter.readSubmit(reply, order));
  if (reply.charge === 'possible') signal.throwIfAborted();
  return reply.code === 'unreadable-reply' && unsure
    ? { ...reply, code: 'blocked-by-browser' }
    : reply;
}

/**
 * True for mixed content: a page over https may not call a server over http, except on this
 * machine. Browsers block such a call before anything is sent.
 */
function isMixed(url: string): boolean {
  const { location }: { location?: { readonly protocol: string } } = globalThis;
  return (
    location?.protocol === 'https:' && url.startsWith('http:') && !isLoopback(new URL(url).hostname)
  );
}

/**
 * Sends a free call first if the browser may block this host. If the free call fails, the paid one
 * is not sent.
 */
async function probeReachability(adapter: Adapter, ports: Ports): Promise<Refused | undefined> {
  if (!adapter.balance || !isUnsure(adapter, ports)) return undefined;
  const reply = await ask(adapter, adapter.balance(), ports, ports.deadlines.submit);
  if (!('code' in reply)) return undefined;
  return no(
    reply.code === 'unreadable-reply' ? 'blocked-by-browser' : reply.code,
    'none',
    reply.detail,
  );
}

/**
 * True while it is unknown whether the browser lets this page reach the provider or the page's
 * relay.
 */
function isUnsure(adapter: Adapter, { relay }: Ports): boolean {
  return (
    relay !== 'puter' &&
    (relay !== undefined || adapter.browsers !== 'yes') &&
    !answering.has(door(adapter, relay))
  );
}

/**
 * Sends an order whose reply was lost a second time, only if the provider documents that it bills
 * it once. If the second attempt fails too, the first may still have been billed.
 */
async function askedAgain(
  adapter: Adapter,
  order: PictureOrder,
  call: Call,
  ports: Ports,
): Promise<Reply | undefined> {
  if (!adapter.isBilledOnce?.(order)) return undefined;
  await ports.clock.sleep(1000, ports.signal);
  const reply = await ask(adapter, call, ports, ports.deadlines.submitPicture, true);
  return 'code' in reply || adapter.readSubmit(reply, order).kind === 'refused' ? undefined : reply;
}

/**
 * Corrects the outcome for a relay. The relay's own refusal is not the provider's, and a 5xx may
 * come from the relay, so it never counts as free of charge.
 */
function relayed(reply: Reply, outcome: Outcome): Outcome {
  const why = reply.headers['x-relay-refused'];
  if (why !== undefined) return no('invalid-input', 'none', why);
  return outcome.kind === 'refused' && reply.status >= 500
    ? { ...outcome, charge: 'possible' }
    : outcome;
}

function finished(outcome: Outcome, ports: Ports): Outcome {
  return outcome.kind === 'done'
    ? { ...outcome, images: outcome.images.flatMap((made) => unpacked(made) ?? []) }
    : cleaned(outcome, ports.key);
}

/**
 * Removes the key, whole or in parts, and anything that looks like a key from the provider's
 * message.
 */
function cleaned(outcome: Outcome, key = ''): Outcome {
  if (outcome.kind !== 'refused' || outcome.detail === undefined) return outcome;
  const secrets = [key, ...key.split(/[:.]/)].filter((part) => part.length > 5);
  const bare = secrets.reduce((words, secret) => words.split(secret).join('…'), outcome.detail);
  return {
    ...outcome,
    detail: bare.replace(/(bearer\s+|\b(sk|pk|r8|hf|bfl|key)[-_])\S{6,}|[\w-]{32,}/gi, '…'),
  };
}

/** Adds what the provider's list says was charged, if the reply said nothing about cost. */
async function withCharge(outcome: Outcome, finder: ChargeFinder | undefined): Promise<Outcome> {
  if (!finder) return outcome;
  if (outcome.kind === 'done')
    return outcome.usage || outcome.images.length === 0
      ? outcome
      : { ...outcome, later: finder.withPicture() };
  if (outcome.kind !== 'refused' || outcome.charge !== 'possible') return outcome;
  const usage = await finder.withoutPicture();
  return usage ? { ...outcome, charge: 'charged', usage } : outcome;
}

/**
 * Polls until the job ends or the deadline passes. Failed polls do not change what is known about
 * the charge. Rejects with the signal's reason.
 */
async function wait(adapter: Adapter, first: Job, ports: Ports, firstPause = 0): Promise<Outcome> {
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
    missing =
      outcome.kind === 'refused' && outcome.code === 'image-lost' && outcome.charge === 'possible'
        ? missing + 1
        : 0;
    if (outcome.kind === 'pending') {
      job = outcome.job;
      if (outcome.progress) ports.progress(outcome.progress);
    } else if (outcome.code !== 'unreadable-reply' && (missing === 0 || missing > 2))
      return outcome;
    ms = (outcome.kind === 'pending' ? outcome.waitMs : outcome.retryAfterMs) ?? pause(polls);
    if (clock.elapsed() >= end) return no('timed-out', 'possible');
  }
}

/**
 * Milliseconds until the next poll if the provider names none: random, up to a limit that grows
 * from 0.5 to 8 s, at least 150 ms.
 */
function pause(polls: number): number {
  return Math.max(150, Math.random() * Math.min(8000, 500 * 1.4 ** polls));
}
