import { randomId } from '../base/id.js';
import type { Job, ImageProvider, Outcome, PictureOrder, Ports, Usage } from './adapter.js';
import { bank } from './sandbox-bank.js';
import { decimals, sandboxPrice } from './sandbox-prices.js';
import { faultsInOrder, type Fault, type SandboxScript } from './sandbox-script.js';

export { faultsInOrder, type Fault, type SandboxScript } from './sandbox-script.js';

/** The ports of one image. `fault` is chosen once per purchase and shared by its images. */
export type SandboxPorts = Ports & {
  readonly sandbox?: { readonly latency?: SandboxScript['latency']; readonly fault?: Fault };
};

const refusals: Partial<Record<Fault, Extract<Outcome, { kind: 'refused' }>>> = {
  refused: {
    kind: 'refused',
    code: 'invalid-input',
    charge: 'none',
    detail: 'Simulated: the request was not accepted',
  },
  'rate-limited': { kind: 'refused', code: 'rate-limited', charge: 'none', retryAfterMs: 3000 },
  busy: {
    kind: 'refused',
    code: 'provider-busy',
    charge: 'possible',
    detail: 'Simulated: 503, try again later',
  },
  'no-funds': { kind: 'refused', code: 'insufficient-funds', charge: 'none' },
};

const late: Outcome = { kind: 'refused', code: 'timed-out', charge: 'possible' };

/** The sandboxes made here. Kept by identity, because any provider can use the id `sandbox`. */
const harmless = new WeakSet<ImageProvider>();

/** True for a sandbox made by this module, which sends nothing to anyone. */
export function movesNoMoney(imageProvider: ImageProvider): boolean {
  return harmless.has(imageProvider);
}

/**
 * A provider without network and real money. It paints an image from the prompt and charges a
 * simulated account (`bank`) according to Black Forest Labs' list. The account is charged when a
 * job is accepted; stopping it refunds nothing, as at BFL. Before acceptance stopping is free.
 */
export function sandbox(script?: () => SandboxScript | undefined): ImageProvider {
  const scripted = faultsInOrder(() => script?.());
  const made = new Map<string, number>();

  const run = async (order: PictureOrder, ports: SandboxPorts): Promise<Outcome> => {
    const { clock, signal, deadlines, store } = ports;
    const fault = ports.sandbox?.fault ?? scripted();
    const plain = milliseconds(ports.sandbox?.latency ?? script?.()?.latency);
    const ms = fault === 'slow' ? Math.max(plain * 6, 5000) : plain;
    const account = bank(store);
    const price = sandboxPrice(order);
    if (price === undefined) return { kind: 'refused', code: 'invalid-input', charge: 'none' };
    try {
      await clock.sleep(Math.min(plain * 0.15, deadlines.submit), signal);
    } catch {
      return { kind: 'refused', code: 'aborted', charge: 'none' };
    }
    const refusal = refusals[fault] ?? (account.covers(price) ? undefined : refusals['no-funds']);
    if (refusal) return refusal;
    const brushes = await painter().catch(() => undefined);
    if (!brushes)
      return {
        kind: 'refused',
        code: 'provider-failed',
        charge: 'none',
        detail: 'Simulated: the painter’s file did not load',
      };
    // Without a seed the first image of a prompt is always the same, and each further one differs.
    const nth = made.get(order.prompt) ?? 0;
    made.set(order.prompt, nth + 1);
    const seed = order.seed ?? nth;
    const job: Job = {
      id: randomId(),
      recipe: brushes.recipe(order.prompt, seed),
      seed: String(seed),
      size: `${order.width}x${order.height}`,
      cost: decimals(price, 1),
      at: String(clock.now()),
      ms: String(ms),
      end: fault,
    };
    if (signal.aborted) return { kind: 'refused', code: 'aborted', charge: 'none' };
    account.charge(job.id ?? '', price, order.model, clock.now());
    if (fault === 'lost-reply')
      return { kind: 'refused', code: 'unreadable-reply', charge: 'possible' };
    await ports.accepted(job, usageOf(job));
    return wait(job, ports);
  };

  const imageProvider: ImageProvider = Object.freeze<ImageProvider>({
    id: 'sandbox',
    run,
    resume: wait,
    cancel: (job) =>
      Promise.resolve({ kind: 'refused', code: 'aborted', charge: 'charged', usage: usageOf(job) }),
    balance: ({ store }) => Promise.resolve({ usd: bank(store).balance() }),
  });
  harmless.add(imageProvider);
  return imageProvider;
}

function milliseconds(latency: SandboxScript['latency'] = [900, 2400]): number {
  const [low, high] = typeof latency === 'number' ? [latency, latency] : latency;
  const ms = Math.round(low + Math.random() * (high - low));
  return ms > 0 && ms < 1e9 ? ms : 0;
}

function painter(): Promise<typeof import('./sandbox-painter.js')> {
  return import('./sandbox-painter.js');
}
function usageOf(job: Job): Usage {
  return { unit: 'credits', amount: job.cost ?? '0' };
}

/** Waits for an accepted job, reports progress and resolves the image. Charges nothing. */
async function wait(job: Job, { clock, signal, deadlines, progress }: Ports): Promise<Outcome> {
  const total = Number(job.ms) || 0;
  const began = Math.min(Number(job.at) || 0, clock.now());
  const queue = job.end === 'slow' ? 3 : 0;
  const start = clock.elapsed() - (clock.now() - began);
  const deadline = clock.elapsed() + deadlines.poll;
  for (;;) {
    const done = total ? Math.min(1, (clock.elapsed() - start) / total) : 1;
    // A slow job spends its first half in the queue.
    const position = queue - Math.floor(done * queue * 2);
    progress(
      position > 0
        ? { fraction: 0, position: position - 1 }
        : { fraction: queue ? done * 2 - 1 : done },
    );
    if (done === 1) break;
    if (clock.elapsed() >= deadline) return late;
    await clock.sleep(
      Math.max(1, Math.min(total / 12, total * (1 - done), deadlines.poll)),
      signal,
    );
  }
  const usage = usageOf(job);
  if (job.end === 'moderated')
    return {
      kind: 'refused',
      code: 'content-refused',
      charge: 'charged',
      usage,
      detail: 'Simulated: Content Moderated',
    };
  if (job.end === 'image-lost')
    return { kind: 'refused', code: 'image-lost', charge: 'charged', usage };
  const [width = 0, height = 0] = (job.size ?? '').split('x').map(Number);
  const seed = Number(job.seed);
  try {
    const blob = await (await painter()).paint(job.recipe ?? '', width, height);
    return { kind: 'done', images: [{ blob, width, height }], usage, seed };
  } catch {
    return { kind: 'refused', code: 'image-lost', charge: 'charged', usage };
  }
}
