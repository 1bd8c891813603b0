import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  bill,
  BadRequest,
  models,
  reached,
  type Args,
  type MeterLine,
} from './puter-server.billing.js';
import type { Refused } from './puter-september.js';
import { references } from './puter-september.size.js';
import type { Made } from './puter-september.types.js';
import { refusals, type Fate } from './puter-server.fates.js';
import { png } from './puter-server.picture.js';
import { billOfSeptember, september } from './puter-server.september.js';
import { serveWisp } from './puter-server.wisp.js';

/**
 * Puter's wire on loopback, written from what was measured against its real backend (2026-08-21)
 * and SDK 2.6.3. What comes from
 * documentation or source only says so. It keeps what it billed and counts every paid POST.
 */

type SignIn = 'grants' | 'refuses' | 'stays-open';

export interface PuterServer {
  /** Where the API is, and, on another origin, the sign-in window. */
  readonly api: string;
  readonly gui: string;
  /** Requests as `POST /drivers/call`, in order. */
  readonly log: string[];
  /** The arguments of each paid POST that arrived. */
  readonly paid: Args[];
  /** What it charged, microcents, one figure per picture. */
  readonly charges: number[];
  /** How many reference pictures reached the supplier, one figure per charge. */
  readonly references: number[];
  /** Paid POSTs under way at the same time, at most. */
  mostAtOnce: number;
  readonly usage: Map<string, MeterLine>;
  readonly kv: Map<string, unknown>;
  /** What was kept in the reader's drive, by path: the type of each picture. */
  readonly drive: Map<string, string>;
  /** Taken in order, one per paid POST; then `ok`. */
  readonly fates: Fate[];
  signIn: SignIn;
  /**
   * This many usage reports come back empty, as if nothing had ever been used (measured: reads go
   * backwards).
   */
  blankReadings: number;
  /**
   * The account's cost factor: a line costs so many times what is listed, in whole microcents
   * (measured with a hook, September 2026).
   */
  factor: number;
  /**
   * With the list of September: what the suppliers send back; left out, what a sensible one makes.
   */
  made: Pick<Made, 'picture' | 'seconds' | 'usage'>;
  /** Usage reports show a charge only so many reports later. */
  lag: number;
  /** Set: amounts are display credits, so many to the dollar, and say `unit: 'credits'`. */
  creditMultiplier: number | undefined;
  /**
   * False: the line of the traffic, which tells what a credit is worth, is not written yet: on a
   * new account it takes some ten seconds (measured).
   */
  egressShown: boolean;
  /**
   * What the relay of Puter's network does: a server without one names none (measured), one that is
   * full closes before it greets. `waits`: it does not answer before a test says otherwise.
   */
  relay: 'open' | 'unnamed' | 'closes' | 'waits';
  /**
   * True: orders are at the supplier and neither charged nor answered until a test says otherwise.
   */
  held: boolean;
  /**
   * Microcents a month; registered accounts have 50,000,000, temporary ones 25,000,000 (measured).
   */
  allowance: number;
  /** Whether another page may read the pictures' bytes. */
  picturesReadable: boolean;
  /** How long a picture takes, milliseconds. */
  latency: number;
  /** Back to a fresh month at an obliging Puter. Sessions stay. */
  reset(): void;
  /** Makes every session so far unknown. */
  endSessions(): void;
  /** A token as after a sign-in, for tests that skip the window. */
  token(name?: string): string;
  close(): Promise<void>;
}

const obliging = {
  signIn: 'grants',
  blankReadings: 0,
  factor: 1,
  made: {},
  lag: 0,
  creditMultiplier: undefined,
  egressShown: true,
  held: false,
  relay: 'open',
  allowance: 50_000_000,
  picturesReadable: true,
  latency: 0,
  mostAtOnce: 0,
} as const;

const app = 'app-5a1e0000-0000-4000-8000-00000000beef';
function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A list of models and the rules that bill them. */
type List = 'august' | 'september';

