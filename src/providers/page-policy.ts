interface Watch {
  readonly url: string;
  /** Requests to this URL that were in flight at the same time, including this order's own. */
  together: number;
  /** How many requests to this URL each of the page's policies has blocked. */
  readonly stops: Map<string, number>;
}

export interface PolicyWatch {
  /** Call it before the same order is sent once more: then one more must have been blocked. */
  again(): void;
  stopped(): Promise<boolean>;
  end(): void;
}

const watches = new Set<Watch>();

/**
 * Tells whether the page's Content Security Policy blocked a request. Call it before `fetch`, and
 * `stopped` after `fetch` has failed.
 *
 * A block is certain to mean that nothing was sent: an enforced `connect-src` is checked before
 * sending, and again only for redirects, which a request with `redirect: 'error'` never follows.
 * The event names only the URL, so as many requests must have been blocked as were in flight. In
 * all three browser engines the event arrives within one task of the failure; a later one is not
 * counted, and the charge stays uncertain.
 */
export function watchPolicy(url: string): PolicyWatch {
  const { document }: { document?: Document } = globalThis;
  const address = new URL(url);
  address.hash = '';
  const mine: Watch = { url: address.href, together: 1, stops: new Map() };
  for (const other of watches) {
    if (other.url !== mine.url) continue;
    other.together += 1;
    mine.together += 1;
  }
  watches.add(mine);
  // Adding the same listener twice has no effect.
  document?.addEventListener('securitypolicyviolation', note);
  return {
    again: () => {
      for (const other of watches) if (other.url === mine.url) other.together += 1;
    },
    stopped: async () => {
      await aTask();
      await aTask();
      return Math.max(0, ...mine.stops.values()) >= mine.together;
    },
    end: () => {
      watches.delete(mine);
      if (watches.size === 0) document?.removeEventListener('securitypolicyviolation', note);
    },
  };
}

function note({
  isTrusted,
  disposition,
  effectiveDirective,
  blockedURI,
  originalPolicy,
}: SecurityPolicyViolationEvent): void {
  if (!isTrusted || disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
  for (const { url, stops } of watches)
    if (url === blockedURI) stops.set(originalPolicy, (stops.get(originalPolicy) ?? 0) + 1);
}

function aTask(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
