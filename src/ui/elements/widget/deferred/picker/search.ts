import type { ModelFamily, ModelRow } from '../../picker-model.js';
import { plain, wordsOf } from '../plain-text.js';

/**
 * The families with the rows that hold every word of the query; a model's further routes come with
 * it. `textOf`: all that may be looked for in a row. Signs and blanks within a word do not count:
 * `flux2` finds `FLUX.2`.
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
