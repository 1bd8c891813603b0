import { expect } from 'chai';
import { ageLimit, daysOld, isPastLimit } from '../../src/pricing/age-limits.js';
import { catalogue } from '../../src/pricing/index.js';

const day = 86_400_000;
const read = Date.parse('2026-08-21');
function of(kind: 'live' | 'provider' | 'third-party') {
  return { kind, readOn: '2026-08-21' };
}

describe('how long a price is taken for today’s', () => {
  it('is two weeks where others’ prices are passed on, two months for a provider’s own page', () => {
    for (const gateway of ['puter', 'aigateway', 'openrouter', 'huggingface', 'pollinations']) {
      expect(
        [
          isPastLimit(gateway, of('provider'), read + 14 * day),
          isPastLimit(gateway, of('provider'), read + 15 * day),
        ],
        gateway,
      ).to.deep.equal([false, true]);
    }
    for (const own of ['bfl', 'fal', 'replicate', 'nobody knows']) {
      expect(
        [
          isPastLimit(own, of('provider'), read + 60 * day),
          isPastLimit(own, of('provider'), read + 61 * day),
        ],
        own,
      ).to.deep.equal([false, true]);
    }
  });

  it('is shorter for what somebody else says of a provider, and no longer for a list that once was live', () => {
    expect(ageLimit('replicate', 'third-party')).to.be.lessThan(ageLimit('replicate', 'provider'));
    expect(ageLimit('puter', 'live')).to.equal(14);
  });

  it('never passes over a provider by a name of Object’s own, and takes none for today’s where the day or the time is none', () => {
    expect(ageLimit('constructor', 'provider')).to.equal(60);
    expect(isPastLimit('puter', { kind: 'provider', readOn: 'soon' }, read)).to.equal(true);
    expect(isPastLimit('puter', of('provider'), NaN)).to.equal(true);
    expect(daysOld('2026-08-21', read + day - 1)).to.equal(0);
  });

  it('is known for every provider of the catalogue', () => {
    for (const { provider, prices } of catalogue.offers)
      for (const { source } of prices)
        expect(ageLimit(provider, catalogue.sources[source]?.kind ?? 'provider')).to.be.within(
          1,
          60,
        );
  });
});
