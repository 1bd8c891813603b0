import { expect } from 'chai';
import { quote } from '../../src/pricing/index.js';
import type { Size } from '../../src/pricing/quote-types.js';

/**
 * First, further and input megapixel in tenths of a cent, written down apart from the catalogue
 * (BFL's formula, 1 MP = 1024×1024, rounded up).
 */
const mills: Readonly<Record<string, readonly [number, number]>> = {
  'flux-2-klein-4b': [14, 1],
  'flux-2-klein-9b': [15, 2],
  'flux-2-pro': [30, 15],
  'flux-2-flex': [50, 50],
  'flux-2-max': [70, 30],
};
const most: Readonly<Record<string, number>> = { 'flux-2-klein-4b': 4, 'flux-2-klein-9b': 4 };

/** Counts megapixels by taking them away one by one: no division, no rounding to get wrong. */
function megapixels({ width, height }: Size): number {
  let count = 0;
  for (let left = width * height; left > 0; left -= 1_048_576) count += 1;
  return count;
}

function asDollars(amount: number): string {
  const text = `${Math.trunc(amount / 1000)}.${String(amount % 1000).padStart(3, '0')}`
    .replace(/0+$/, '')
    .replace(/\.$/, '');
  return text;
}

/** A small generator of its own, so that every run asks the same 5,000 questions. */
function random(seed: number) {
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}

describe('BFL’s list against whole-number arithmetic', () => {
  for (const provider of ['bfl', 'sandbox']) {
    it(`agrees on 5,000 requests around the megapixel boundaries (${provider})`, () => {
      const next = random(provider === 'bfl' ? 7 : 11);
      const upTo = (n: number): number => Math.floor(next() * n);
      const models = Object.keys(mills);
      let boundaries = 0;
      for (let n = 0; n < 5000; n += 1) {
        const model = models[upTo(models.length)] ?? '';
        const width = 16 * (4 + upTo(124));
        const edge = Math.floor((1_048_576 * (1 + upTo(4))) / width / 16) * 16;
        const height = Math.max(
          64,
          Math.min(edge + 16 * (upTo(3) - 1), Math.floor(4_194_304 / width / 16) * 16),
        );
        if (Math.abs(height - edge) <= 16) boundaries += 1;
        const count = 1 + upTo(4);
        const references = Array.from({ length: upTo(3) }, () => ({
          width: 900 + upTo(1300),
          height: 900 + upTo(1000),
        })).slice(0, most[model] ?? 8);
        const [first, further] = mills[model] ?? [0, 0];
        const made = first + (megapixels({ width, height }) - 1) * further;
        const high =
          count * (made + references.reduce((sum, one) => sum + megapixels(one), 0) * further);
        // Of several references nobody knows whether each counts as one megapixel or at its size.
        const low =
          references.length > 1
            ? count * (made + references.length * further)
            : count *
              (made +
                references.reduce((sum, one) => sum + Math.min(4, megapixels(one)), 0) * further);
        const { total } = quote({ provider, model, width, height, count, references });
        expect(
          total,
          `${model} ${width}x${height} ×${count} ${JSON.stringify(references)}`,
        ).to.deep.equal({ low: asDollars(low), high: asDollars(high) });
      }
      expect(boundaries).to.be.greaterThan(3000);
    });
  }

  it('makes 1920×1080 two megapixels, as BFL billed it', () => {
    expect(
      quote({ provider: 'bfl', model: 'flux-2-pro', width: 1920, height: 1080 }).total?.high,
    ).to.equal('0.045');
  });
});
