import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { selfSigned } from './self-signed.js';

/**
 * What the network or a broken server does to one request. Those with `after` have done the work,
 * and billed it, before.
 */
type Fault =
  /** The connection dies with the request read and no answer given: closed politely, or reset. */
  | 'close'
  | 'reset'
  /**
   * The head of an answer and then nothing: half a status line, or half a body of JSON and the
   * connection gone.
   */
  | 'half-head'
  | 'half-body'
  /** Never answers; answers a head and never a body. */
  | 'hang'
  | 'hang-body'
  /** HTTP/2: RST_STREAM with INTERNAL_ERROR or REFUSED_STREAM, GOAWAY that disowns the stream. */
  | 'rst-internal'
  | 'rst-refused'
  | 'goaway';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Buffer;
  readonly fault?: Fault;
  /** Milliseconds of work before anything of this happens. */
  readonly work?: number;
}

/** A request as it arrived. `body` is empty when the connection died first. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FaultServer {
  readonly origin: string;
  /** Everything that came in, preflights too, in order. */
  readonly log: Seen[];
  /** Requests that cost money: POSTs with a body that arrived whole. */
  readonly paid: Seen[];
  /** Says what becomes of a request; `nth` counts requests of this method and path from 0. */
  answer: (seen: Seen, nth: number) => Answer;
  /** Whether other origins may read the answers. */
  cors: boolean;
  close(): Promise<void>;
}

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

function wait(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms).unref();
  });
}

async function bodyOf(request: Request): Promise<string> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  } catch {
    return '';
  }
}

/** Each fault as it looks on the wire. `socket` is the bare connection, also under HTTP/2. */
function inflict(
  fault: Fault,
  response: Response,
  socket: Socket | undefined,
  head: () => void,
): void {
  const stream = 'stream' in response ? response.stream : undefined;
  switch (fault) {
    case 'rst-internal':
      return stream?.close(2);
    case 'rst-refused':
      return stream?.close(7);
    case 'goaway':
      stream?.session?.goaway(0, 0);
      return void wait(20).then(() => socket?.destroy());
    case 'reset':
      return void socket?.resetAndDestroy();
    case 'half-head':
      return void (stream ? socket?.destroy() : socket?.end('HTTP/1.1 200 O'));
    case 'half-body':
      head();
      (response as ServerResponse).write('{"id":"half');
      return void wait(30).then(() => socket?.destroy());
    case 'hang-body':
      head();
      return void (response as ServerResponse).write('{');
    case 'hang':
      return;
    case 'close':
      socket?.destroy();
  }
}

/**
 * A server on loopback that counts, bills and breaks what it is told to. `secure` speaks HTTP/2
 * over a certificate nobody trusts.
 */
export async function startFaultServer({ secure = false } = {}): Promise<FaultServer> {
  const counts = new Map<string, number>();
  const sockets = new Map<number | undefined, Socket>();
  const handle = async (request: Request, response: Response): Promise<void> => {
    const port = request.socket.remotePort;
    const body = await bodyOf(request);
    const { method = '', headers } = request;
    const path = request.url ?? '';
    const seen: Seen = { method, path, headers, body };
    state.log.push(seen);
    const cors: Record<string, string> = state.cors
      ? {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': '*',
          'access-control-allow-headers': '*, authorization, x-key',
          'access-control-allow-methods': '*',
        }
      : {};
    if (method === 'OPTIONS') return void response.writeHead(204, cors).end();
    if (method === 'POST' && body !== '') state.paid.push(seen);
    const count = counts.get(`${method} ${path}`) ?? 0;
    counts.set(`${method} ${path}`, count + 1);
    const {
      status = 200,
      headers: more = {},
      json,
      body: raw,
      fault,
      work = 0,
    } = state.answer(seen, count);
    if (work > 0) await wait(work);
    const head = (): void =>
      void (response as ServerResponse).writeHead(status, {
        ...(raw === undefined ? { 'content-type': 'application/json' } : {}),
        ...cors,
        ...more,
      });
    if (fault) return inflict(fault, response, sockets.get(port), head);
    head();
    response.end(raw ?? (json === undefined ? '' : JSON.stringify(json)));
  };
  const listener = (request: Request, response: Response): void =>
    void handle(request, response).catch(() => undefined);
  const server = secure
    ? createSecureServer({ ...selfSigned(), allowHTTP1: false }, listener)
    : createServer({ keepAlive: true }, listener);
  server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort)).on('error', () => undefined);
  });
  server.on('sessionError', () => undefined);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const port = String((server.address() as AddressInfo).port);
  const state: FaultServer = {
    origin: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    log: [],
    paid: [],
    cors: true,
    answer: () => ({ status: 404, json: {} }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
  return state;
}
