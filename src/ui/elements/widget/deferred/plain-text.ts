/** The words of a query, to be searched in `plain` text. */
export function wordsOf(query: string): readonly string[] {
  return query.split(/\s+/).map(plain).filter(Boolean);
}

/** Only lower-case letters and digits, without accents: `flux2` finds `FLUX.2`. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
