import { expect } from 'chai';
import '../../src/define/user-pays-calculator.js';
import { compare } from '../../src/pricing/compare.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { compareUsd, usd } from '../../src/pricing/money.js';
import type { UserPaysCalculator } from '../../src/ui/elements/user-pays-calculator.js';
import { violations } from '../support/axe.js';
import '../support/fresh-prices.js';
import { until } from '../support/until.js';

const placed: Element[] = [];
function words(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function calculator(attributes: Record<string, string> = {}): Promise<UserPaysCalculator> {
  const element = document.createElement('user-pays-calculator');
  for (const [name, value] of Object.entries({ lang: 'en', ...attributes }))
    element.setAttribute(name, value);
  placed.push(element);
  document.body.append(element);
  while (!element.shadowRoot?.querySelector('[part=panel]')) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
  return element;
}

function part(element: UserPaysCalculator, name: string): HTMLElement {
  return element.shadowRoot?.querySelector(`[part=${name}]`) as HTMLElement;
}
function all<T extends Element>(element: UserPaysCalculator, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}
function offers(element: UserPaysCalculator): string[] {
  return all(element, '[part=offers] tbody tr').map((row) =>
    ['th', '.via', '.price'].map((cell) => words(row.querySelector(cell))).join(' '),
  );
}
async function type(
  element: UserPaysCalculator,
  field: HTMLInputElement | HTMLSelectElement | undefined,
  value: string,
): Promise<void> {
  if (!field) throw new Error('no such field');
  field.value = value;
  field.dispatchEvent(
    new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
  await element.updateComplete;
}
function field<T extends HTMLElement>(element: UserPaysCalculator, label: string): T | undefined {
  return (
    all<HTMLLabelElement>(element, 'label')
      .find((one) => words(one.querySelector('span')) === label)
      ?.querySelector<T>('input, select') ?? undefined
  );
}

describe('a reader compares who makes a picture', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('sees the cheapest first, each with its price and what tells it apart, and the rest on request', async () => {
    const element = await calculator();
    const priced = compare({ width: 1024, height: 1024 }).filter(({ total }) => total);
    expect(priced.length).to.be.above(20);
    expect(words(part(element, 'offers').querySelector('caption'))).to.equal(
      `${priced.length} offers, cheapest first`,
    );
    const prices = element.quotes.flatMap(({ total }) => total?.high ?? []);
    expect(prices).to.deep.equal([...prices].sort((a, b) => compareUsd(usd(a), usd(b))));
    const [first] = priced;
    // Puter's list gives two models away.
    const free = priced.filter((quote) => quote.free).length;
    expect(free).to.equal(2);
    expect(offers(element)[0]).to.match(/free$/);
    expect(offers(element)[free]).to.match(/\$/);
    expect(catalogue.offers.find(({ model }) => model === first?.request.model)?.name)
      .to.be.a('string')
      .that.satisfies((name: string) => offers(element)[0]?.startsWith(name));
    expect(offers(element).length).to.be.below(priced.length);
    all<HTMLButtonElement>(element, '[part=offers] table + button')[0]?.click();
    await element.updateComplete;
    expect(offers(element).length).to.equal(priced.length);
    expect(words(part(element, 'offers')))
      .to.match(/exact size · \d+ references? · seed/)
      .and.to.match(/shape only/)
      .and.to.match(/read \w+ \d+, 2026/);
  });

  it('reads a table with a head to each column and each row, amounts below each other, sorted as they like', async () => {
    const element = await calculator({ size: '1024x1024' });
    const heads = (): string[] => all(element, '[part=offers] thead th').map(words);
    expect(heads()).to.deep.equal(['Model', 'Provider', 'What it takes', 'Price']);
    const sorting = (): (string | null)[] =>
      all(element, '[part=offers] thead th').map((head) => head.getAttribute('aria-sort'));
    expect(sorting()).to.deep.equal(['none', null, null, 'ascending']);
    const prices = all(element, '[part=offers] tbody td:last-child');
    expect(prices.length).to.equal(all(element, '[part=offers] tbody th[scope=row]').length);
    const { textAlign, fontVariantNumeric } = getComputedStyle(prices[0] as Element);
    expect([textAlign, fontVariantNumeric]).to.deep.equal(['end', 'tabular-nums']);
    const press = async (head: string): Promise<void> => {
      all<HTMLButtonElement>(element, '[part=sort]')
        .find((button) => words(button) === head)
        ?.click();
      await element.updateComplete;
    };
    all<HTMLButtonElement>(element, '[part=offers] table + button')[0]?.click();
    await element.updateComplete;
    const cheapest = offers(element);
    await press('Price');
    expect(sorting()).to.deep.equal(['none', null, null, 'descending']);
    expect(offers(element)).to.deep.equal([...cheapest].reverse());
    expect(words(part(element, 'offers').querySelector('caption'))).to.equal(
      `${cheapest.length} offers`,
    );
    await press('Model');
    expect(sorting()).to.deep.equal(['ascending', null, null, 'none']);
    const names = (): string[] => all(element, '[part=offers] tbody th').map(words);
    const { compare: order } = new Intl.Collator('en', { numeric: true });
    const byName = names();
    expect(byName).to.deep.equal([...byName].sort(order));
    await press('Model');
    expect(names()).to.deep.equal([...byName].sort((a, b) => order(b, a)));
    await press('Price');
    expect(offers(element)).to.deep.equal(cheapest);
    const asked = element.quotes.flatMap(({ total }) => total?.high ?? []);
    expect(asked).to.deep.equal([...asked].sort((a, b) => compareUsd(usd(a), usd(b))));
  });

  it('sees each offer’s source with its address', async () => {
    const element = await calculator({ providers: 'bfl', models: 'flux-2-pro' });
    expect(offers(element)).to.deep.equal(['FLUX.2 pro Black Forest Labs $0.030']);
    expect(
      all<HTMLAnchorElement>(element, '.source a').map(({ href }) => new URL(href).pathname),
    ).to.deep.equal(['/black-forest-labs/skills/blob/d0793c8/skills/bfl-api/SKILL.md']);
    for (const link of all<HTMLAnchorElement>(element, 'a[target]'))
      expect(link.ariaLabel).to.equal(`${words(link)} (opens a new tab)`);
  });

  it('reads what other sources say of the same picture, with their words, their day and why they are not followed', async () => {
    const element = await calculator({ providers: 'bfl', models: 'flux-2-pro', size: '2048x2048' });
    const disputes = words(part(element, 'offers').querySelector('.disputes'));
    expect(disputes).to.contain('2 other sources disagree');
    expect(disputes).to.match(
      /BasedLabs’ guide: \$0\.120 \(Text-to-Image: \$0\.03 per megapixel, undated copy, \w+ \d+, \d{4} at the earliest\)/,
    );
    expect(disputes).to.contain('Counts every megapixel at the price of the first.');
    expect(
      all<HTMLAnchorElement>(element, '.disputes a').some(({ href }) =>
        href.includes('basedlabs.ai'),
      ),
    ).to.equal(true);
  });

  it('reads them also where there is no price here: BFL makes no FLUX.2 dev, whatever a page calls free', async () => {
    const element = await calculator({ providers: 'bfl', models: 'flux-2-dev' });
    expect(words(element.shadowRoot?.querySelector('.claims .disputes')))
      .to.contain('BFL price list, January: (Free | Free, undated copy')
      .and.to.contain('Free to run oneself; BFL makes no picture with it');
    element.models = 'flux-1.1-pro';
    element.size = '2000x2000';
    await element.updateComplete;
    const zaro = words(element.shadowRoot?.querySelector('.claims .disputes'));
    expect(zaro).to.contain('Zaro on Flux 1.1: $0.160').and.to.contain('1440 pixels');
    expect(
      all<HTMLAnchorElement>(element, '.claims .disputes a').map(({ textContent }) => textContent),
      'nobody knows its address',
    ).to.not.include('Zaro on Flux 1.1');
  });

  it('reads what price guides say besides prices, with what can be said of it', async () => {
    const element = await calculator({ providers: 'bfl' });
    const notes = words(part(element, 'notes'));
    for (const said of [
      '50-100% premium',
      '50,000 images per month',
      '60-70%',
      '100K images/month',
      '$5 top-up',
    ])
      expect(notes).to.contain(said);
    expect(part(element, 'notes').querySelector('li')?.textContent).to.match(/\$0\.07/);
  });

  it('plans with what a top-up costs: $100 at AIgateway are 2,375 pictures, and $4 none', async () => {
    const element = await calculator({
      providers: 'aigateway',
      models: 'flux-2-klein-9b',
      budget: '100',
      users: '1',
      pictures: '20',
    });
    const budget = (): string => words(part(element, 'budget'));
    expect(budget()).to.contain('2,375 pictures at $0.040').and.not.to.contain('left');
    expect(budget())
      .to.contain('AIgateway keeps 5% of a top-up: $100.00 puts $95.00 on the account.')
      .and.to.contain('AIgateway takes no top-up below $5.00.');
    expect(words(part(element, 'budget').querySelector('.every'))).to.contain('2,375');
    expect(words(part(element, 'workload').querySelector('dd'))).to.equal('$0.843');
    expect(words(part(element, 'workload'))).to.contain('AIgateway takes no top-up below $5.00.');
    await type(element, field(element, 'Budget in US dollars'), '4');
    expect(budget()).to.contain('Not enough for one picture.');
    const bfl = await calculator({ providers: 'bfl', models: 'flux-2-pro', budget: '100' });
    expect(words(part(bfl, 'budget')))
      .to.contain('3,333 pictures at $0.030')
      .and.not.to.contain('top-up');
  });

  it('sees other prices as soon as the request changes, and those that can’t make it apart, with the reason', async () => {
    const element = await calculator({ providers: 'bfl' });
    const before = offers(element);
    await type(element, field(element, 'References, 1 MP each'), '1024x1024');
    expect(offers(element)).not.to.deep.equal(before);
    expect(offers(element).join())
      .to.contain('FLUX.2 pro Black Forest Labs $0.045')
      .and.not.to.contain('1.1 pro');
    expect(words(element.shadowRoot?.querySelector('.unpriced')))
      .to.contain('does not take that many references')
      .and.not.to.contain('$');
    await type(element, field(element, 'Size'), '2048x2048');
    expect(offers(element).join()).to.contain('FLUX.2 pro Black Forest Labs $0.090');
    await type(element, field(element, 'Pictures'), '4');
    expect(offers(element).join()).to.contain('FLUX.2 pro Black Forest Labs $0.360');
  });

  it('reads in the language of the page why something has no price, but for what only the list says', async () => {
    const element = await calculator({
      lang: 'de',
      models: 'flux-1-schnell comfyui/any-comfyui-workflow',
    });
    const reasons = (): string[] => all(element, '.unpriced .quiet').map(words);
    await until(() => reasons().includes('Dieses Modell gibt es hier nicht'));
    expect(reasons()).to.include('Diese Option nimmt den Wert nicht an: workflow_json is needed');
    expect(all(element, '.unpriced [lang=en]').map(words)).to.deep.equal([
      'workflow_json is needed',
    ]);
  });

  it('narrows it down to a provider and a model', async () => {
    const element = await calculator();
    await type(element, field(element, 'Provider'), 'puter');
    await type(element, field(element, 'Model'), 'flux-2-pro');
    expect(
      element.quotes.every(
        ({ request }) => request.provider === 'puter' && request.model === 'flux-2-pro',
      ),
    ).to.equal(true);
    expect(offers(element).length).to.be.above(0);
    expect(offers(element).every((words) => /^FLUX\.2 pro Puter → \w+ ~?\$/.test(words))).to.equal(
      true,
    );
  });

  it('finds every model once by its name, spelt as its maker does, with its route where two share it', async () => {
    const element = await calculator();
    const menu = field<HTMLSelectElement>(element, 'Model');
    const names = [...(menu?.options ?? [])].map(({ text }) => text);
    expect(names).to.include.members([
      'Lucid Origin → Cloudflare',
      'Lucid Origin → Replicate',
      'SDXL Lightning → Cloudflare',
      'SDXL Lightning → Replicate',
      'Grok Imagine Image → xAI',
      'Grok Imagine Image → Replicate',
      'FLUX.2 flex',
    ]);
    const folded = names.map((name) => name.toLowerCase());
    expect(folded.filter((name, at) => folded.indexOf(name) !== at)).to.deep.equal([]);
    expect(names.slice(1).filter((name) => name === name.toLowerCase())).to.deep.equal([]);
    element.models = 'xai/grok-imagine-image';
    await element.updateComplete;
    expect(offers(element).join()).to.match(/^Grok Imagine Image Puter → Replicate/);
  });

  for (const [bad, attributes] of Object.entries({
    'no size': { size: '' },
    'a size with a unit': { size: '1024px' },
    'no number': { count: 'x', users: 'y', pictures: 'z' },
    'a negative budget': { budget: '-1' },
    'an unknown provider': { providers: 'nobody' },
    'references that are none': { references: 'cat.png' },
    'a budget in words': { budget: 'a lot' },
  })) {
    it(`shows no price that isn’t one, and does not fail, for ${bad}`, async () => {
      const element = await calculator(attributes);
      expect(words(element.shadowRoot)).not.to.match(/NaN|undefined|null|\$0\.00\b/);
      for (const name of Object.keys(attributes)) element.removeAttribute(name);
      await element.updateComplete;
      expect(words(element.shadowRoot)).not.to.match(/NaN|undefined|null/);
    });
  }
});

describe('a price list of a page’s own that is none', () => {
  const { warn } = console;
  afterEach(() => {
    console.warn = warn;
    for (const element of placed.splice(0)) element.remove();
  });

  it('has no prices, and the console says why', async () => {
    const warnings: unknown[] = [];
    console.warn = (line: unknown) => void warnings.push(line);
    const element = await calculator({ providers: 'bfl' });
    expect(element.quotes).not.to.deep.equal([]);
    for (const bad of [{ nope: 1 }, 7, [], null]) {
      element.prices = bad as never;
      await element.updateComplete;
      expect(element.quotes).to.deep.equal([]);
      expect(words(element.shadowRoot)).to.contain('No provider offers this.');
    }
    expect(warnings.join('\n')).to.match(
      /^user-pays-image: <user-pays-calculator>: The price list/,
    );
    element.prices = undefined;
    await element.updateComplete;
    expect(element.quotes).not.to.deep.equal([]);
  });

  it('is not asked for: providers may be written in capitals', async () => {
    const element = await calculator({ providers: 'BFL' });
    expect(new Set(element.quotes.map(({ request }) => request.provider))).to.deep.equal(
      new Set(['bfl']),
    );
  });
});

describe('a page’s author plans', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('a workload: what each reader pays, what all of them pay, and that the author pays nothing', async () => {
    const element = await calculator({
      providers: 'bfl',
      models: 'flux-2-pro',
      users: '100',
      pictures: '10',
    });
    expect(
      all(element, '[part=workload] dl > div').map((row) => [...row.children].map(words).join(' ')),
    ).to.deep.equal([
      'Each reader pays 10 × $0.030 $0.300',
      'All 100 readers together pay $30.00',
      'The site pays nothing',
    ]);
    await type(element, field(element, 'Readers'), '3');
    expect(all(element, '[part=workload] dd').map(words)).to.deep.equal([
      '$0.300',
      '$0.900',
      'nothing',
    ]);
    await type(element, field(element, 'Pictures each'), '2.5');
    expect(words(part(element, 'workload')))
      .to.contain('Enter whole numbers, from 1 up.')
      .and.not.to.contain('$');
  });

  it('a budget: how many pictures it surely buys, what is left, and how far it goes with drafts first', async () => {
    const element = await calculator({
      models: 'flux-2-pro flux-2-klein-4b',
      providers: 'bfl',
      budget: '0.50',
    });
    const radio = all<HTMLLabelElement>(element, '[part=offers] label')
      .find((label) => words(label).startsWith('FLUX.2 pro'))
      ?.querySelector('input');
    radio?.click();
    await element.updateComplete;
    expect(words(part(element, 'budget').querySelector('.plan'))).to.equal(
      '16 pictures at $0.030 · $0.020 left',
    );
    // 0.030 + 4 × 0.014 = 0.086, five times in 0.50
    expect(words(part(element, 'budget'))).to.contain(
      'or 5 finals, each after 4 drafts on FLUX.2 klein 4B',
    );
    expect(all(element, '[part=budget] li').map(words)).to.deep.equal([
      'FLUX.2 klein 4B Black Forest Labs 35',
      'FLUX.2 pro Black Forest Labs 16',
    ]);
    await type(element, field(element, 'Budget in US dollars'), '0,01');
    expect(words(part(element, 'budget'))).to.contain('Not enough for one picture.');
  });

  it('on the dear end of a range, so that no budget is overdrawn', async () => {
    const element = await calculator({ budget: '1' });
    const range = element.quotes.find(({ exactness }) => exactness === 'range');
    if (!range?.total) throw new Error('no range to try');
    element.providers = range.request.provider;
    element.models = range.request.model;
    const { provider, model, route } = range.request;
    Reflect.set(element, 'chosen', [provider, model, route].join(' '));
    await element.updateComplete;
    const bought = /^([\d,]+) pictures? at/
      .exec(words(part(element, 'budget').querySelector('.plan')))?.[1]
      ?.replaceAll(',', '');
    expect(bought).to.equal(String(Math.floor(1 / Number(range.total.high))));
  });

  it('as sure as the table is: ≈ where a price is too old, ~ where it is an estimate', async () => {
    const element = await calculator({ providers: 'bfl', models: 'flux-2-pro', budget: '501' });
    element.prices = {
      ...catalogue,
      sources: Object.fromEntries(
        Object.entries(catalogue.sources).map(([id, source]) => [
          id,
          { ...source, readOn: '2026-02-03' },
        ]),
      ),
    };
    await element.updateComplete;
    const planned = (): string[] => [
      words(part(element, 'budget').querySelector('.plan')),
      ...all(element, '.every b').map(words),
      ...all(element, '[part=workload] .quiet').slice(0, 1).map(words),
      ...all(element, '[part=workload] dd').slice(0, 2).map(words),
    ];
    expect(offers(element)).to.deep.equal(['FLUX.2 pro Black Forest Labs ≈ $0.030']);
    expect(planned()).to.deep.equal([
      '16,700 pictures at ≈ $0.030',
      '≈ 16,700',
      '10 × ≈ $0.030',
      '≈ $0.300',
      '≈ $30.00',
    ]);
    element.budget = '501.01';
    await element.updateComplete;
    expect(planned()[0]).to.match(/ · ≈ \$0\.010 left$/);
    element.removeAttribute('models');
    Object.assign(element, { providers: 'puter', models: '', prices: undefined });
    await element.updateComplete;
    const estimate = element.quotes.find(
      ({ exactness, asOf, total }) => exactness === 'range' && !asOf && total?.low === total?.high,
    );
    if (!estimate) throw new Error('no estimate to try');
    const { provider, model, route } = estimate.request;
    Reflect.set(element, 'chosen', [provider, model, route].join(' '));
    element.models = model;
    await element.updateComplete;
    const [plan = '', ...sums] = planned();
    expect(plan).to.match(/ at ~\$/);
    for (const sum of sums) expect(sum).to.match(/(^| )~/);
  });

  it('never with what is only good for drafts, unless chosen', async () => {
    const element = await calculator();
    const drafts = catalogue.offers.filter(({ draft }) => draft).map(({ name }) => name);
    expect(drafts).not.to.deep.equal([]);
    const planned = words(part(element, 'workload'));
    expect(drafts.some((name) => planned.includes(`Planned with ${name},`))).to.equal(false);
  });
});

describe('everybody can use the calculator', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('passes an accessibility check with everything open, at every width, without anything sticking out', async () => {
    const element = await calculator({ references: '1024x1024' });
    for (const details of all<HTMLDetailsElement>(element, 'details')) details.open = true;
    for (const width of [320, 640, 1200]) {
      element.style.width = `${width}px`;
      await element.updateComplete;
      expect([
        width,
        part(element, 'panel').scrollWidth - part(element, 'panel').clientWidth,
      ]).to.deep.equal([width, 0]);
      expect(await violations(element)).to.deep.equal([]);
    }
  });
});
