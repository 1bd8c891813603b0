import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchEngines, type Engine } from '../support/engines.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';
import { startPage } from '../support/provider-page.js';

describe('an order that whole browsers never sent', () => {
  let engines: Engine[] = [];
  let server: FaultServer;
  before(async () => {
    engines = await launchEngines();
    assert.ok(engines.length > 0, 'no browser on this machine');
  });
  after(() => Promise.all(engines.map((engine) => engine.close())));

  const on = async (
    headers: Record<string, string>,
    work: (engine: Engine, url: string) => Promise<void>,
  ): Promise<void> => {
    const page = await startPage('provider-page.entry.ts', '', headers);
    try {
      for (const engine of engines) {
        server = await startFaultServer();
        await work(engine, page.url);
        await server.close();
      }
    } finally {
      await page.close();
    }
  };
  const policy = (allowed: string): Record<string, string> => ({
    'content-security-policy': `connect-src 'self' ${allowed}`,
  });
  const list = (engine: Engine, url: string, urls: readonly string[]): Promise<unknown> =>
    engine.ask(url, `ours.order(${JSON.stringify(urls)})`);

  it('because of the page’s policy was not charged: one, and two at once', () =>
    on(policy(''), async (engine, url) => {
      assert.deepEqual(
        await list(engine, url, [`${server.origin}/a`]),
        ['blocked-by-browser none'],
        engine.name,
      );
      assert.deepEqual(
        await list(engine, url, [`${server.origin}/a`, `${server.origin}/a`]),
        ['blocked-by-browser none', 'blocked-by-browser none'],
        engine.name,
      );
      assert.deepEqual(server.log, []);
    }));

  it('is not one that was sent and led to where the policy lets nobody go', async () => {
    server = await startFaultServer();
    const [first, other] = [server, await startFaultServer()];
    const page = await startPage('provider-page.entry.ts', '', policy(first.origin));
    first.answer = () => ({ status: 307, headers: { location: `${other.origin}/b` } });
    for (const engine of engines) {
      const paid = first.paid.length;
      const [told] = (await list(engine, page.url, [`${first.origin}/a`])) as string[];
      assert.equal(told, 'unreadable-reply possible', engine.name);
      assert.ok(first.paid.length > paid);
    }
    assert.deepEqual(other.log, []);
    await Promise.all([page.close(), first.close(), other.close()]);
  });

  it('is not one that only a reported policy would have stopped', () =>
    on({ 'content-security-policy-report-only': "connect-src 'self'" }, async (engine, url) => {
      server.answer = () => ({ fault: 'close' });
      assert.deepEqual(
        await list(engine, url, [`${server.origin}/a`]),
        ['unreadable-reply possible'],
        engine.name,
      );
      assert.ok(server.paid.length > 0);
    }));

  it('because its server lets no page in stays in doubt: no engine tells that from an answer that was lost', () =>
    on({}, async (engine, url) => {
      server.cors = false;
      const told = await engine.ask(url, `ours.own(${JSON.stringify(server.origin)})`);
      assert.deepEqual(
        told,
        { kind: 'refused', code: 'blocked-by-browser', charge: 'possible', repeated: true },
        engine.name,
      );
      assert.deepEqual(server.paid, []);
    }));
});
