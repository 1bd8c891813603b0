import { expect } from 'chai';
import '../support/fresh-origin.js';
import { createCheckout, type Checkout, type CreateOptions } from '../../src/checkout/index.js';
import { pageServices } from '../../src/generation/page-services.js';
import { bank } from '../../src/providers/sandbox-bank.js';
import { ended } from '../support/paying.js';
import { until } from '../support/until.js';

/** A press on a button of somebody's own, twice as quick as anybody can. */
function doubleClick(button: HTMLButtonElement): void {
  for (const detail of [1, 2]) button.dispatchEvent(new MouseEvent('click', { detail }));
}

function mills(usd: string): number {
  return Math.round(Number(usd) * 1000);
}

describe('an interface of somebody’s own', function () {
  this.timeout(60_000);
  const open: Checkout[] = [];
  const create = (options: CreateOptions): Checkout => {
    const checkout = createCheckout({
      ...{ provider: 'sandbox', model: 'flux-2-pro', size: '1024x1024', prompt: 'a fox' },
      ...{ sandbox: { latency: 0 } },
      ...options,
    });
    open.push(checkout);
    return checkout;
  };
  const bill = (): number => mills(bank(pageServices().store).billed());
  const spent = ({ tally }: Checkout) => ({
    settled: mills(tally.sandbox.all.settled),
    inDoubt: mills(tally.sandbox.all.inDoubt),
    pictures: tally.sandbox.all.pictures,
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });

  it('whose button is pressed twice has one bill, at the price it showed', async () => {
    const checkout = create({});
    await pageServices().journal.ready;
    const button = document.createElement('button');
    const bought: Promise<unknown>[] = [];
    button.onclick = (event) => void bought.push(checkout.generate(event));
    const price = mills(checkout.quote.total?.high ?? '');
    const before = { bill: bill(), ...spent(checkout) };
    doubleClick(button);
    expect(new Set(bought).size, 'the same promise').to.equal(1);
    expect(await bought[0]).to.have.nested.property('receipt.charged', checkout.quote.total?.high);
    expect({ bill: bill(), ...spent(checkout) }).to.deep.equal({
      bill: before.bill + price,
      settled: before.settled + price,
      inDoubt: before.inDoubt,
      pictures: before.pictures + 1,
    });
  });

  it('with two checkouts keeps one budget between them', async () => {
    await pageServices().journal.ready;
    const { session } = create({}).tally.sandbox;
    const budget = (Number(session.settled) + Number(session.inDoubt) + 0.045).toFixed(3);
    const both = [create({ budget }), create({ budget, prompt: 'a hen' })];
    const before = bill();
    const results = await Promise.allSettled(both.map((each) => each.generate()));
    expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).to.include({ code: 'over-budget', charge: 'none' });
    expect(bill()).to.equal(before + 30);
    const [one, two] = both.map(spent);
    expect(one).to.deep.equal(two);
  });

  it('that takes the press back before anything was sent charges nothing', async () => {
    const checkout = create({ sandbox: { latency: 100 } });
    await pageServices().journal.ready;
    const before = { bill: bill(), ...spent(checkout) };
    const bought = ended(checkout.generate());
    checkout.cancel();
    expect(await bought).to.include({ code: 'aborted', charge: 'none' });
    expect(checkout.generation).to.include({ name: 'cancelled', charge: 'none' });
    expect({ bill: bill(), ...spent(checkout) }).to.deep.equal(before);
  });

  it('that lost the reply says so: in doubt, never nothing', async () => {
    const checkout = create({ sandbox: { latency: 0, faults: ['lost-reply'] } });
    await pageServices().journal.ready;
    const seen: string[] = [];
    checkout.subscribe(() => seen.push(`${checkout.generation.name} ${spent(checkout).inDoubt}`));
    const before = { bill: bill(), ...spent(checkout) };
    const error = await ended(checkout.generate());
    expect(error).to.include({ code: 'unreadable-reply', charge: 'possible', retry: 'ask' });
    expect({ bill: bill(), ...spent(checkout) }).to.deep.equal({
      ...before,
      bill: before.bill + 30,
      inDoubt: before.inDoubt + 30,
    });
    await until(() => seen.includes(`failed ${before.inDoubt + 30}`));
  });
});
