import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { release } from '../../src/base/release.js';
import { run } from '../../src/cli/run.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quoteFromList } from '../../src/pricing/quote-from-list.js';
import type { Quote } from '../../src/pricing/quote-types.js';

/** A day after Black Forest Labs' formula was read, and one long after everything. */
const fresh = Date.parse('2026-02-04');
const late = Date.parse('2027-06-01');

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What somebody types after the program's name, and what they see. Files stand in `files`. */
async function typed(
  line: string | readonly string[],
  at = fresh,
  files: Readonly<Record<string, string>> = {},
): Promise<Said> {
  let [out, err] = ['', ''];
  const args = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const code = await run(args, {
    now: () => at,
    read: (file) =>
      files[file] === undefined
        ? Promise.reject(new Error('no such file'))
        : Promise.resolve(files[file]),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

async function refusal(line: string | readonly string[]): Promise<string> {
  const { code, out, err } = await typed(line);
  assert.equal(code, 1, err);
  assert.equal(out, '');
  return err.replace(/^user-pays-image: /, '').trim();
}

const pro = 'quote --provider bfl --model flux-2-pro';

describe('user-pays-image quote', () => {
  it('prints the price, its lines, its source with the day, and what others say', async () => {
    const { code, out, err } = await typed(
      `${pro} --size 2048x2048 --count 4 --references 1024x1024`,
    );
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^\$0\.360 · 4 pictures, 2048×2048 · FLUX\.2 pro \(flux-2-pro\) at bfl\n\n/);
    assert.match(out, /\n {2}Further megapixels +12 × +\$0\.015 +\$0\.180\n/);
    assert.match(out, /\n {2}Total +\$0\.360\n/);
    assert.match(out, /\nSource: BFL price formula, read 2026-02-03\n {2}https:\S+\n {2}“/);
    assert.match(
      out,
      /\n {2}\$0\.720: BasedLabs’ guide, undated copy, 2025-11-25 at the earliest\. /,
    );
  });

  it('prints a megapixel and one picture, if nothing else is said', async () => {
    assert.match((await typed(pro)).out, /^\$0\.030 · one picture, 1024×1024 · /);
  });

  it('puts amounts under amounts, also of a range', async () => {
    const { out } = await typed('quote --provider puter --model adirik/realvisxl-v3.0-turbo');
    assert.match(out, /\n {2}Total +~\$0\.000–0\.585\n/);
    const ends = [...out.matchAll(/^ {2}(?:Seconds|Total) .*$/gm)].map(([line]) => line.length);
    assert.deepEqual([ends.length, new Set(ends).size], [2, 1]);
  });

  it('says that a price is old, and how old', async () => {
    const { out } = await typed(pro, late);
    assert.match(out, /^≈\u00a0\$0\.030 as of 2026-02-03 · /);
    assert.match(out, /\nWorth knowing\n {2}Price read 483 days ago, on 2026-02-03\n/);
  });

  it('prices options, routes and a server of one’s own', async () => {
    const nano = 'quote --provider puter --model google/nano-banana-2 --option';
    const [one, two] = await Promise.all(
      ['resolution=1K', 'resolution=2K'].map((option) => typed(`${nano} ${option}`)),
    );
    assert.notEqual(one?.out.split(' ')[0], two?.out.split(' ')[0]);
    const routed = await typed('quote --provider Puter --model flux-2-pro --route replicate');
    assert.match(routed.out, / at puter by replicate\n/);
    const wire = await typed('quote --provider puter --model replicate:google/nano-banana-2');
    assert.match(wire.out, / \(google\/nano-banana-2\) at puter by replicate\n/);
    const own = 'quote --provider openai-compatible --model anything --unit-price 0.02';
    assert.match((await typed(own)).out, /^\$0\.020 /);
    const bare = await typed('quote --provider openai-compatible --model anything');
    assert.match(bare.out, /price unknown/i);
  });

  it('is the quote itself as JSON', async () => {
    const { out } = await typed(`${pro} --json`, late);
    const request = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024, count: 1 };
    assert.deepEqual(
      JSON.parse(out),
      JSON.parse(JSON.stringify(quoteFromList({ ...request, options: {} }, { at: late }))),
    );
  });

  it('says that a price is unknown, why, and exits with 2', async () => {
    const { code, out, err } = await typed('quote --provider fal --model flux-2-dev');
    assert.deepEqual([code, err], [2, '']);
    assert.match(out, /^price unknown · /);
    assert.match(out, /\nNo source tells what FLUX\.2 dev costs\.\n/);
    assert.doesNotMatch(out, /\$/);
    const local = await typed('quote --provider bfl --model flux-2-dev --json');
    assert.equal(local.code, 2);
    assert.equal((JSON.parse(local.out) as Quote).problem?.code, 'not-hosted');
  });

  it('takes a list of one’s own, from a file or the standard input', async () => {
    const dearer = JSON.stringify(catalogue).replaceAll('"0.03"', '"0.04"');
    for (const file of ['own.json', '-'])
      assert.match(
        (await typed(`${pro} --prices ${file}`, fresh, { [file]: dearer })).out,
        /^\$0\.040 /,
      );
  });

  it('names the argument that is invalid, in one sentence', async () => {
    for (const [line, told] of [
      ['quote', '--provider is needed: e.g. bfl.'],
      ['quote --provider bfl', '--model is needed: “prices --provider bfl” lists them.'],
      ['quote --provider bfll --model x', '--provider bfll has no prices. Did you mean bfl?'],
      [
        'quote --provider bfl --model flux-2-por',
        '--model flux-2-por has no prices at bfl. Did you mean flux-2-pro?',
      ],
      [`${pro} --size big`, '--size big is no size: say WIDTHxHEIGHT in pixels, e.g. 1024x1024.'],
      [
        `${pro} --size 1025x1024`,
        '--size 1025x1024: multiples of 16 pixels. 1024×1024 is the nearest size FLUX.2 pro makes.',
      ],
      [`${pro} --count 0`, '--count 0 is no number of pictures: say a whole number from 1.'],
      [
        `${pro} --references 5x5,x`,
        '--references x is no size: say WIDTHxHEIGHT in pixels, e.g. 1024x1024.',
      ],
      [
        `${pro} --unit-price $1`,
        '--unit-price $1 is no amount: say US dollars as a number, e.g. 0.02.',
      ],
      [`${pro} --route repli`, '--route repli has no prices for flux-2-pro.'],
      [`${pro} --option quality`, '--option quality is no NAME=VALUE, e.g. quality=high.'],
      [`${pro} --option quality=high`, '--option quality is nothing that flux-2-pro offers.'],
      [
        'quote --provider puter --model google/nano-banana-2 --option resolutoin=2K',
        '--option resolutoin is nothing that google/nano-banana-2 offers. Did you mean resolution?',
      ],
      [
        'quote --provider puter --model google/nano-banana-2 --option resolution=9K',
        '--option resolution: one of 1K, 2K, 4K.',
      ],
      [`${pro} --siez 1024x1024`, '--siez is no option here. Did you mean --size?'],
      [`${pro} --size`, '--size needs a value.'],
      [`${pro} --size --json`, '--size needs a value.'],
      [`${pro} --json=yes`, '--json takes no value.'],
      [`${pro} --count 1 --count 2`, '--count is given twice.'],
      [`${pro} 4`, '“4” is one word too many: options begin with --.'],
      [`${pro} --prices gone.json`, '--prices gone.json can’t be read: no such file.'],
    ] as const)
      assert.equal(await refusal(line), told, line);
  });

  it('says what is wrong with a list', async () => {
    const told = async (text: string): Promise<string> =>
      (await typed(`${pro} --prices a.json`, fresh, { 'a.json': text })).err;
    assert.match(await told('{'), /: --prices a\.json is no JSON: .+\.\n$/);
    assert.match(await told('{"version":2}'), /: --prices a\.json is no price list: .+\.\n$/);
  });
});

describe('user-pays-image prices', () => {
  it('lists every row with price, day and source, and counts the old ones', async () => {
    const { code, out } = await typed('prices', late);
    const lines = out.trimEnd().split('\n');
    const rows = catalogue.offers.filter(({ model }) => model !== '*');
    assert.equal(code, 0);
    assert.equal(lines.length, rows.length + 3);
    assert.match(lines[0] ?? '', /^provider +model +route +size +price +read on +source$/);
    for (const { provider, model } of rows)
      assert.ok(lines.some((line) => line.startsWith(provider) && line.includes(` ${model} `)));
    assert.match(
      out,
      /\nbfl +flux-2-pro +1024x1024 +≈\u00a0\$0\.030 +2026-02-03 +BFL price formula +423 days past its limit of 60\n/,
    );
    assert.match(out, /\nbfl +flux-2-dev +1024x1024 +price unknown +FLUX\.2 dev: local only\n/);
    assert.match(lines.at(-1) ?? '', /^\d+ rows, \d+ past their age limit\.$/);
  });

  it('lists one provider, one model by either name, and only what is old', async () => {
    const bfl = await typed('prices --provider bfl', fresh);
    assert.match(bfl.out, /\n14 rows, 1 past its age limit\.\n$/);
    assert.doesNotMatch(bfl.out, /^(?!provider|bfl|$|\d)/m);
    const wire = await typed('prices --model replicate:google/nano-banana-2');
    assert.match(wire.out, /\nputer +google\/nano-banana-2 +replicate [^]*\nOne row, /);
    const old = await typed('prices --provider bfl --stale', fresh);
    assert.match(old.out, /flux-1-dev +1024x1024 +≈\u00a0\$0\.025 +after 2025-11-25 /);
    assert.doesNotMatch(old.out, /flux-2-pro/);
    assert.match(await refusal('prices --model flux-9'), /^--model flux-9 has no prices\./);
    assert.match(
      await refusal('prices --provider x'),
      /^--provider x has no prices\. There are puter, /,
    );
  });

  it('never makes $0 of an unknown price, nor money of play money', async () => {
    const { out } = await typed('prices --json', late);
    const rows = JSON.parse(out) as { model: string; total?: Quote['total']; problem?: string }[];
    assert.ok(rows.length > 150);
    for (const { model, total, problem = '' } of rows) {
      assert.equal(total === undefined, problem !== '', model);
      assert.match(
        problem,
        /^$|No source|is needed|Puter no longer|local only|hosted by|shut it down/,
        model,
      );
    }
    const sandbox = await typed('prices --provider sandbox');
    assert.match(sandbox.out, /flux-2-pro +1024x1024 +\$0\.030 simulated /);
    const puter = await typed('prices --provider puter', Date.parse('2026-09-17'));
    assert.match(puter.out, / free +2026-09-16 /);
    assert.doesNotMatch(puter.out, /\$0\.00 /);
  });

  it('prices a row at the nearest size that it has', async () => {
    const [offer] = catalogue.offers.filter(({ provider }) => provider === 'bfl');
    const sizes = { ...offer?.sizes, area: 512 * 512 };
    const small = JSON.stringify({ ...catalogue, offers: [{ ...offer, sizes }] });
    const { out } = await typed('prices --prices own.json', late, { 'own.json': small });
    assert.match(out, /\nbfl +flux-2-klein-4b +512x512 +≈\u00a0\$/);
  });

  it('takes a list of one’s own', async () => {
    const one = JSON.stringify({ ...catalogue, offers: catalogue.offers.slice(0, 1) });
    const { out } = await typed('prices --prices -', late, { '-': one });
    assert.match(out, /\nOne row, 1 past its age limit\.\n$/);
  });
});

describe('user-pays-image', () => {
  it('helps, and says its version', async () => {
    for (const line of ['--help', '-h', 'help', 'quote --help', 'prices -h']) {
      const { code, out, err } = await typed(line);
      assert.deepEqual([code, err], [0, ''], line);
      assert.match(out, /^user-pays-image/, line);
      assert.match(out, /--provider ID/, line);
      for (const text of out.split('\n')) assert.ok(text.length <= 100, text);
    }
    assert.equal((await typed('--version')).out, `${release}\n`);
  });

  it('knows its commands', async () => {
    assert.equal(await refusal(''), 'Say a command: quote or prices. “--help” says more.');
    assert.match(await refusal('qoute'), /^“qoute” is no command: .+ Did you mean quote\?/);
    assert.match(await refusal('toString'), /^“toString” is no command/);
  });
});
