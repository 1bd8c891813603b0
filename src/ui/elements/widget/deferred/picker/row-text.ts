import { utcDate } from '../../../../../base/utc-date.js';
import { isOver, type ModelTraits } from '../../../../../pricing/model-families.js';
import { dateText, priceText } from '../../../../amount.js';
import type { WidgetModel } from '../../model.js';
import type { ModelRow } from '../../picker-model.js';

/** The maker, what the model accepts, and how often the reader used it. */
export function factsOf({ words }: Pick<WidgetModel, 'words'>, row: ModelRow): readonly string[] {
  const { traits, references, needsPicture, maker, made } = row;
  const takes = [
    ...(traits.words ? [words.takesWords] : []),
    ...(references > 0
      ? [words.takesPictures(references)]
      : needsPicture || traits.needs === 'picture'
        ? [words.takesPictures(1)]
        : []),
    ...(traits.mask ? [words.takesMask] : []),
    ...(traits.lettering ? [words.writesText] : []),
  ];
  return [...(maker ? [maker] : []), ...takes, ...(made > 0 ? [words.madeWith(made)] : [])];
}

/** Known problems: retired, about to be retired, or failing. */
export function noticeText(model: WidgetModel, { notice, priced }: ModelRow): string | undefined {
  const { words, payer, amounts } = model;
  if (!notice) return priced ? undefined : words.notOffered(payer.name);
  const date = dateText(notice.day, amounts);
  if (notice.kind === 'failing') return words.failedOn(date);
  const isPast = isOver(notice, utcDate(model.now));
  if (notice.kind === 'replaced')
    return (isPast ? words.replacedOn : words.replacesOn)(date, notice.by ?? '');
  return (isPast ? words.retiredOn : words.retiresOn)(date);
}

/** The row's price for this request; `undefined` if the request is incomplete or no price is known. */
export function rowPrice(model: WidgetModel, row: ModelRow): string | undefined {
  return lackOf(model, row) ? undefined : priceText(row.priced, model.amounts);
}

/** Why there is no price. */
export function lackText(model: WidgetModel, row: ModelRow): string {
  const { words } = model;
  const { priced, references } = row;
  if (!priced) return '';
  const lacking = lackOf(model, row);
  if (lacking) return words.needs[lacking];
  const code = priced.problem?.code ?? 'no-price';
  if (code === 'too-many-references')
    return references > 0 ? words.takesPictures(references) : words.takesNoPictures;
  return aboutSize.has(code) ? words.notThisSize : words.priceUnknown;
}

const aboutSize: ReadonlySet<string> = new Set([
  'invalid-size',
  'too-small',
  'too-large',
  'off-grid',
  'size-not-offered',
]);

function lackOf({ settings }: WidgetModel, row: ModelRow): ModelTraits['needs'] {
  const { needs } = row.traits;
  if (needs === 'workflow') return needs;
  if (settings.references.length > 0) return undefined;
  return needs ?? (row.needsPicture ? 'picture' : undefined);
}
