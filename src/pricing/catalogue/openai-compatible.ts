import { freeSizes } from './any-sizes.js';
import type { Host, HostRow } from './host.js';
import { source } from './source.js';

const sources = {
  own: {
    ...source('Puter’s FLUX pricing guide', '2026-06-01', 'third-party'),
    page: 'developer.puter.com/tutorials/flux-api-pricing/',
  },
};

const ownServer: HostRow<keyof typeof sources> = {
  name: 'Own server',
  sizes: { ...freeSizes, max: 4096, area: 1 << 24 },
  references: 0,
  seed: false,
  prices: [
    {
      source: 'own',
      rule: { kind: 'self-hosted', each: '0' },
      says: 'on your own hardware has no per-image fee',
    },
  ],
};

/** `*` stands for any other model: the models of a self-hosted server cannot be listed. */
export const openaiCompatible: Host<keyof typeof sources> = {
  sources,
  rows: { default: ownServer, '*': ownServer },
};
