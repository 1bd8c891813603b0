interface Watch {
  readonly url: string;
  /** Requests to this address that were under way while this one was, itself included. */
  together: number;
  /** How often each of the page's policies stopped one to this address. */
  readonly stops: Map<string, number>;
}

const watches = new Set<Watch>();

/**
 * Watches whether the page's own policy (CSP) stops a request. Begin before `fetch`; ask once it
 * has failed.
 *
 * Stopped is certain: an enforced `connect-src` is looked at before anything is sent, and again
 * only for redirects, which a request with
 * `redirect: 'error'` never follows. The event tells the address alone, so as many must have been
 * stopped as were under way. In all three
 * engines it comes within one task of the failure; one that comes later leaves the doubt.
 */
export function watchPolicy(url: string): { stopped(): Promise<boolean>; end(): void } {
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
  // The same listener twice is one.
  document?.addEventListener('securitypolicyviolation', note);
  return {
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
