import { expect } from 'chai';
import type { Adapter, Call, ListedCharge, Reply } from '../../src/providers/adapter.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { deadlines, type Ports } from '../../src/providers/image-provider.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { scriptedFetch, type Network, type ScriptedReply } from '../contract/scripted-fetch.js';

const base = 'https://pictures.example';
const picture = { base64: onePixel };
let count = 0;

/** A provider of nobody's, with every list that one may have; `more` takes some away. */
function provider(more: Partial<Adapter> = {}): Adapter {
  const read = (path: string): Call => ({ method: 'GET', url: `${base}${path}` });
  return {
    id: `lists-${String((count += 1))}`,
    name: 'Pictures Inc.',
    base,
    keyHosts: ['pictures.example'],
    browsers: 'yes',
    answers: 'picture',
    keyOptional: true,
    auth: (key) => ({ authorization: `Bearer ${key}` }),
    submit: () => ({ method: 'POST', url: `${base}/pictures`, json: {} }),
    readSubmit: ({ body }) => body as Outcome,
    balance: () => read('/balance'),
    readBalance: ({ body }) => body as { usd: string },
    charges: () => read('/charges'),
    readCharges: ({ body }) => body as readonly ListedCharge[],
    prices: (models) => read(`/prices?models=${models.join()}&currency=USD`),
    readPrices: () => [{ model: 'flux-2-pro', when: 'text', amount: '0.03', unit: 'images' }],
    ...more,
  };
}

function without(...names: readonly (keyof Adapter)[]): Adapter {
  return Object.fromEntries(
    Object.entries(provider()).filter(([name]) => !names.includes(name as keyof Adapter)),
  ) as unknown as Adapter;
}

function order(): PictureOrder {
  return {
    model: 'flux-2-pro',
    prompt: `boat ${String((count += 1))}`,
    width: 8,
    height: 8,
    references: [],
  };
}

/** What came of `work`, and the calls it made, as `METHOD /path`. */
async function over<T>(
  network: Network,
  work: (ports: Ports) => Promise<T>,
  more: Partial<Ports> = {},
): Promise<{ result: T; asked: string[] }> {
  const { sent, restore } = scriptedFetch(network);
  try {
    const result = await work(watchedPorts(more).ports);
    return { result, asked: sent.map(({ method, url }) => `${method} ${url.replace(base, '')}`) };
  } finally {
    restore();
  }
}

/** The list of charges grows by `charged` with each paid call, which is answered with `outcome`. */
function till(outcome: Outcome, ...charged: readonly string[]): Network {
  const list: ListedCharge[] = [];
  return ({ method }) => {
    if (method === 'GET') return { status: 200, json: [...list] };
    for (const usd of charged) list.push({ id: `charge ${String((count += 1))}`, usd });
    return { status: 200, json: outcome };
  };
}

/** Buys a picture; what is read later is read when this resolves. */
function bought(
  adapter: Adapter,
  network: Network,
  more: Partial<Ports> = {},
  asked = order(),
): Promise<{ result: Outcome; asked: string[] }> {
  return over(
    network,
    async (ports) => {
      const outcome = await httpProvider(adapter).run(asked, ports);
      if (outcome.kind === 'done') await outcome.later;
      return outcome;
    },
    more,
  );
}

const done: Outcome = { kind: 'done', images: [picture] };
const lost: Outcome = { kind: 'refused', code: 'provider-failed', charge: 'possible' };

describe('what a provider lists about itself', () => {
  it('is its prices, with the address they stand at', async () => {
    const ask = (
      adapter: Adapter,
      network: Network,
    ): Promise<{ result: unknown; asked: string[] }> =>
      over(network, async (ports) =>
        httpProvider(adapter).prices?.(['flux-2-pro', 'flux-2-max'], ports),
      );
    const ok: ScriptedReply = { status: 200, json: {} };
    const { result, asked } = await ask(provider(), () => ok);
    expect(asked).to.deep.equal(['GET /prices?models=flux-2-pro,flux-2-max&currency=USD']);
    expect(result).to.deep.equal({
      name: 'Pictures Inc.’s live price list',
      url: `${base}/prices`,
      prices: [{ model: 'flux-2-pro', when: 'text', amount: '0.03', unit: 'images' }],
    });
    expect((await ask(provider(), () => ({ ...ok, status: 299 }))).result).to.include({
      url: `${base}/prices`,
    });
    for (const reply of [{ ...ok, status: 300 }, { ...ok, status: 500 }, 'breaks'] as const)
      expect((await ask(provider(), () => reply)).result).to.equal(undefined);
    for (const adapter of [without('prices'), without('readPrices')])
      expect(await ask(adapter, () => ok)).to.deep.equal({ result: undefined, asked: [] });
  });

  it('is what is left, where the reply is one', async () => {
    const ask = (
      adapter: Adapter,
      network: Network,
    ): Promise<{ result: unknown; asked: string[] }> =>
      over(network, async (ports) => httpProvider(adapter).balance?.(ports));
    const json = { usd: '3.00' };
    expect(await ask(provider(), () => ({ status: 200, json }))).to.deep.equal({
      result: json,
      asked: ['GET /balance'],
    });
    for (const reply of [{ status: 300, json }, 'breaks'] as const)
      expect((await ask(provider(), () => reply)).result).to.equal(undefined);
    for (const adapter of [without('balance'), without('readBalance')])
      expect(await ask(adapter, () => ({ status: 200, json }))).to.deep.equal({
        result: undefined,
        asked: [],
      });
  });
});

