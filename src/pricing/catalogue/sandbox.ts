import type { ListedSource } from '../price-list-types.js';
import { bfl, bflSources } from './bfl.js';
import { decides, offersOf } from './offer.js';

/** The sources of Black Forest Labs' prices, for the sandbox. */
export const sandboxSources: Readonly<Record<string, ListedSource>> = Object.fromEntries(
  Object.entries(bflSources).map(([key, read]) => [
    `sandbox-${key}`,
    { ...read, name: `Simulated: ${read.name}` },
  ]),
);

/** The same models and prices as Black Forest Labs', in simulated money. */
export const sandbox = offersOf('sandbox', bfl)
  .filter((one) => !one.notHosted)
  .map((one) => ({
    ...one,
    simulated: true as const,
    prices: one.prices.map(({ rule, source }) => decides(`sandbox-${source}`, rule)),
  }));
