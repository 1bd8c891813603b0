import { expect } from 'chai';
import { bank } from '../../src/providers/sandbox-bank.js';
import type { Fault } from '../../src/providers/sandbox-script.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { ended } from '../support/paying.js';
import { widget, type WidgetDriver } from '../support/widget.js';

/**
 * What each fault has to come to: how `generate()` ends, what the simulated account is charged for,
 * and what the tally makes of it.
 */
const expected: Readonly<
  Record<
    Fault,
    {
      readonly ends: string;
      readonly bill: 0 | 1;
      readonly settled: 0 | 1;
      readonly inDoubt: 0 | 1;
      readonly pictures: 0 | 1;
    }
  >
> = {
  ok: { ends: 'done', bill: 1, settled: 1, inDoubt: 0, pictures: 1 },
  slow: { ends: 'done', bill: 1, settled: 1, inDoubt: 0, pictures: 1 },
  refused: { ends: 'invalid-input none', bill: 0, settled: 0, inDoubt: 0, pictures: 0 },
  'rate-limited': { ends: 'rate-limited none', bill: 0, settled: 0, inDoubt: 0, pictures: 0 },
  'no-funds': { ends: 'insufficient-funds none', bill: 0, settled: 0, inDoubt: 0, pictures: 0 },
  busy: { ends: 'provider-busy possible', bill: 0, settled: 0, inDoubt: 1, pictures: 0 },
  'lost-reply': { ends: 'unreadable-reply possible', bill: 1, settled: 0, inDoubt: 1, pictures: 0 },
  moderated: { ends: 'content-refused charged', bill: 1, settled: 1, inDoubt: 0, pictures: 0 },
  'image-lost': { ends: 'image-lost charged', bill: 1, settled: 1, inDoubt: 0, pictures: 0 },
};

function mills(usd: string): number {
  return Math.round(Number(usd) * 1000);
}

describe('every fault the sandbox can play', function () {
  this.timeout(120_000);
  let shown: WidgetDriver;
  const state = () => {
    const {
      tally: {
        sandbox: { all },
      },
    } = shown.element;
    const { page: pageServices } = insideOf(shown.element).checkout;
    return {
      bill: mills(bank(pageServices.store).billed()),
      settled: mills(all.settled),
      inDoubt: mills(all.inDoubt),
      pictures: all.pictures,
    };
  };
  const change = async (work: () => Promise<unknown>) => {
    const before = state();
    const result = await ended(work());
    const after = state();
    const of = (name: keyof typeof before): number => after[name] - before[name];
    return {
      result,
      bill: of('bill'),
      settled: of('settled'),
      inDoubt: of('inDoubt'),
      pictures: of('pictures'),
    };
  };
  const told = (result: unknown): string =>
    result instanceof Error
      ? `${(result as unknown as { code: string }).code} ${(result as unknown as { charge: string }).charge}`
      : 'done';

  beforeEach(async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
  });
  afterEach(() => shown.remove());

  for (const [fault, { ends, bill, settled, inDoubt, pictures }] of Object.entries(expected)) {
    it(`${fault}: ${ends}, and the tally agrees with the bank`, async () => {
      shown.element.sandbox = { latency: 0, faults: [fault as Fault] };
      const price = mills(shown.element.quote?.total?.high ?? '');
      const { result, ...delta } = await change(() => shown.element.generate());
      expect(told(result)).to.equal(ends);
      expect(delta).to.deep.equal({
        bill: bill * price,
        settled: settled * price,
        inDoubt: inDoubt * price,
        pictures,
      });
    });

    it(`${fault}, stopped at moments of its own, is never outside what the tally says`, async () => {
      for (const after of [0, 2, 20, 60]) {
        shown.element.sandbox = { latency: 120, faults: [fault as Fault] };
        const { result, ...delta } = await change(async () => {
          const promise = shown.element.generate();
          await new Promise((done) => {
            setTimeout(done, after);
          });
          shown.element.cancel();
          return promise;
        });
        expect(delta.settled, `${told(result)}: settled ≤ bill`).to.be.at.most(delta.bill);
        expect(delta.bill, `${told(result)}: bill ≤ settled + in doubt`).to.be.at.most(
          delta.settled + delta.inDoubt,
        );
      }
    });
  }
});
