import { expect } from 'chai';
import { settingMistakes } from '../../src/checkout/setting-mistakes.js';
import { changedSettings, usualSettings } from '../../src/checkout/settings.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { firstPrices } from '../../src/pricing/catalogue/first-prices.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';

function mistakes(changes: Record<string, unknown>, prices: PriceList = catalogue): string[] {
  const settings = changedSettings(usualSettings(), changes, changes.provider);
  return [...settingMistakes({ settings, prices })];
}

describe('mistakes in the settings', () => {
  const told: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ provider: 'nope' }, 'provider can’t be "nope": known are puter, sandbox,'],
    [{ provider: 'constructor' }, 'provider can’t be "constructor"'],
    [{ providers: 'bfl nope' }, 'providers can’t be "nope": known are puter,'],
    [{ relay: 'foo' }, 'relay can’t be "foo": an https address, or puter'],
    [{ relay: 'http://relay.example' }, 'relay can’t be "http://relay.example"'],
    [{ provider: 'openai-compatible' }, 'endpoint can’t be "": the address of the server'],
    [{ provider: 'openai-compatible', endpoint: 'foo' }, 'endpoint can’t be "foo"'],
    [{ currency: 'EUR' }, 'currency "EUR" needs a rate'],
    [{ rate: '0.9' }, 'rate needs a currency'],
    [{ currency: 'EURO', rate: '0.9' }, 'currency can’t be "EURO": a code such as EUR'],
    [{ currency: 'ZZZ', rate: '0.9' }, 'currency can’t be "ZZZ"'],
    [{ unitPrice: 'abc' }, 'unit-price can’t be "abc": US dollars'],
    [{ sizes: '64x64 foo' }, 'sizes can’t be "foo": WIDTHxHEIGHT in pixels'],
    [{ sizes: '64' }, 'sizes can’t be "64"'],
    [{ count: 9, maxCount: 2 }, 'count 9 is more than max-count 2'],
    [{ maxCount: NaN }, 'max-count can’t be "NaN": a whole number from 1'],
    [{ maxCount: 0 }, 'max-count can’t be "0"'],
    [{ models: 'nope', provider: 'bfl' }, 'models can’t be "nope": no such model at bfl'],
    [
      { models: 'flux-2-pro nope', providers: 'bfl fal' },
      'models can’t be "nope": no such model at bfl or fal',
    ],
    [{ options: { foo: 'bar' } }, 'options can’t be "foo": no model of puter has it'],
    [{ options: 'foo' }, 'options can’t be "foo"'],
    [{ options: 'quality = high' }, 'options can’t be "high"'],
    [{ options: ['quality'] }, 'options can’t be "0"'],
  ];
  for (const [changes, line] of told)
    it(`${JSON.stringify(changes)}: ${line}`, () => {
      const [first, ...others] = mistakes(changes);
      expect(first).to.satisfy((text = '') => text.startsWith(line), first);
      expect(others).to.deep.equal([]);
    });

  const fine: readonly Record<string, unknown>[] = [
    {},
    { provider: 'BFL', relay: 'https://relay.example/x' },
    { relay: 'puter', provider: 'fal' },
    { relay: 'http://localhost:8787' },
    { providers: 'Puter  BFL', models: 'flux-2-pro' },
    { provider: 'openai-compatible', endpoint: 'http://localhost:1234/v1', models: 'any' },
    { provider: 'openai-compatible', endpoint: 'https://x.example', options: { quality: 'high' } },
    { currency: 'eur', rate: '0.92' },
    { currency: 'JPY', rate: 151.37 },
    { sizes: '512x512 768x768', count: 4 },
    { sizes: '512x512, 768x768', models: 'flux-2-pro,flux-2-dev' },
    { providers: 'puter, bfl', models: 'flux-2-pro , flux-2-max' },
    { options: 'quality=high' },
    { options: { negativePrompt: 'rain' } },
    { unitPrice: 0.02 },
  ];
  for (const changes of fine)
    it(`${JSON.stringify(changes)} has none`, () => {
      expect(mistakes(changes)).to.deep.equal([]);
    });

  it('nothing is said of models and options before all prices are here', () => {
    expect(mistakes({ models: 'nope', options: 'foo=1' }, firstPrices)).to.deep.equal([]);
  });
});
