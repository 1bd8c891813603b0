import type { ProviderId } from '../../base/provider-id.js';
import type { Offer, Price } from '../price-list-types.js';

/**
 * The rows of a provider's file by model, with the prices that decide. `Source` are the keys of the
 * sources it may name.
 */
export type Rows<Source extends string = string> = Readonly<
  Record<string, Row<Price & { readonly source: Source }>>
>;

/** One model. Unless it says otherwise it takes a seed; names are made from the model's id. */
export interface Row<OnePrice> extends Pick<Offer, 'sizes' | 'references'>, Partial<About> {
  readonly prices: readonly OnePrice[];
}
type About = Pick<Offer, 'name' | 'needsReference' | 'mask' | 'seed' | 'draft' | 'notHosted'>;

/** Makes a provider's offers. Schnell models are drafts, which are never chosen by default. */
export function offersOf<OneRow extends Row<Price>>(
  provider: ProviderId,
  rows: Readonly<Record<string, OneRow>>,
): (OneRow & Offer)[] {
  return Object.entries(rows).map(([model, row]) => ({
    provider,
    model,
    name: nameOf(model),
    seed: true,
    ...(model.endsWith('schnell') && { draft: true }),
    ...row,
  }));
}

/**
 * A deciding price of the first look. Its words and page come later: they are not in the files that
 * every reader loads.
 */
export function decides<Source extends string>(
  source: Source,
  rule: Price['rule'],
): Price & { readonly source: Source } {
  return { rule, source, says: '' };
}

/** `flux-2-klein-4b` → `FLUX.2 klein 4B`. Ids of other models stay as they are. */
function nameOf(model: string): string {
  const [, version, rest] = /^flux-(1\.1|1|2)-([\w-]+)$/.exec(model) ?? [];
  return version && rest
    ? `FLUX${version === '1.1' ? '' : '.'}${version} ${rest.replaceAll('-', ' ').replace(/\db/, (size) => size.toUpperCase())}`
    : model;
}
