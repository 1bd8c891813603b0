import { isProviderId, providerIds } from '../base/provider-id.js';
import { mayCome } from '../generation/whole-catalogue.js';
import { indexOf } from '../pricing/list-index.js';
import { isAmong, models } from '../pricing/models.js';
import { plainAmount } from '../pricing/money.js';
import { snake } from '../pricing/options.js';
import { isSafePlace } from '../providers/key-gate.js';
import type { ChoiceSource } from './choices.js';
import { listed } from './request.js';
import type { CheckoutSettings } from './settings.js';

type Source = Pick<ChoiceSource, 'settings' | 'prices'>;

/**
 * What the page's author can't have meant, a sentence each that begins with the attribute. Limits
 * and rates are checked where they are read, model, size and count where the request is priced.
 */
export function settingMistakes(source: Source): readonly string[] {
  const { settings, prices } = source;
  return [
    ...providerMistakes(settings),
    ...addressMistakes(settings),
    ...amountMistakes(settings),
    ...sizeMistakes(settings),
    // A model or an option may be on a list that is not loaded yet.
    ...(mayCome('unknown-model', prices) ? [] : listMistakes(source)),
  ];
}

function providerMistakes({ provider, providers }: CheckoutSettings): string[] {
  const named = [['provider', provider], ...listed(providers).map((id) => ['providers', id])];
  return named.flatMap(([name = '', id = '']) =>
    isProviderId(id) ? [] : wrong(name, id, `known are ${providerIds.join(', ')}`),
  );
}

function addressMistakes({ provider, relay, endpoint }: CheckoutSettings): string[] {
  const isRelay = relay === undefined || relay === 'puter' || isSafePlace(relay);
  return [
    ...(isRelay ? [] : wrong('relay', relay, 'an https address, or puter')),
    ...(provider !== 'openai-compatible' || (endpoint && URL.canParse(endpoint))
      ? []
      : wrong('endpoint', endpoint ?? '', 'the address of the server that makes the picture')),
  ];
}

function amountMistakes({ currency, rate, unitPrice }: CheckoutSettings): string[] {
  return [
    ...(isCurrency(currency) ? [] : wrong('currency', currency, 'a code such as EUR')),
    ...(currency !== 'USD' && rate === undefined
      ? [`currency ${JSON.stringify(currency)} needs a rate: how much of it one US dollar is`]
      : []),
    ...(currency === 'USD' && rate !== undefined
      ? ['rate needs a currency: the code of the one it is the rate of']
      : []),
    ...(unitPrice === '' || plainAmount(unitPrice)
      ? []
      : wrong('unit-price', unitPrice, 'US dollars, such as 0.02')),
  ];
}

function isCurrency(code: string): boolean {
  // Chromium, Firefox and WebKit know this list since 2022; elsewhere any three letters pass.
  const known = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('currency') : [code];
  return /^[a-z]{3}$/i.test(code) && known.includes(code.toUpperCase());
}

function sizeMistakes({ sizes, count, maxCount }: CheckoutSettings): string[] {
  const isMost = Number.isSafeInteger(maxCount) && maxCount > 0;
  return [
    ...listed(sizes)
      .filter((size) => !/^\d+x\d+$/.test(size))
      .flatMap((size) => wrong('sizes', size, 'WIDTHxHEIGHT in pixels')),
    ...(isMost ? [] : wrong('max-count', String(maxCount), 'a whole number from 1')),
    ...(isMost && count > maxCount ? [`count ${count} is more than max-count ${maxCount}`] : []),
  ];
}

/** Models and options that none of the named providers has. */
function listMistakes({ settings, prices }: Source): string[] {
  const named = new Set([settings.provider, ...listed(settings.providers)]);
  const payees = [...named].filter(isProviderId);
  // Nobody knows what a server of one's own has.
  if (payees.length === 0 || payees.includes('openai-compatible')) return [];
  const offered = payees.flatMap((id) => models(id, prices));
  const offers = payees.flatMap((id) => [...(indexOf(prices).get(id)?.values() ?? [])].flat());
  const options = new Set(
    offers.flatMap(({ offer }) =>
      Object.entries(offer.options ?? {}).flatMap(([name, { names = [name] }]) => names),
    ),
  );
  return [
    ...listed(settings.models)
      .filter((model) => !offered.some((one) => isAmong([model], one)))
      .flatMap((model) => wrong('models', model, `no such model at ${payees.join(' or ')}`)),
    ...Object.keys(settings.options)
      .filter((name) => !options.has(snake(name)))
      .flatMap((name) => wrong('options', name, `no model of ${payees.join(' or ')} has it`)),
  ];
}

function wrong(name: string, text: string, meant: string): [string] {
  return [`${name} can’t be ${JSON.stringify(text)}: ${meant}`];
}
