import type { Adapter, Call } from '../../src/providers/adapter.js';

/**
 * The same adapter with all its addresses on a server of ours: `https://api.bfl.ai/v1/x` becomes
 * `<origin>/api.bfl.ai/v1/x`. Only for tests.
 */
export function rebased(adapter: Adapter, origin: string): Adapter {
  const moved = (call: Call): Call => {
    const { host, pathname, search } = new URL(call.url);
    return { ...call, url: `${origin}/${host}${pathname}${search}` };
  };
  const { submit, poll, cancel, balance } = adapter;
  return {
    ...adapter,
    keyHosts: [new URL(origin).host],
    submit: (order) => moved(submit(order)),
    ...(poll ? { poll: (job) => moved(poll(job)) } : {}),
    ...(cancel ? { cancel: (job) => moved(cancel(job)) } : {}),
    ...(balance ? { balance: () => moved(balance()) } : {}),
  };
}
