import { flux1Sizes, flux2, flux2Sizes, image, offers, price, shapes, type Row } from './offer.js';

const metered = (model: string, references: number, first: string, further: string): Row =>
  [`flux-2-${model}`, flux2Sizes, references, flux2(first, further), `from $${first}; further and input megapixels $${further} each, rounded up`];

/** One credit is $0.01. Per picture, whatever its size. */
const flat = (model: string, sizes: Row[1], references: number, cents: number, more?: Row[5]): Row =>
  [model, sizes, references, image(`0.0${cents}`), `${cents} credits, $0.0${cents} per image`, more];

const kontext = shapes(1);
const ultra = shapes(4);

/** Black Forest Labs' own API. */
export const bfl = offers('bfl', 'bfl', [
  metered('klein-4b', 4, '0.014', '0.001'),
  metered('klein-9b', 4, '0.015', '0.002'),
  metered('pro', 8, '0.03', '0.015'),
  metered('flex', 8, '0.05', '0.05'),
  metered('max', 8, '0.07', '0.03'),
  ['flux-2-dev', flux2Sizes, 4, [], '', { notHosted: 'local only' }],
  flat('flux-1-kontext-pro', kontext, 4, 4),
  flat('flux-1-kontext-max', kontext, 4, 8),
  flat('flux-1.1-pro', flux1Sizes, 0, 4),
  flat('flux-1.1-pro-ultra', ultra, 0, 6),
  flat('flux-1.1-pro-raw', ultra, 0, 6),
  flat('flux-1-fill-pro', shapes(), 1, 5, { needsReference: true }),
  ['flux-1-dev', flux1Sizes, 0, [price('based', image('0.025'), 'Flux Dev $0.025/image')]],
  ['flux-1-schnell', flux1Sizes, 0, [], '', { notHosted: 'hosted by others' }],
]);

/** The same prices with play money. */
export const sandbox = bfl.filter((one) => !one.notHosted).map((one) => ({
  ...one, provider: 'sandbox', simulated: true as const,
  prices: one.prices.map(({ rule, says }) => price('sandbox', rule, `no real money moves; ${says}`)),
}));
