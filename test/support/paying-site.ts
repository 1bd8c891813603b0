import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PageServices } from '../../src/generation/page-services.js';
import type { PurchaseServices } from '../../src/generation/purchase-services.js';
import { bflAnswers, bflStep, type BflStep } from './bfl-script.js';
import { startFaultServer, type Answer, type FaultServer } from './fault-server.js';
import { pixel } from './pixel.js';

declare global {
  interface Window {
    /** What copies of the script share on a page. */
    pageWide(name: 'page-services'): PageServices;
    pageWide(name: 'purchase-services'): PurchaseServices | undefined;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Black Forest Labs behind the page owner's relay, both on loopback: it bills each order that
 * arrived whole.
 */
export interface Billing {
  readonly server: FaultServer;
  /** Orders it charges for, three cents each. */
  readonly bill: number;
  /** Where the next request of this kind never gets an answer; the work is done all the same. */
  hang: BflStep | undefined;
  /** Answers before “ready”. */
  pending: number;
  seen(step: BflStep): number;
  close(): Promise<void>;
}

export async function startBilling(): Promise<Billing> {
  const server = await startFaultServer();
  const counts: Record<BflStep, number> = { submit: 0, poll: 0, image: 0, balance: 0 };
  const polls = new Map<string, number>();
  let bill = 0;
  const billing: Billing = {
    server,
    get bill() {
      return bill;
    },
    hang: undefined,
    pending: 1,
    seen: (step) => counts[step],
    close: () => server.close(),
  };
  const answer = (step: BflStep, target: string): Answer => {
    const id = new URL(target).searchParams.get('id') ?? '';
    if (step === 'image')
      return { headers: { 'content-type': 'image/png' }, body: Buffer.from(pixel, 'base64') };
    if (step === 'balance') return { json: bflAnswers.balance };
    if (step === 'submit') return { json: bflAnswers.submit(`job${String(bill)}`) };
    polls.set(id, (polls.get(id) ?? 0) + 1);
    return {
      json: (polls.get(id) ?? 0) > billing.pending ? bflAnswers.ready(id) : bflAnswers.pending(id),
    };
  };
  server.answer = ({ method, headers }) => {
    const target = String(headers['x-target-url']);
    const step = bflStep(method, target);
    counts[step] += 1;
    if (step === 'submit') bill += 1;
    if (billing.hang !== step) return answer(step, target);
    return { fault: 'hang' };
  };
  return billing;
}

/**
 * Somebody's static page, at `/`: the built script and one widget with the attributes of the query.
 * Other origins may load from it, so that sandboxed frames can.
 */
export async function startSite(): Promise<{
  url(attributes: Record<string, string>): string;
  readonly origin: string;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer): void =>
      void response
        .writeHead(200, {
          'content-type': type,
          'access-control-allow-origin': '*',
          'cache-control': 'no-cache',
        })
        .end(body);
    const attributes = [...searchParams]
      .filter(([name]) => name !== 'framed')
      .map(([name, value]) => `${name}="${value.replace(/["&<]/g, '')}"`)
      .join(' ');
    const page = searchParams.has('framed')
      ? `<iframe sandbox="allow-scripts" src="/?${request.url?.split('?')[1]?.replace('framed=1&', '') ?? ''}"></iframe>`
      : `<script>pageWide = (name) => globalThis[Symbol.for('user-pays-image/' + name + '@1')]</script><script type="module" src="/dist/user-pays-image.js"></script><user-pays-image ${attributes}></user-pays-image>`;
    if (pathname === '/')
      return send(
        'text/html',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${page}`,
      );
    if (pathname === '/elsewhere')
      return send('text/html', '<!doctype html><title>Elsewhere</title>');
    if (!/^\/dist\/[\w./-]+\.js$/.test(pathname) || pathname.includes('..'))
      return void response.writeHead(404).end();
    readFile(root + pathname.slice(1)).then(
      (file) => send('text/javascript', file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    url: (attributes) => `${origin}/?${String(new URLSearchParams(attributes))}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A widget that buys from `billing` for three cents each. */
export function payingAttributes({ server }: Billing): Record<string, string> {
  return {
    provider: 'bfl',
    model: 'flux-2-pro',
    size: '1024x1024',
    prices: 'bundled',
    relay: `${server.origin}/relay`,
    prompt: 'a lighthouse',
  };
}
