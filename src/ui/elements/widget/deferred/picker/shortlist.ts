import { lastFor } from '../../../../../checkout/last-for.js';
import { listed } from '../../../../../checkout/request.js';
import type { ModelChoice } from '../../../../../checkout/choices.js';
import { isOver, kinOf, noticeOf } from '../../../../../pricing/model-families.js';
import type { ModelInfo } from '../../../../../pricing/models.js';
import type { FirstModel } from '../../model.js';

/** Models in the menu before the reader chooses further ones. */
const most = 8;

type ShortlistSource = Pick<FirstModel, 'settings' | 'quote' | 'offered' | 'sums' | 'models'>;

/**
 * The few models in the menu of a provider with many: the present one, those the reader has paid
 * for, those the page names, and the cheapest adequate ones. A model stays in it once it was there,
 * and the order stays.
 */
export class Shortlist {
  readonly #start = lastFor<readonly string[]>();
  readonly #chosen = new Set<string>();
  #last: readonly ModelInfo[] | undefined;

  /** `isChoosing`: the menu has the focus. Its choices must not move then (WebKit loses a key press). */
  of(first: ShortlistSource, today: string, isChoosing: boolean): readonly ModelInfo[] {
    const { offered, quote } = first;
    const current = quote.request.model;
    if (isChoosing) {
      this.#last ??= offered.models;
      const missing = this.#last.some(({ id }) => id === current)
        ? []
        : offered.models.filter(({ id }) => id === current);
      return (this.#last = [...this.#last, ...missing]);
    }
    const start = this.#start(keyOf(first), () => startOf(first, today));
    this.#chosen.add(current);
    this.#last = offered.models
      .filter(({ id }) => start.includes(id) || this.#chosen.has(id))
      .map((model) => ({ ...model, name: kinOf(model).name }));
    return this.#last;
  }
}

function keyOf(first: ShortlistSource): readonly unknown[] {
  const { settings, offered } = first;
  const ids = offered.models.map(({ id }) => id);
  return [settings.provider, settings.models, ids.join(' '), boughtIn(first).join(' ')];
}

/** The models the reader has used, most pictures first. */
function boughtIn({ settings, sums }: ShortlistSource): readonly string[] {
  return (sums?.byModel ?? [])
    .filter(({ provider }) => provider === settings.provider)
    .sort((a, b) => b.pictures - a.pictures)
    .map(({ model }) => model);
}

function startOf(first: ShortlistSource, today: string): readonly string[] {
  const { settings, quote, offered, models } = first;
  const ids = new Set(offered.models.map(({ id }) => id));
  const isSound = (id: string, route?: string): boolean => {
    const notice = noticeOf(settings.provider, id, route);
    return ids.has(id) && !(notice && (notice.kind === 'failing' || isOver(notice, today)));
  };
  const bought = boughtIn(first).filter((id) => isSound(id));
  const named = listed(settings.models).filter((id) => isSound(id));
  const cheap = adequate(models.filter(({ id, priced }) => isSound(id, priced.request.route)));
  const wanted = [quote.request.model, ...bought, ...named, ...cheap.map(({ id }) => id)];
  return [...new Set(wanted)].slice(0, most);
}

/** Models that have a price and need only a prompt; drafts only if there are no others. */
function adequate(models: readonly ModelChoice[]): readonly ModelChoice[] {
  const usable = models.filter(
    (model) => model.priced.total && !model.needsReference && !kinOf(model).traits.needs,
  );
  const finals = usable.filter(({ draft }) => !draft);
  return finals.length > 0 ? finals : usable;
}
