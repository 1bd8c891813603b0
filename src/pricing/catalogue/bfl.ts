import type { Offer, Price } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { flux1Sizes, flux2Sizes, image, offer, price, rounded, shapes } from './offer.js';

const floor = 'Its “from” price leaves the reference picture out';
const perMegapixel = 'Counts every megapixel at the price of the first';

/** What the guides' tables say: one megapixel, without and with a reference. */
const tables = (source: string, text: string, edit: string, wrongText?: string, wrongEdit?: string): Price[] => [
  price(source, image(text), `from $${text}`, { when: 'text', upTo: 1, ...wrongText && { wrong: wrongText } }),
  price(source, image(edit), `editing from $${edit}`, { when: 'edit', upTo: 1, ...wrongEdit && { wrong: wrongEdit } }),
];

const flux2 = (first: string, further: string): Price[] => {
  const rule: Rule = { kind: 'megapixel', pixels: 1_048_576, first, further, input: further, inputUnsure: true };
  const says = `first megapixel $${first}, each further and each input megapixel $${further}, rounded up`;
  return [price('bfl', rule, `from $${first}; ${says}`), price('formula', rule, says)];
};

/** One credit is $0.01. The price is per picture, whatever its size. */
const flat = (each: string, ...others: Price[]): Price[] =>
  [...['bfl', 'formula', 'bflOld'].map((source) => price(source, image(each), `$${each} per image`)), ...others];

const guide = (each: string): Price => price('guide', image(each), `$${each} per image`);

/** Black Forest Labs' own API. */
export const bfl: readonly Offer[] = [
  offer('bfl', 'flux-2-klein-4b', flux2Sizes, 4, [
    ...flux2('0.014', '0.001'),
    price('guide', rounded('0.001', '0.014'), '2MP: $0.014 + $0.001', { when: 'text' }),
    price('bflOld', rounded('0.001', '0.014'), '2MP: $0.014 + $0.001 = $0.015', { when: 'text' }),
    ...tables('guide', '0.014', '0.014', undefined, floor), ...tables('bflOld', '0.014', '0.014', undefined, floor),
  ], { seed: true }),
  offer('bfl', 'flux-2-klein-9b', flux2Sizes, 4, [
    ...flux2('0.015', '0.002'), ...tables('guide', '0.015', '0.015', undefined, floor), ...tables('bflOld', '0.015', '0.015', undefined, floor),
  ], { seed: true }),
  offer('bfl', 'flux-2-pro', flux2Sizes, 8, [
    ...flux2('0.03', '0.015'), ...tables('guide', '0.03', '0.045'), ...tables('bflOld', '0.03', '0.045'),
    price('based', rounded('0.03'), '$0.03 per megapixel; 2048x2048 about $0.12', { when: 'text', wrong: perMegapixel }),
    price('based', rounded('0.045'), 'editing $0.045 per megapixel', { when: 'edit', wrong: perMegapixel }),
  ], { seed: true }),
  offer('bfl', 'flux-2-flex', flux2Sizes, 8, [
    ...flux2('0.05', '0.05'), ...tables('guide', '0.05', '0.05', undefined, floor),
    ...tables('bflOld', '0.06', '0.12', 'BFL’s price before 28 January 2026', 'BFL’s price before 28 January 2026'),
  ], { seed: true }),
  offer('bfl', 'flux-2-max', flux2Sizes, 8, [
    ...flux2('0.07', '0.03'), ...tables('guide', '0.07', '0.07', undefined, floor),
    price('based', rounded('0.07'), '$0.07 per megapixel', { wrong: perMegapixel }),
  ], { seed: true }),
  offer('bfl', 'flux-2-dev', flux2Sizes, 4, [
    price('bflOld', image('0'), 'Free: local development', { wrong: 'Free means running it yourself; nobody makes the picture there' }),
  ], { notHosted: 'local only: open weights, no hosted API' }),
  offer('bfl', 'flux-1-kontext-pro', shapes(1), 4, flat('0.04', guide('0.04')), { seed: true }),
  offer('bfl', 'flux-1-kontext-max', shapes(1), 4, flat('0.08', guide('0.08')), { seed: true }),
  offer('bfl', 'flux-1.1-pro', flux1Sizes, 0, flat('0.04', guide('0.04'),
    price('zaro', rounded('0.04'), '$0.04 per megapixel; 2000x2000 $0.16', { wrong: 'BFL bills per image; per megapixel is fal’s price' })), { seed: true }),
  offer('bfl', 'flux-1.1-pro-ultra', shapes(4), 0, flat('0.06', guide('0.06'),
    price('based', rounded('0.06'), 'Ultra $0.06 per megapixel', { wrong: 'It is $0.06 per image' })), { seed: true }),
  offer('bfl', 'flux-1.1-pro-raw', shapes(4), 0, flat('0.06', guide('0.06')), { seed: true }),
  offer('bfl', 'flux-1-fill-pro', shapes(), 1, flat('0.05', guide('0.05')), { seed: true, needsReference: true }),
  offer('bfl', 'flux-1-dev', flux1Sizes, 0, [price('based', image('0.025'), 'Flux Dev $0.025/image')], { seed: true }),
  offer('bfl', 'flux-1-schnell', flux1Sizes, 0, [], { notHosted: 'no endpoint there: open weights, hosted by others' }),
];

/** The same prices with play money. */
export const sandbox: readonly Offer[] = bfl.filter((one) => !one.notHosted).map(({ prices, ...one }) => ({
  ...one, provider: 'sandbox', simulated: true,
  prices: prices.slice(0, 1).map(({ rule, says }) => price('sandbox', rule, `no real money moves; ${says}`)),
}));