describe('a provider’s list of charges', () => {
  it('is read before the paid call, and says afterwards what a picture cost', async () => {
    const { result, asked } = await bought(provider(), till(done, '0.04'));
    expect(asked.slice(0, 2)).to.deep.equal(['GET /charges', 'POST /pictures']);
    if (result.kind !== 'done') throw new Error(result.kind);
    expect(await result.later).to.deep.equal({ unit: 'usd', amount: '0.04' });
  });

  it('is not read again where the reply said what it cost, or brought no picture', async () => {
    const usage = { unit: 'usd', amount: '0.05' } as const;
    for (const outcome of [
      { ...done, usage },
      { ...done, images: [] },
    ] as const) {
      const { result, asked } = await bought(provider(), till(outcome, '0.04'));
      expect(result).not.to.have.property('later');
      expect(asked).to.deep.equal(['GET /charges', 'POST /pictures']);
    }
  });

  it('ends a doubt with what was charged, and leaves the doubt where nothing new stands in it', async () => {
    const { result } = await bought(provider(), till(lost, '0.04'));
    expect(result).to.deep.include({
      kind: 'refused',
      charge: 'charged',
      usage: { unit: 'usd', amount: '0.04' },
    });
    expect((await bought(provider(), till(lost))).result).to.include({ charge: 'possible' });
    expect((await bought(provider(), till(lost, '0.04', '0.05'))).result).to.include({
      charge: 'possible',
    });
  });

  it('is not asked about a refusal that is known to have cost nothing', async () => {
    const refused: Outcome = { kind: 'refused', code: 'content-refused', charge: 'none' };
    const { result, asked } = await bought(provider(), till(refused, '0.04'));
    expect(result).to.include({ charge: 'none' });
    expect(asked).to.deep.equal(['GET /charges', 'POST /pictures']);
  });

  it('is left alone without a key, by a provider that has none, and by an order that can’t be put', async () => {
    const { asked, result } = await bought(provider(), till(done, '0.04'), { key: '' });
    expect(asked).to.deep.equal(['POST /pictures']);
    expect(result).to.have.property('kind', 'done');
    for (const adapter of [without('charges'), without('readCharges')])
      expect((await bought(adapter, till(done, '0.04'))).asked).to.deep.equal(['POST /pictures']);
    const cannot = provider({
      submit: () => {
        throw new Error('too many reference images');
      },
    });
    const odd = await bought(cannot, till(done));
    expect(odd.asked).to.deep.equal([]);
    expect(odd.result).to.have.property('kind', 'refused');
  });

  it('changes nothing where it can’t be read', async () => {
    for (const list of [{ status: 201, json: [] }, { status: 500 }, 'breaks'] as const) {
      const { result, asked } = await bought(provider(), ({ method }) =>
        method === 'GET' ? list : { status: 200, json: done },
      );
      expect(result).to.have.property('kind', 'done');
      expect(result).not.to.have.property('later');
      expect(asked.filter((call) => call === 'POST /pictures')).to.have.length(1);
    }
  });

  it('does not say “not charged” of the same picture again where nobody promises that', async () => {
    const again = order();
    for (const [isBilledOnce, usage] of [
      [undefined, undefined],
      [() => false, undefined],
      [
        () => true,
        { unit: 'usd', amount: '0', note: 'the same picture again, not charged', again: true },
      ],
    ] as const) {
      const adapter = provider(isBilledOnce && { isBilledOnce });
      await bought(adapter, till(done), {}, again);
      const { result } = await bought(adapter, till(done), {}, again);
      expect(result.kind === 'done' && (await result.later)).to.deep.equal(usage);
    }
  });

  it('is waited for as long as for an order, and never longer than twenty seconds', async () => {
    for (const [submit, ms] of [
      [30_000, 20_000],
      [5000, 5000],
    ] as const) {
      const rests: number[] = [];
      const { clock } = watchedPorts().ports;
      await bought(provider(), till({ ...done, images: [] }), {
        deadlines: { ...deadlines, submit },
        clock: {
          ...clock,
          sleep: (time, signal) => {
            rests.push(time);
            // A deadline that never comes.
            return time === 5000 || time >= 20_000
              ? new Promise((_, stop) => {
                  signal?.addEventListener('abort', () => {
                    stop(signal.reason as Error);
                  });
                })
              : clock.sleep(time, signal);
          },
        },
      });
      expect(rests[0]).to.equal(ms);
    }
  });

  it('reads replies as data: what it was given is what it asks of', async () => {
    const given: [Reply, PictureOrder][] = [];
    const asked = order();
    await over(till({ ...done, images: [] }), (ports) =>
      httpProvider(
        provider({
          readCharges: (reply, of) => {
            given.push([reply, of]);
            return [];
          },
        }),
      ).run(asked, ports),
    );
    expect(given.map(([{ status }, of]) => [status, of.prompt])).to.deep.equal([
      [200, asked.prompt],
    ]);
  });
});
