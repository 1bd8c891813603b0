import { defined } from '../base/defined.js';
import { seedIn } from '../base/seed.js';
import { randomId } from '../base/id.js';
import type { ImageProvider, Ports } from './image-provider.js';
import type { Job, Outcome, Usage } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import type { Refused } from './refusal.js';
import { bank } from './sandbox-bank.js';
import { decimals, sandboxPrice } from './sandbox-prices.js';
import { faultsInOrder, type Fault, type SandboxScript } from './sandbox-script.js';

export { faultsInOrder, type Fault, type SandboxScript } from './sandbox-script.js';

/** The ports of one image. `fault` is chosen once per purchase and shared by its images. */
export type SandboxPorts = Ports & {
  readonly sandbox?: { readonly latency?: SandboxScript['latency']; readonly fault?: Fault };
};

type Painter = typeof import('./sandbox-painter.js');

const refusals: Partial<Record<Fault, Refused>> = {
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

const stopped: Outcome = { kind: 'refused', code: 'aborted', charge: 'none' };

const paintless: Outcome = {
  kind: 'refused',
  code: 'provider-failed',
  charge: 'none',
  detail: 'Simulated: the painter’s file did not load',
};

const hidden: Outcome = {
  kind: 'refused',
  code: 'provider-failed',
  charge: 'none',
  detail:
    'Simulated: this browser does not give back what is drawn (as protection against fingerprinting), so no sample can be painted',
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
  const imageProvider = new Sandbox(script).imageProvider();
  harmless.add(imageProvider);
  return imageProvider;
}

class Sandbox {
  readonly #script: (() => SandboxScript | undefined) | undefined;
  readonly #scripted: () => Fault;
  /** How many images each prompt has had. */
  readonly #made = new Map<string, number>();

  constructor(script: (() => SandboxScript | undefined) | undefined) {
    this.#script = script;
    this.#scripted = faultsInOrder(() => script?.());
  }

  imageProvider(): ImageProvider {
    return Object.freeze<ImageProvider>({
      id: 'sandbox',
      run: (order, ports) => this.#run(order, ports),
      resume: wait,
      cancel: (job) =>
        Promise.resolve({
          kind: 'refused',
          code: 'aborted',
          charge: 'charged',
          usage: usageOf(job),
        }),
      balance: ({ store }) => Promise.resolve({ usd: bank(store).balance() }),
    });
  }

  async #run(order: PictureOrder, ports: SandboxPorts): Promise<Outcome> {
    const { clock, signal, deadlines, store } = ports;
    const fault = ports.sandbox?.fault ?? this.#scripted();
    const plain = milliseconds(ports.sandbox?.latency ?? this.#script?.()?.latency);
    const account = bank(store);
    const price = sandboxPrice(order);
    if (price === undefined) return { kind: 'refused', code: 'invalid-input', charge: 'none' };
    try {
      await clock.sleep(Math.min(plain * 0.15, deadlines.submit), signal);
    } catch {
      return stopped;
    }
    const refusal = refusals[fault] ?? (account.covers(price) ? undefined : refusals['no-funds']);
    if (refusal) return refusal;
    const brushes = await painter().catch(() => undefined);
    if (!brushes) return paintless;
    if (!(await brushes.canPaint())) return hidden;
    const ms = fault === 'slow' ? Math.max(plain * 6, 5000) : plain;
    const job = this.#job(order, brushes, { price, fault, ms, clock });
    if (signal.aborted) return stopped;
    account.charge(job.id ?? '', price, order.model, clock.now());
    if (fault === 'lost-reply')
      return { kind: 'refused', code: 'unreadable-reply', charge: 'possible' };
    await ports.accepted(job, usageOf(job));
    return wait(job, ports);
  }

  #job(
    order: PictureOrder,
    brushes: Painter,
    facts: { price: bigint; fault: Fault; ms: number; clock: Ports['clock'] },
  ): Job {
    // Without a seed the first image of a prompt is always the same, and each further one differs.
    const nth = this.#made.get(order.prompt) ?? 0;
    this.#made.set(order.prompt, nth + 1);
    const seed = order.seed ?? nth;
    return {
      id: randomId(),
      recipe: brushes.recipe(order.prompt, seed),
      seed: String(seed),
      size: `${order.width}x${order.height}`,
      cost: decimals(facts.price, 1),
      at: String(facts.clock.now()),
      ms: String(facts.ms),
      end: facts.fault,
    };
  }
}

function milliseconds(latency: SandboxScript['latency'] = [900, 2400]): number {
  const [low, high] = typeof latency === 'number' ? [latency, latency] : latency;
  const ms = Math.round(low + Math.random() * (high - low));
  return ms > 0 && ms < 1e9 ? ms : 0;
}

function painter(): Promise<Painter> {
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
    progress(progressAt(done, queue));
    if (done === 1) return ended(job);
    if (clock.elapsed() >= deadline) return late;
    await clock.sleep(
      Math.max(1, Math.min(total / 12, total * (1 - done), deadlines.poll)),
      signal,
    );
  }
}

/** A slow job spends its first half in the queue. */
function progressAt(done: number, queue: number): Parameters<Ports['progress']>[0] {
  const position = queue - Math.floor(done * queue * 2);
  return position > 0
    ? { fraction: 0, position: position - 1 }
    : { fraction: queue ? done * 2 - 1 : done };
}

async function ended(job: Job): Promise<Outcome> {
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
  const seed = seedIn(job.seed);
  try {
    const brushes = await painter();
    if (!(await brushes.canPaint())) throw new Error('what is drawn is hidden');
    const blob = await brushes.paint(job.recipe ?? '', width, height);
    return { kind: 'done', images: [{ blob, width, height }], usage, ...defined({ seed }) };
  } catch {
    return { kind: 'refused', code: 'image-lost', charge: 'charged', usage };
  }
}
