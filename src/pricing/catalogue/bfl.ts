import { decides, flux1Sizes, flux2Sizes, image, offers, shapes, tier, type Row } from './offer.js';

const kontext = shapes(1);
const ultra = shapes(4);

/** Black Forest Labs' own API. */
export const bfl = offers('bfl', 'bfl', [
  tier('klein-4b'),
  tier('klein-9b'),
  tier('pro'),
  tier('flex'),
  tier('max'),
  ['flux-2-dev', flux2Sizes, 4, [], { notHosted: 'local only' }],
  flat('flux-1-kontext-pro', kontext, 4, 4),
  flat('flux-1-kontext-max', kontext, 4, 8),
  flat('flux-1.1-pro', flux1Sizes, 0, 4),
  flat('flux-1.1-pro-ultra', ultra, 0, 6),
  flat('flux-1.1-pro-raw', ultra, 0, 6),
  flat('flux-1-fill-pro', shapes(), 1, 5, { needsReference: true, mask: 'white' }),
  ['flux-1-dev', flux1Sizes, 0, [decides('based', image('0.025'))]],
  ['flux-1-schnell', flux1Sizes, 0, [], { notHosted: 'hosted by others' }],
]);

/** The same models and prices for the sandbox, in simulated money. */
export const sandbox = bfl
  .filter((one) => !one.notHosted)
  .map((one) => ({
    ...one,
    provider: 'sandbox',
    simulated: true as const,
    prices: one.prices.map(({ rule, source }) => decides(`sandbox-${source}`, rule)),
  }));

/** A fixed price per image of any size. One BFL credit is $0.01. */
function flat(model: string, sizes: Row[1], references: number, cents: number, more?: Row[4]): Row {
  return [model, sizes, references, image(`0.0${cents}`), more];
}