/** An order that the server takes. */
interface Order {
  readonly lines: ReturnType<typeof bill>['lines'];
  /** How many reference pictures reach the supplier. */
  readonly reached: number;
  /** The picture comes along with the answer, not as an address. */
  readonly inline: boolean;
}

export async function startPuter({ list = 'august' }: { list?: List } = {}): Promise<PuterServer> {
  const sessions = new Map<string, string>();
  let made = 0;
  let underWay = 0;
  /** Orders of the month before a reset are not charged in this one. */
  let months = 0;
  const history: Map<string, MeterLine>[] = [];
  const sdk = await readFile(
    createRequire(import.meta.url).resolve('@heyputer/puter.js/dist/puter.cjs'),
  );

  const add = (key: string, units: number, cost: number): void => {
    const line = state.usage.get(key) ?? { units: 0, cost: 0, count: 0 };
    state.usage.set(key, {
      units: line.units + units,
      cost: line.cost + cost,
      count: line.count + 1,
    });
  };
  const total = (): number => [...state.usage.values()].reduce((sum, line) => sum + line.cost, 0);
  const shown = (microcents: number): number =>
    state.creditMultiplier ? (microcents * state.creditMultiplier) / 1e8 : microcents;
  const unit = (): { unit?: string } => (state.creditMultiplier ? { unit: 'credits' } : {});

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    const text = JSON.stringify(body);
    // Measured: response bytes are billed as egress, a line of its own.
    if (status === 200 && state.egressShown)
      add('egress:bytes', text.length, (text.length * 12_000_000) / 2 ** 30);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text);
  };

  const report = (): Record<string, unknown> => {
    history.push(new Map([...state.usage].map(([key, line]) => [key, { ...line }])));
    if (state.blankReadings > 0) {
      state.blankReadings -= 1;
      return { total: 0, ...unit() };
    }
    const seen =
      history[Math.max(0, history.length - 1 - state.lag)] ?? new Map<string, MeterLine>();
    return {
      total: shown(total()),
      ...unit(),
      ...Object.fromEntries(
        [...seen].map(([key, line]) => [
          key.replaceAll('.', '_dot_'),
          { ...line, cost: shown(line.cost) },
        ]),
      ),
    };
  };

  const charge = (lines: ReturnType<typeof bill>['lines']): void => {
    for (const [key, units, cost] of lines) add(key, units, cost);
    state.charges.push(lines.reduce((sum, [, , cost]) => sum + cost, 0));
  };

  const orderOfAugust = (args: Args, factor: number): Order | Refused => {
    const { model, lines: listed } = bill(args);
    const lines =
      factor === 1
        ? listed
        : listed.map(([key, units, cost]) => [key, units, Math.round(cost * factor)] as const);
    const cost = lines.reduce((sum, line) => sum + line[2], 0);
    const words = 'Insufficient credits for image generation';
    if (state.allowance - total() < cost)
      return { status: 402, body: { error: words, message: words, code: 'insufficient_funds' } };
    // Measured: Cloudflare's pictures come as data URIs, Replicate's and Together's as addresses.
    return { lines, reached: reached(args), inline: model.provider.startsWith('cloudflare') };
  };
  const orderOfSeptember = (args: Args, factor: number): Order | Refused => {
    // As the report says it: egress alone brings nobody below nothing.
    const remaining = Math.max(0, state.allowance - total());
    const billed = billOfSeptember(args, { ...state.made, factor, remaining });
    if (billed.status !== 200) return billed;
    return {
      lines: billed.usageRows.map(
        ({ usageType, usageAmount, cost }) => [usageType, usageAmount, cost] as const,
      ),
      reached: references(args).length,
      inline: billed.resultKind === 'data-uri',
    };
  };

  const cut = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"success":', () => {
      response.destroy();
    });
  };

  const generate = async (args: Args, response: ServerResponse): Promise<void> => {
    state.paid.push(args);
    const month = months;
    // Read in its source: the place is judged before anything is spent, and a website may write to
    // its own folder only.
    const place = args.puter_output_path;
    if (
      place !== undefined &&
      !(typeof place === 'string' && place.startsWith(`~/AppData/${app}/`) && !place.includes('..'))
    ) {
      return json(response, 403, {
        error: 'Write access denied for destination',
        message: 'Write access denied for destination',
        code: 'access_denied',
      });
    }
    const fate = state.fates.shift() ?? 'ok';
    const refusal = refusals[fate];
    if (refusal) return json(response, ...refusal);
    if (fate === 'html-502')
      return void response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<h1>Bad gateway</h1>');
    if (fate === 'lost-unbilled') return cut(response);
    const factor = fate === 'dearer' ? 1.5 : state.factor;
    const order =
      list === 'september' ? orderOfSeptember(args, factor) : orderOfAugust(args, factor);
    if ('status' in order) return json(response, order.status, order.body);
    if (state.latency > 0)
      await new Promise((done) => {
        setTimeout(done, state.latency);
      });
    while (state.held)
      await new Promise((next) => {
        setTimeout(next, 20);
      });
    if (month !== months) return;
    charge(order.lines);
    state.references.push(order.reached);
    if (fate === 'hangs-billed') return;
    if (fate === 'lost-billed') return cut(response);
    if (fate === 'dropped-billed') return void response.destroy();
    // What a supplier might bill and Puter pass on; not seen, but its meter would show it.
    if (fate === 'moderated-billed')
      return json(response, ...(refusals['moderated-openai'] ?? [400, {}]));
    if (fate === 'billed-without-picture') {
      return json(response, 400, {
        error: 'Together AI response did not include an image URL',
        message: 'Together AI response did not include an image URL',
        code: 'upstream_bad_request',
      });
    }
    if (typeof place === 'string') state.drive.set(place, 'image/png');
    const result = order.inline
      ? `data:image/png;base64,${png(64, 64).toString('base64')}`
      : `${state.api}/picture/${String((made += 1))}.png`;
    json(response, 200, { success: true, result, service: { name: 'ai-image' } });
  };

  const store = (method: string, args: Args): unknown => {
    const key = String(args.key);
    if (method === 'set') return state.kv.set(key, args.value) && true;
    if (method === 'get') return state.kv.get(key) ?? null;
    if (method === 'del') return state.kv.delete(key);
    if (method === 'batchPut') {
      for (const item of args.items as { key: string; value: unknown }[])
        state.kv.set(item.key, item.value);
      return true;
    }
    const wanted = [...state.kv]
      .filter(([name]) => name.startsWith(typeof args.pattern === 'string' ? args.pattern : ''))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      items: wanted.map(([name, value]) => (args.as === 'keys' ? name : { key: name, value })),
    };
  };

  const window_ = (url: URL): string => {
    const message = {
      msg: 'puter.token',
      msg_id: url.searchParams.get('msg_id'),
      ...(state.signIn === 'grants'
        ? {
            success: true,
            token: state.token(
              url.searchParams.has('request_auth')
                ? 'Robin'
                : url.searchParams.has('attempt_temp_user_creation')
                  ? 'temp_7'
                  : 'Kim',
            ),
            app_uid: app,
            username: 'Kim',
          }
        : { success: false, token: null }),
    };
    if (url.searchParams.has('request_auth')) Object.assign(message, { username: 'Robin' });
    const script =
      state.signIn === 'stays-open'
        ? ''
        : `opener.postMessage(${JSON.stringify(message)},'*');close()`;
    return `<!doctype html><title>Puter</title><script>${script}</script>`;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', state.api);
    // Measured: the caller's origin is reflected and credentials are allowed; these headers pass
    // the preflight, none is exposed.
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader(
      'access-control-allow-headers',
      'Origin, X-Requested-With, Content-Type, Accept, Authorization, Cache-Control, Pragma',
    );
    response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS, PUT, PATCH, DELETE');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    state.log.push(`${request.method ?? ''} ${url.pathname}`);
    if (url.pathname === '/v2/')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(sdk);
    if (url.pathname === '/action/sign-in')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(window_(url));
    if (url.pathname.startsWith('/picture/')) {
      if (!state.picturesReadable)
        for (const name of ['origin', 'credentials'])
          response.removeHeader(`access-control-allow-${name}`);
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(png(64, 64));
    }
    if (url.pathname === '/puterai/image/models/details') {
      return void response
        .writeHead(200, { 'content-type': 'application/json', etag: '"one"' })
        .end(JSON.stringify(list === 'september' ? september : { models }));
    }
    const body = request.method === 'POST' ? await read(request) : {};
    const token =
      typeof body.auth_token === 'string'
        ? body.auth_token
        : (/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    const name = sessions.get(token);
    if (name === undefined)
      return json(response, 401, {
        error: 'Authentication failed.',
        message: 'Authentication failed.',
        code: 'token_auth_failed',
      });
    if (url.pathname === '/whoami')
      return json(response, 200, {
        username: name,
        uuid: 'u',
        is_temp: name.startsWith('temp'),
        app_name: app,
      });
    if (url.pathname === '/rao') return json(response, 200, {});
    while (url.pathname === '/wisp/relay-token/create' && state.relay === 'waits')
      await new Promise((next) => {
        setTimeout(next, 20);
      });
    if (url.pathname === '/wisp/relay-token/create')
      return json(response, 200, {
        token: 't',
        server: state.relay === 'unnamed' ? null : `${state.api.replace('http', 'ws')}/wisp`,
      });
    if (url.pathname === `/metering/usage/${app}`) return json(response, 200, report());
    if (url.pathname === '/metering/usage') {
      // Measured: account-wide, whatever the documentation says.
      const remaining = Math.max(0, state.allowance - total());
      return json(response, 200, {
        usage: {
          total: shown(total()),
          ...Object.fromEntries(
            [...state.usage].map(([key, line]) => [
              key.replaceAll('.', '_dot_'),
              { ...line, cost: shown(line.cost) },
            ]),
          ),
        },
        appTotals: { others: { total: null, count: 0 } },
        allowanceInfo: {
          remaining: shown(remaining),
          monthUsageAllowance: shown(state.allowance),
          addons: {},
          ...unit(),
        },
      });
    }
    if (url.pathname !== '/drivers/call') return void response.writeHead(404).end();
    const args = (body.args ?? {}) as Args;
    if (body.interface === 'puter-kvstore')
      return json(response, 200, { success: true, result: store(String(body.method), args) });
    underWay += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, underWay);
    await generate(args, response).finally(() => {
      underWay -= 1;
    });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : 'failed';
      json(response, error instanceof BadRequest ? 400 : 500, {
        error: message,
        message,
        code: error instanceof BadRequest ? 'bad_request' : 'internal_error',
      });
    });
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    if (request.url?.startsWith('/wisp') === true && state.relay !== 'closes')
      serveWisp(request, socket);
    else socket.destroy();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;

  const state: PuterServer = {
    api: `http://127.0.0.1:${String(port)}`,
    gui: `http://localhost:${String(port)}`,
    log: [],
    paid: [],
    charges: [],
    references: [],
    usage: new Map(),
    kv: new Map(),
    drive: new Map(),
    fates: [],
    ...obliging,
    reset: () => {
      months += 1;
      for (const list of [
        state.log,
        state.paid,
        state.charges,
        state.references,
        state.fates,
        history,
      ])
        list.length = 0;
      for (const map of [state.usage, state.kv, state.drive]) map.clear();
      Object.assign(state, obliging);
    },
    endSessions: () => sessions.clear(),
    token: (name = 'Kim') => {
      const token = `${part({ alg: 'HS256' })}.${part({ app_uid: app, n: (made += 1) })}.test`;
      sessions.set(token, name);
      return token;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        sockets.forEach((socket) => socket.destroy());
      }),
  };
  return state;
}
