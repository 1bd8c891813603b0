import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { scriptedFetch, type ScriptedReply } from '../contract/scripted-fetch.js';
import { pixel } from './pixel.js';
import { puterInMemory } from './puter-in-memory.js';
import { readerActs } from './reader-acts.js';
import { septemberRows } from './puter-lists.js';
import { widget, type WidgetDriver } from './widget.js';

/** The answer to an order that Puter made a picture for. */
export const made: ScriptedReply = {
  status: 200,
  json: { success: true, result: `data:image/png;base64,${pixel}` },
};

export interface PuterPage {
  readonly world: ReturnType<typeof puterInMemory>;
  /** What `/metering/usage` says of the account: `remaining` in microcents. */
  allowance: Record<string, unknown>;
  /** Arguments of each paid order, in order. */
  readonly orders: readonly Readonly<Record<string, unknown>>[];
  widget(
    attributes?: Record<string, string>,
    properties?: Partial<UserPaysImage>,
  ): Promise<WidgetDriver>;
  close(): void;
}

/**
 * A page on which a reader, whose acts are simulated, is signed in at Puter: its SDK object and
 * everything behind `fetch` are in memory. Its list is September's, with `rows` beside it.
 */
export function puterPage(rows: readonly object[] = []): PuterPage {
  const world = puterInMemory();
  const stopActing = readerActs();
  const shown: WidgetDriver[] = [];
  const page = globalThis as { puter?: unknown };
  page.puter = {
    ...world.session,
    whoami: world.whoami,
    auth: {
      signIn: () => Promise.resolve(world.whoami),
      signOut: () => undefined,
      isSignedIn: () => true,
    },
  };
  const { sent, restore } = scriptedFetch((call, nth) => {
    const { pathname } = new URL(call.url);
    if (pathname.endsWith('/models/details'))
      return { status: 200, json: { models: [...septemberRows, ...rows] } };
    if (pathname === '/metering/usage')
      return { status: 200, json: { usage: { total: 1 }, allowanceInfo: self.allowance } };
    return world.network(call, nth);
  });
  const self: PuterPage = {
    world,
    allowance: { remaining: 50_000_000, monthUsageAllowance: 50_000_000, addons: {} },
    get orders() {
      return sent
        .filter(({ method }) => method === 'POST')
        .map(({ body }) => (JSON.parse(body) as { args: Record<string, unknown> }).args);
    },
    widget: async (attributes = {}, properties = {}) => {
      const one = await widget(
        { provider: 'puter', size: '1024x1024', ...attributes },
        { prompt: 'a fox', ...properties },
      );
      shown.push(one);
      return one;
    },
    close: () => {
      for (const each of shown.splice(0)) each.remove();
      stopActing();
      restore();
      delete page.puter;
    },
  };
  return self;
}
