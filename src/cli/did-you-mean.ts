import { times } from '../base/times.js';

/** ` Did you mean flux-2-pro?` for a word that is nearly one of these; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const typed = word.toLowerCase();
  const near = [...new Set(known)]
    .map((one) => ({ one, off: distance(typed, one.toLowerCase()) }))
    .filter(({ one, off }) => off <= Math.round(Math.min(one.length, typed.length) / 3))
    .sort((a, b) => a.off - b.off);
  return near[0] ? ` Did you mean ${near[0].one}?` : '';
}

/** How many letters have to be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = times(b.length + 1, (index) => index);
  for (let i = 0; i < Math.min(99, a.length); i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
