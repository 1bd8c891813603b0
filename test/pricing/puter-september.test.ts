import { assert } from 'chai';
import { quote } from '../../src/pricing/quote.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import recorded from '../recorded/puter/charges-2026-09.json' with { type: 'json' };
import { september as prices, septemberRows } from '../support/puter-lists.js';

/**
 * Charges measured on September's backend with a supplier of the measurer's choosing (its sizes,
 * seconds and tokens): what we say beforehand must hold them.
 */
interface Charge {
  readonly n: number;
  readonly args: Readonly<Record<string, unknown>>;
  readonly http: number;
  readonly upstream?: { readonly picture?: string };
  readonly provider: string;
  readonly chargedMicrocents: number;
}

const charges = recorded as readonly Charge[];

const common = new Set([
  'prompt',
  'model',
  'provider',
  'width',
  'height',
  'ratio',
  'aspect_ratio',
  'input_images',
  'providerOptions',
]);

function sizeOf(text: string | undefined): { width: number; height: number } | undefined {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text ?? '') ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : undefined;
}

/** The size a reader would have asked for: as sent, else what came. */
function askedSize({ args, upstream }: Charge): { width: number; height: number } {
  if (args['width'] && args['height'])
    return { width: Number(args['width']), height: Number(args['height']) };
  const side = upstream?.picture === '2K' ? 2048 : 1024;
  return sizeOf(upstream?.picture) ?? { width: side, height: side };
}

/** The same order as a request of ours. */
function requestOf(charge: Charge): ImageRequest {
  const { args } = charge;
  const row = septemberRows.find(({ id }) => id === args['model']);
  const own = Object.entries(args).filter(([name]) => !common.has(name));
  const more = Object.entries((args['providerOptions'] ?? {}) as Record<string, unknown>)
    .filter(([name]) => name !== 'aspect_ratio')
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : value]);
  const references = ((args['input_images'] ?? []) as string[]).flatMap((one) => sizeOf(one) ?? []);
  return {
    provider: 'puter',
    model: row?.puterId ?? String(args['model']),
    ...askedSize(charge),
    references,
    options: Object.fromEntries([...own, ...more]) as Record<string, string>,
  };
}

function microcents(text: string): number {
  return Number(text) * 1e8;
}

function holds({ total }: Quote, charged: number): boolean {
  if (!total) return false;
  return charged >= microcents(total.low) - 0.5 && charged <= microcents(total.high) + 0.5;
}

/** Orders that Puter refuses: nothing is charged, and no price is promised for them either. */
const refused = charges.filter(({ http }) => http !== 200);

/** Hidden from the list, so without a public price. */
const hidden = charges.filter(({ args }) => args['model'] === 'gpt-image-1-mini');

/** Tokens are the supplier's: those measurements chose other counts than a picture takes. */
const oddTokens = new Set([292, 295, 298, 307]);

/**
 * Orders that we never send: a mode that the row does not list, which we refuse, and 2048×2048
 * without the megapixels that make it so large.
 */
const never = new Set([19, 28]);

const answered = charges.filter(
  (one) => !refused.includes(one) && !hidden.includes(one) && !never.has(one.n),
);

describe('what is said before a click, against what September’s backend charged', () => {
  for (const charge of answered) {
    const { n, args, chargedMicrocents } = charge;
    it(`#${n} ${String(args['model'])}`, () => {
      const said = quote(requestOf(charge), { prices });
      assert.ok(said.total, `${said.problem?.text}`);
      if (oddTokens.has(n)) assert.strictEqual(said.exactness, 'range');
      else
        assert.ok(
          holds(said, chargedMicrocents),
          `${JSON.stringify(said.total)} for ${chargedMicrocents}`,
        );
      if (said.exactness === 'exact')
        assert.strictEqual(Math.round(microcents(said.total.low)), Math.round(chargedMicrocents));
    });
  }
});
