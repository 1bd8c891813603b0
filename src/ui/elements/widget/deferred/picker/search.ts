import type { ModelFamily, ModelRow } from '../../picker-model.js';
import { plain, wordsOf } from '../plain-text.js';

/**
 * The families with the rows that contain every word of the query; a model's further routes stay
 * with it. `textOf`: the searchable text of a row. Punctuation and spaces within a word do not
 * count: `flux2` finds `FLUX.2`.
 */
export function found(
  families: readonly ModelFamily[],
  query: string,
  textOf: (row: ModelRow) => string,
): readonly ModelFamily[] {
  const words = wordsOf(query);
  return families
    .map(({ name, rows }) => ({ name, rows: kept(name, rows, words, textOf) }))
    .filter(({ rows }) => rows.length > 0);
}

function kept(
  family: string,
  rows: readonly ModelRow[],
  words: readonly string[],
  textOf: (row: ModelRow) => string,
): readonly ModelRow[] {
  let isKept = false;
  return rows.filter((row) => {
    if (row.isFurther && isKept) return true;
    const text = plain(`${family} ${textOf(row)}`);
    isKept = (words.length > 0 || !row.isHidden) && words.every((word) => text.includes(word));
    return isKept;
  });
}
