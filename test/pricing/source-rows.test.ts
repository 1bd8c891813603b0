import { expect } from 'chai';
import { catalogue } from '../../src/pricing/index.js';
import type { ListedSource, Price } from '../../src/pricing/price-list-types.js';
import { sourceRows, type SourceRow } from './source-rows.js';

const day = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** As a reader sees it. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\*|`]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
/** The words before the sandbox’s own. */
function quoted(says: string): string[] {
  return says
    .replace(/^no real money moves; /, '')
    .split(' … ')
    .map(plain);
}

function rowOf(
  { url, readOn, undated }: ListedSource,
  { says }: Pick<Price, 'says'>,
): SourceRow | undefined {
  return sourceRows.find(
    (row) =>
      row.url === url &&
      row.readOn === readOn &&
      row.undated === undated &&
      quoted(says).every((words) => row.words.some((passage) => plain(passage).includes(words))),
  );
}

/** All but the rows of Puter’s list, which name their own figures: `puter-rows.test.ts`. */
const all = catalogue.offers.flatMap(({ provider, model, route, prices }) =>
  prices
    .filter(({ source }) => source !== 'puterRows')
    .map((price) => ({ where: [provider, route, model].filter(Boolean).join(' '), price })),
);

describe('every price of the catalogue', () => {
  it('stands on its page, in its words, read on its day', () => {
    expect(all.length).to.be.greaterThan(140);
    for (const { where, price } of all) {
      const source = catalogue.sources[price.source];
      if (!source) throw new Error(`${where} cites nobody`);
      expect(
        rowOf(source, price),
        `${where}: “${price.says}” (${source.url ?? 'no address'}, ${source.readOn})`,
      ).to.not.equal(undefined);
      expect(price.says.length, price.says).to.be.within(8, 120);
    }
  });

  it('names one of its own amounts in those words', () => {
    const cents = (amount: string): string => String(Number((Number(amount) * 100).toFixed(6)));
    for (const {
      where,
      price: { rule, says },
    } of all) {
      if (rule.kind === 'self-hosted' || (/pixel(s|$)|Free/.test(says) && !says.includes('$')))
        continue;
      const amounts = Object.values(rule).filter(
        (value): value is string => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value),
      );
      const written = says.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
      expect(
        amounts.some(
          (amount) =>
            written.includes(Number(amount)) ||
            written.includes(Number(cents(amount))) ||
            says.includes('10%'),
        ),
        `${where}: “${says}”`,
      ).to.equal(true);
    }
  });

  it('has no day nobody is named for, and no page but the row’s', () => {
    for (const [key, { url, readOn, undated }] of Object.entries(catalogue.sources)) {
      expect(
        sourceRows.some(
          (row) => row.url === url && row.readOn === readOn && row.undated === undated,
        ),
        key,
      ).to.equal(true);
    }
    for (const { readOn, seen, words } of sourceRows) {
      expect(readOn).to.match(day);
      expect(new Date(readOn).toISOString().slice(0, 10)).to.equal(readOn);
      expect(seen.length).to.be.greaterThan(20);
      expect(words.length).to.be.greaterThan(0);
    }
  });

  it('leaves no passage of these pages uncited', () => {
    const cited = new Set(
      all.flatMap(({ price }) => {
        const source = catalogue.sources[price.source];
        return source
          ? sourceRows.flatMap((row) =>
              row.url === source.url
                ? quoted(price.says).flatMap((words) =>
                    row.words.filter((passage) => plain(passage).includes(words)),
                  )
                : [],
            )
          : [];
      }),
    );
    expect(
      sourceRows
        .flatMap(({ words }) => words)
        .filter((passage) => !cited.has(passage) && passage !== '1 megapixel = 1024x1024 pixels'),
    ).to.deep.equal([]);
  });

  it('would be missed with another day, another word or another page', () => {
    const { price } = all.find(({ where }) => where === 'bfl flux-1.1-pro') ?? {};
    const source = price && catalogue.sources[price.source];
    if (!price || !source) throw new Error('no such price');
    expect(rowOf(source, price)).to.not.equal(undefined);
    for (const other of [
      { readOn: '2026-09-19' },
      { undated: true as const },
      { url: 'https://bfl.ai/pricing' },
    ])
      expect(rowOf({ ...source, ...other }, price)).to.equal(undefined);
    expect(rowOf(source, { says: price.says.replace('$0.04', '$0.40') })).to.equal(undefined);
  });
});
