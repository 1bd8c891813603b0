import { providerName } from '../../../../../accounts/provider-records.js';
import type { ModelChoice } from '../../../../../checkout/choices.js';
import { isOver, kinOf, noticeOf, retiredAt } from '../../../../../pricing/model-families.js';
import { readableName } from '../../../../../pricing/readable-name.js';
import { compareUsd, usd } from '../../../../../pricing/money.js';
import type { ImageRequest, PricedRequest } from '../../../../../pricing/quote-types.js';
import type { ModelFamily, ModelRow } from '../../picker-model.js';

export interface FamilySource {
  readonly provider: string;
  /** Cheapest first. */
  readonly models: readonly ModelChoice[];
  readonly priceWith: (change: Partial<ImageRequest>) => PricedRequest;
  /** How many pictures were made with a model. */
  readonly made: ReadonlyMap<string, number>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A row before it is sorted into the list. */
interface Placed {
  readonly row: ModelRow;
  readonly family: string;
  readonly same: string;
  /**
   * Models that can be bought come first, then those that need something more, then retired ones.
   */
  readonly rank: number;
  readonly isDraft: boolean;
}

/** All models by family, with the routes of a model together, each sorted by price. */
export function familiesOf(source: FamilySource): readonly ModelFamily[] {
  const placed = [...source.models.flatMap((model) => rowsOf(model, source)), ...goneFrom(source)];
  const families = [...grouped(placed, ({ family }) => family)].map(([name, members]) => {
    const models = [...grouped(members, ({ same }) => same).values()].map(together);
    return { name, models: models.sort(byFirst) };
  });
  const [alone, several] = [
    families.filter(({ name, models }) => name === '' || models.length === 1),
    families.filter(({ name, models }) => name !== '' && models.length > 1),
  ];
  const others = alone.flatMap(({ models }) => models).sort(byFirst);
  return [
    ...several.sort((a, b) => byAdequate(a.models.flat(), b.models.flat())),
    ...(others.length > 0 ? [{ name: '', models: others }] : []),
  ].map(({ name, models }) => ({ name, rows: models.flat().map(({ row }) => row) }));
}

function rowsOf(model: ModelChoice, source: FamilySource): readonly Placed[] {
  const { priceWith } = source;
  const chosen = model.priced.request.route;
  const further = model.routes.filter((route) => route !== chosen);
  const row = rowOf(model, source, { route: '', priced: model.priced });
  return [
    further.length > 0 && chosen !== undefined
      ? { ...row, row: { ...row.row, via: providerName(chosen) } }
      : row,
    ...further.map((route) =>
      rowOf(model, source, { route, priced: priceWith({ model: model.id, route }) }),
    ),
  ];
}

function rowOf(
  model: ModelChoice,
  { provider, made, today }: FamilySource,
  { route, priced }: { readonly route: string; readonly priced: PricedRequest },
): Placed {
  // Two models with the same name differ by their routes, which are shown anyway.
  const { family, same, name, maker, traits } = kinOf({
    ...model,
    name: model.name.replace(/ → .*/, ''),
  });
  const notice = noticeOf(provider, model.id, priced.request.route);
  const isPoor = !priced.total || notice?.kind === 'failing' || traits.needs !== undefined;
  return {
    family,
    same,
    rank: notice && isOver(notice, today) ? 2 : Number(isPoor),
    isDraft: model.draft,
    row: {
      key: `${model.id} ${route}`,
      model: model.id,
      route,
      name,
      maker,
      isFurther: false,
      via: providerName(route === '' ? (model.routes[0] ?? '') : route),
      priced,
      references: model.references,
      needsPicture: model.needsReference,
      traits,
      notice,
      made: route === '' ? (made.get(model.id) ?? 0) : 0,
      isHidden: false,
    },
  };
}

/** Models the provider no longer lists: those the reader used, and those known to be retired. */
function goneFrom({ provider, models, made }: FamilySource): readonly Placed[] {
  const listed = new Set(models.map(({ id }) => id));
  const gone = new Set([...made.keys(), ...retiredAt(provider)].filter((id) => !listed.has(id)));
  return [...gone].map((id) => {
    const { family, same, name, maker, traits } = kinOf({ id, name: readableName(id) });
    const row = {
      key: `${id} `,
      model: id,
      route: '',
      ...{ name, maker, traits, via: '', isFurther: false },
      priced: undefined,
      references: 0,
      needsPicture: false,
      notice: noticeOf(provider, id, undefined),
      made: made.get(id) ?? 0,
      isHidden: !made.has(id),
    };
    return { family, same: `${same} gone`, rank: 2, isDraft: true, row };
  });
}

/**
 * The routes of one model: the best one is the model's row, the others name only their supplier.
 */
function together(rows: readonly Placed[]): readonly Placed[] {
  const [first, ...rest] = [...rows].sort(byUse);
  if (!first) return [];
  if (rest.length === 0) return [{ ...first, row: { ...first.row, via: '' } }];
  return [first, ...rest.map((placed) => ({ ...placed, row: { ...placed.row, isFurther: true } }))];
}

/**
 * Families with a model good for more than drafts come first, sorted by their cheapest such model.
 */
function byAdequate(a: readonly Placed[], b: readonly Placed[]): number {
  const isAdequate = ({ rank, isDraft }: Placed): boolean => rank === 0 && !isDraft;
  const [one, other] = [a, b].map((rows) => rows.filter(isAdequate).sort(byUse)[0]);
  return one && other
    ? byUse(one, other)
    : Number(Boolean(other)) - Number(Boolean(one)) || byFirst(a, b);
}

function byFirst([a]: readonly Placed[], [b]: readonly Placed[]): number {
  return a && b ? byUse(a, b) : 0;
}

function byUse(a: Placed, b: Placed): number {
  const [one, other] = [a.row.priced?.total?.high, b.row.priced?.total?.high];
  return (
    a.rank - b.rank ||
    Number(one === undefined) - Number(other === undefined) ||
    (one !== undefined && other !== undefined ? compareUsd(usd(one), usd(other)) : 0)
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
