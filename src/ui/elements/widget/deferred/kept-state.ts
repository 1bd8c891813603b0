import { defined } from '../../../../base/defined.js';
import { seedIn } from '../../../../base/seed.js';
import type { PictureState } from '../../../../generation/purchase.js';
import type { KeptPicture } from '../../../../pictures/picture-library.js';
import { readableName } from '../../../../pricing/readable-name.js';
import { dateText } from '../../../amount.js';
import type { WidgetModel } from '../model.js';

const states = new WeakMap<Blob, PictureState>();

/**
 * A kept picture in the form of one just bought, so that both have the same tools. Its prompt is
 * the kept one, else this visit's, else model and day.
 */
export function keptAs(
  model: WidgetModel,
  kept: KeptPicture,
  { blob, url }: Partial<Readonly<{ blob: Blob; url: string }>> = {},
): PictureState {
  if (!blob || url === undefined) return { id: kept.id, name: 'done' };
  const known = states.get(blob);
  const alt =
    promptOf(model, kept) || `${nameOf(model, kept)}, ${dateText(kept.at, model.amounts)}`;
  if (known?.image?.alt === alt) return known;
  const state = bought(kept, blob, url, alt);
  states.set(blob, state);
  return state;
}

/** Its model as a reader knows it. */
export function nameOf({ offered }: WidgetModel, { model }: KeptPicture): string {
  return offered.models.find(({ id }) => id === model)?.name ?? readableName(model);
}

/** The picture's prompt if it is kept or from this visit; else empty. */
export function promptOf({ wordsOf }: WidgetModel, { id, prompt }: KeptPicture): string {
  return prompt ?? wordsOf(id);
}

function bought(kept: KeptPicture, blob: Blob, url: string, alt: string): PictureState {
  return {
    id: kept.id,
    name: 'done',
    image: {
      blob,
      url,
      alt,
      width: kept.width,
      height: kept.height,
      ...defined({ withheld: kept.withheld || undefined }),
    },
    receipt: {
      id: kept.id,
      provider: kept.provider,
      model: kept.model,
      at: kept.at,
      lines: [],
      estimated: kept.cost ?? '',
      basis: 'reported',
      charge: 'charged',
      simulated: kept.simulated === true,
      ...defined({ route: kept.route, charged: kept.cost }),
    },
    // An older one may have been rounded.
    ...defined({ seed: seedIn(kept.seed) }),
  };
}
