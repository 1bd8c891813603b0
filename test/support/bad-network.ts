import type { Charge, ErrorCode } from '../../src/base/error.js';
import type { Answer } from './fault-server.js';

/**
 * What goes wrong at one step of a purchase, and what has to be true afterwards. `billed`: the
 * provider made the picture and charges for it.
 */
export interface Cell extends Answer {
  readonly title: string;
  readonly billed: boolean;
  readonly charge: Charge;
  readonly code: ErrorCode;
}

const json = { detail: 'no' };
const refusedCodes: readonly (readonly [number, ErrorCode])[] = [
  [400, 'invalid-input'],
  [401, 'session-refused'],
  [402, 'insufficient-funds'],
  [403, 'session-refused'],
  [404, 'invalid-input'],
  [405, 'invalid-input'],
  [409, 'provider-busy'],
  [410, 'invalid-input'],
  [413, 'invalid-input'],
  [422, 'invalid-input'],
  [425, 'provider-busy'],
  [429, 'rate-limited'],
];

/** Answers that say the request was turned down before any work. */
const turnedDown: readonly Cell[] = refusedCodes.flatMap(([status, code]) => [
  { title: String(status), status, json, code, billed: false, charge: 'none' as const },
  ...(status === 429
    ? [
        {
          title: '429 with Retry-After',
          status,
          json,
          headers: { 'retry-after': '1' },
          code,
          billed: false,
          charge: 'none' as const,
        },
      ]
    : []),
]);

const brokenDown: readonly Cell[] = [500, 502, 503, 504].flatMap((status) =>
  [true, false].map((billed): Cell => ({
    title: `${String(status)}${billed ? ' after the work was done' : ''}`,
    status,
    json,
    code: status === 503 ? 'provider-busy' : 'provider-failed',
    billed,
    charge: 'possible',
  })),
);

const lost: readonly Cell[] = [
  ...(['close', 'reset', 'half-head', 'half-body'] as const).map((fault): Cell => ({
    title: fault,
    fault,
    code: 'unreadable-reply',
    billed: true,
    charge: 'possible',
  })),
  ...(['hang', 'hang-body'] as const).map((fault): Cell => ({
    title: fault,
    fault,
    code: 'timed-out',
    billed: true,
    charge: 'possible',
  })),
  ...(
    [
      ['408', { status: 408, json }],
      ['204', { status: 204 }],
      ['an empty 200', { body: '' }],
      [
        'a page instead of JSON',
        { headers: { 'content-type': 'text/html' }, body: '<!doctype html>' },
      ],
      [
        'a cut-off JSON',
        { headers: { 'content-type': 'application/json' }, body: '{"id":"7a1","data":[{"b64' },
      ],
      ['JSON without what it should have', { json: { hello: 'world' } }],
      ['a list instead of an object', { json: [] }],
      ['null', { json: null }],
      ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:9/stolen' } }],
    ] as const
  ).map(([title, answer]): Cell => ({
    title,
    ...answer,
    code: title === '408' ? 'provider-failed' : 'unreadable-reply',
    billed: true,
    charge: 'possible',
  })),
];

export const onSubmit: readonly Cell[] = [...turnedDown, ...brokenDown, ...lost];

/** Trouble while polling that passes: the job goes on, and so does the purchase. */
export const onPoll: readonly (Answer & { readonly title: string })[] = [
  ...[408, 409, 425, 429, 500, 502, 503, 504].map((status) => ({
    title: String(status),
    status,
    json,
  })),
  ...(['close', 'reset', 'half-head', 'half-body', 'hang', 'hang-body'] as const).map((fault) => ({
    title: fault,
    fault,
  })),
  { title: '204', status: 204 },
  { title: 'a page instead of JSON', body: '<!doctype html>' },
  { title: 'a cut-off JSON', body: '{"status":"Rea' },
  { title: 'a redirect', status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' } },
];

/**
 * Trouble while polling that does not: what the reader is told. The job was accepted, so it is
 * never “not charged”.
 */
export const pollEnds: readonly (Answer & { readonly title: string; readonly code: ErrorCode })[] =
  [
    { title: '401', status: 401, json, code: 'session-refused' },
    { title: '403', status: 403, json, code: 'session-refused' },
    { title: '404', status: 404, json, code: 'image-lost' },
    { title: '410', status: 410, json, code: 'image-lost' },
  ];

/**
 * A 20,000 × 20,000 PNG is 48 kB on the wire and 1.6 GB in memory: its header is all of it that is
 * needed here.
 */
const bomb = Buffer.from('89504e470d0a1a0a0000000d4948445200004e2000004e200802000000', 'hex');

/**
 * Trouble with the picture itself. It is paid for: the money stays settled whatever happens.
 * `shown`: by its address, because the browser can't tell. `kept`: it is a picture after all.
 */
export const onImage: readonly (Answer & {
  readonly title: string;
  readonly end: 'image-lost' | 'timed-out' | 'shown' | 'kept';
})[] = [
  ...[403, 404, 410, 500, 503].map((status) => ({
    title: String(status),
    status,
    body: 'expired',
    end: 'image-lost' as const,
  })),
  {
    title: 'a page instead of a picture',
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html>',
    end: 'image-lost',
  },
  {
    // An `<img>` runs none of its scripts.
    title: 'SVG',
    headers: { 'content-type': 'image/svg+xml' },
    body: '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    end: 'kept',
  },
  { title: 'nothing', body: '', end: 'image-lost' },
  {
    title: 'an image bomb',
    headers: { 'content-type': 'image/png' },
    body: bomb,
    end: 'image-lost',
  },
  { title: 'a server that never answers', fault: 'hang', end: 'timed-out' },
  { title: 'a server that stops in the middle', fault: 'hang-body', end: 'timed-out' },
  { title: 'a connection that dies', fault: 'reset', end: 'shown' },
];
