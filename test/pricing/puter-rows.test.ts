import { expect } from 'chai';
import { catalogue, quote } from '../../src/pricing/index.js';
import { models } from '../../src/pricing/models.js';
import type { Offer, Price } from '../../src/pricing/price-list-types.js';
import { ruleFacts } from '../../src/pricing/rule-facts.js';
import { september, septemberRows } from '../support/puter-lists.js';
import type { Row } from '../support/puter-september.types.js';

type Costs = Readonly<Record<string, number>>;

const rows = new Map(septemberRows.map((row) => [row.puterId, row]));
const ofList = catalogue.offers
  .filter(({ provider, wire }) => provider === 'puter' && wire !== undefined)
  .map((offer) => ({ offer, row: rowOf(offer) }));

function rowOf({ wire = '' }: Offer): Row {
  const row = rows.get(wire);
  if (!row) throw new Error(`${wire} is not in the list`);
  return row;
}

/** `name $figure`, in dollars, as the row has it in cents or microcents. */
function figures({ provider }: Row, costs: Costs): string[] {
  const unit = provider.startsWith('cloudflare') ? 1e-8 : 0.01;
  return Object.entries(costs).map(
    ([name, cost]) => `${name} ${Number((cost * unit).toFixed(10))}`,
  );
}

function allFigures(row: Row): string[] {
  const { costs, costs_go_fast: fast, costs_by_generation_mode: modes, billingRates = [] } = row;
  const tables = [
    costs,
    ...(fast ? [fast] : []),
    ...Object.values(modes ?? {}),
    ...billingRates.map((rate) => rate.costs),
  ];
  return tables.flatMap((table) => figures(row, table));
}

/** The same from the words of a price. */
function saidIn(says: string): string[] {
  return [...says.matchAll(/([^\s,]+) \$(\d+(?:\.\d+)?)/g)].map(
    ([, name, dollars]) => `${name} ${Number(dollars)}`,
  );
}

/** The amounts that a rule charges; those per token as per million. */
function amountsOf({ rule }: Price): number[] {
  const shapes = Object.entries(ruleFacts[rule.kind].fields);
  const perToken = rule.kind === 'tokens' || rule.kind === 'area-tokens';
  return shapes
    .filter(([, shape]) => shape === 'usd' || shape === 'usd?')
    .map(([name]) => (rule as unknown as Readonly<Record<string, string | undefined>>)[name])
    .filter((amount) => amount !== undefined)
    .map((amount) => Number((Number(amount) * (perToken ? 1e6 : 1)).toFixed(10)));
}

