import { expect } from 'chai';
import { randomId } from '../../src/base/id.js';
import { fetchPuterCatalogue } from '../../src/providers/puter-catalogue.js';
import { puter } from '../../src/providers/puter.js';
import { puterOrigin } from '../../src/providers/puter-session.js';
import { watchedPorts } from '../contract/ports.js';
import { scriptedFetch, type ScriptedReply } from '../contract/scripted-fetch.js';
import { patientClock } from '../support/puter-in-memory.js';

type Answers = Readonly<Record<string, ScriptedReply>>;

const allowanceInfo = { remaining: 25_000_000, unit: 'microcents' };
const usage: ScriptedReply = { status: 200, json: { total: 1, allowanceInfo } };
const whoami: ScriptedReply = { status: 200, json: { username: 'reader' } };

function session(more: object = {}): object {
  return {
    authToken: `token-${randomId()}`,
    APIOrigin: `https://${randomId()}.puter.example`,
    ...more,
  };
}

/** What the reader can spend, and what was asked to know it. */
async function balance(answers: Answers, providerSession: unknown = session()) {
  const { ports } = watchedPorts({ providerSession, clock: patientClock() });
  const { sent, restore } = scriptedFetch(
    ({ url }) => answers[new URL(url).pathname] ?? { status: 404, json: {} },
  );
  try {
    const known = await puter.balance?.(ports);
    return { known, asked: sent.map(({ url }) => new URL(url).pathname) };
  } finally {
    restore();
  }
}

describe('what a reader can still spend at Puter', () => {
  it('is read from the account, with the name that the SDK or the account has', async () => {
    expect(await balance({ '/metering/usage': usage, '/whoami': whoami })).to.deep.equal({
      known: { usd: '0.25', name: 'reader' },
      asked: ['/metering/usage', '/whoami'],
    });
    const known = session({ whoami: { username: 'known' } });
    expect(await balance({ '/metering/usage': usage, '/whoami': whoami }, known)).to.deep.equal({
      known: { usd: '0.25', name: 'known' },
      asked: ['/metering/usage'],
    });
    for (const odd of [{ whoami: {} }, { whoami: { username: 7 } }])
      expect(
        (await balance({ '/metering/usage': usage, '/whoami': whoami }, session(odd))).known,
      ).to.deep.equal({ usd: '0.25', name: 'reader' });
    expect((await balance({ '/metering/usage': usage })).known).to.deep.equal({ usd: '0.25' });
  });

  it('is unknown while signed out, and where the account does not say', async () => {
    const answers = { '/metering/usage': usage, '/whoami': whoami };
    for (const nobody of [undefined, {}, session({ authToken: null })])
      expect(await balance(answers, nobody ?? {})).to.deep.equal({ known: undefined, asked: [] });
    for (const reply of [
      { status: 503, json: { allowanceInfo } },
      { status: 201, json: { allowanceInfo } },
      { status: 200, json: {} },
    ])
      expect(
        await balance({ '/metering/usage': reply, '/whoami': whoami }),
        JSON.stringify(reply),
      ).to.deep.equal({ known: undefined, asked: ['/metering/usage'] });
  });

  it('is in dollars as soon as one report told what a credit is worth there', async () => {
    const one = session({ whoami: { username: 'reader' } });
    const credits = { remaining: 500, unit: 'credits' };
    const report = (usage?: object): Answers => ({
      '/metering/usage': {
        status: 200,
        json: { allowanceInfo: credits, ...(usage && { usage }) },
      },
    });
    const inCredits = { credits: '500', name: 'reader' };
    expect((await balance(report(), one)).known).to.deep.equal(inCredits);
    const traffic = { 'egress:bytes': { count: 1, cost: 120, units: 2 ** 30 } };
    const inDollars = { ...inCredits, usd: '0.5' };
    expect((await balance(report(traffic), one)).known).to.deep.equal(inDollars);
    expect((await balance(report(), one)).known, 'remembered').to.deep.equal(inDollars);
    const elsewhere = session({ whoami: { username: 'reader' } });
    expect((await balance(report(), elsewhere)).known, 'of that server').to.deep.equal(inCredits);
  });

  it('is asked of Puter itself, or of the server that the page names', () => {
    const page = globalThis as { PUTER_API_ORIGIN?: string };
    expect(puterOrigin()).to.equal('https://api.puter.com');
    page.PUTER_API_ORIGIN = 'https://puter.example';
    expect(puterOrigin()).to.equal('https://puter.example');
    delete page.PUTER_API_ORIGIN;
  });
});

describe('Puter’s price catalogue', () => {
  async function fetched(reply: ScriptedReply | 'hangs') {
    const { sent, restore } = scriptedFetch(() => reply);
    const { ports, timeIsUp } = watchedPorts();
    const clock = { ...ports.clock, sleep: () => ports.clock.sleep(20_000) };
    if (reply === 'hangs') setTimeout(timeIsUp);
    try {
      return { text: await fetchPuterCatalogue('https://puter.example', clock), sent };
    } catch (error) {
      return { error: error as { code: string; charge: string; facts: object }, sent };
    } finally {
      restore();
    }
  }

  it('is read with one plain request, and nothing that needs a preflight', async () => {
    const json = { models: [{ id: 'flux' }] };
    const { text, sent } = await fetched({ status: 200, json });
    expect(JSON.parse(text ?? '')).to.deep.equal(json);
    expect(sent).to.have.length(1);
    expect(sent[0]?.url).to.equal('https://puter.example/puterai/image/models/details');
    expect(sent[0]?.method).to.equal('GET');
    expect([...(sent[0]?.headers.keys() ?? [])]).to.deep.equal(['accept']);
  });

  it('is none when it is empty, refused or late', async () => {
    for (const [reply, code] of [
      [{ status: 200, json: { models: [] } }, 'provider-failed'],
      [{ status: 200, json: {} }, 'provider-failed'],
      [{ status: 500, json: { models: [{ id: 'flux' }] } }, 'provider-failed'],
      ['hangs', 'timed-out'],
    ] as const) {
      const { error } = await fetched(reply);
      expect(error, JSON.stringify(reply)).to.include({ code, charge: 'none' });
      if (reply !== 'hangs') expect(error?.facts).to.deep.include({ provider: 'puter' });
    }
  });
});