describe('every price of Puter’s whole list', () => {
  it('is of a row of the recorded list, of which none is missing', () => {
    expect(ofList.map(({ offer }) => offer.wire).sort()).to.deep.equal([...rows.keys()].sort());
    const plain = (offers: readonly Offer[]) =>
      [...offers]
        .sort((a, b) => (String(a.wire) < String(b.wire) ? -1 : 1))
        .map(({ notHosted: _ended, ...offer }) => ({
          ...offer,
          prices: offer.prices.map(({ source: _source, ...price }) => price),
        }));
    expect(plain(ofList.map(({ offer }) => offer))).to.deep.equal(plain(september.offers));
  });

  it('is of no model that its maker has shut down since the list was read', () => {
    const ended = ofList.flatMap(({ offer }) => (offer.notHosted ? [offer] : []));
    expect(ended.map(({ wire, notHosted }) => [wire, notHosted])).to.deep.equal([
      ['google:google/gemini-2.5-flash-image', 'its maker shut it down on 2026-10-02'],
    ]);
    for (const model of ['gemini-2.5-flash-image', 'google:google/gemini-2.5-flash-image']) {
      const request = { provider: 'puter', model, width: 1024, height: 1024 };
      const { total, problem } = quote(request);
      expect([total, problem?.code]).to.deep.equal([undefined, 'not-hosted']);
      // A list of today that still names it decides.
      expect(quote(request, { prices: september }).total).not.to.equal(undefined);
    }
    expect(models('puter', catalogue).map(({ id }) => id))
      .to.include('gemini-3-pro-image')
      .and.not.include('gemini-2.5-flash-image');
  });

  it('is cited from Puter’s list and its day', () => {
    for (const { offer } of ofList)
      for (const { source } of offer.prices) expect(source, offer.wire).to.equal('puterRows');
    expect(catalogue.sources['puterRows']).to.deep.include({
      readOn: '2026-09-16',
      kind: 'provider',
    });
  });

  it('names figures of that row, in dollars', () => {
    for (const { offer, row } of ofList)
      for (const { says } of offer.prices) {
        expect(saidIn(says), says).to.not.deep.equal([]);
        expect(allFigures(row), `${offer.wire}: ${says}`).to.include.members(saidIn(says));
      }
  });

  it('charges no amount but those it names', () => {
    for (const { offer } of ofList)
      for (const price of offer.prices) {
        const named = saidIn(price.says).map((one) => Number(one.split(' ')[1]));
        expect(named, `${offer.wire}: ${price.says}`).to.include.members(amountsOf(price));
      }
  });

  it('has the options and the whole costs of one rate, where the row has rates', () => {
    const rated = ofList.filter(({ row }) => row.billingRates);
    expect(rated.length).to.equal(83);
    for (const { offer, row } of rated)
      expect(
        offer.prices.map(({ options = {}, says }) => [options, saidIn(says)]),
        offer.wire,
      ).to.deep.equal(
        (row.billingRates ?? []).map(({ when = {}, costs }) => [
          Object.fromEntries(Object.entries(when).map(([name, value]) => [name, String(value)])),
          figures(row, costs),
        ]),
      );
  });

  it('is nothing only where every cost of the row is 0, and then it is marked', () => {
    const free = ofList.filter(({ offer }) => offer.prices.some((price) => price.free));
    expect(free.map(({ offer }) => offer.model)).to.deep.equal([
      '@cf/bytedance/stable-diffusion-xl-lightning',
      '@cf/runwayml/stable-diffusion-v1-5-inpainting',
      '@cf/stabilityai/stable-diffusion-xl-base-1.0',
    ]);
    for (const { row } of free) expect(allFigures(row)).to.deep.equal(['step 0']);
  });

  it('makes the sizes whose lengths the row lists: a grid of many, pairs of a few', () => {
    const sizesOf = (wire: string) => ofList.find(({ offer }) => offer.wire === wire)?.offer.sizes;
    expect(sizesOf('replicate:stability-ai/stable-diffusion')).to.deep.include({
      min: 64,
      max: 1024,
      step: 64,
    });
    const { also = [], only } = sizesOf('replicate:ai-forever/kandinsky-2') ?? {};
    expect(only).to.equal(true);
    expect(also).to.include('256x1024').and.to.have.length(49);
  });

  it('takes a mask only where a page of the model says what its colours mean', () => {
    const masked: Record<string, string | undefined> = {};
    for (const { offer, row } of ofList)
      if (row.inputSchema?.mask || offer.mask) masked[offer.wire ?? ''] = offer.mask;
    expect(masked['replicate:ideogram-ai/ideogram-v3-turbo']).to.equal('black');
    expect(masked['replicate:black-forest-labs/flux-fill-pro']).to.equal('white');
    expect(masked['replicate:stability-ai/sdxl']).to.equal('white');
    expect(masked['workers-ai:runwayml/stable-diffusion-v1-5-inpainting']).to.equal('white');
    expect(Object.keys(masked)).to.have.length(19);
    const unknown = Object.keys(masked).filter((wire) => !masked[wire]);
    expect(unknown).to.deep.equal(['replicate:tstramer/material-diffusion']);
    // Puter takes an order of each of them without one.
    expect(ofList.filter(({ offer }) => offer.needsMask)).to.deep.equal([]);
  });
});
