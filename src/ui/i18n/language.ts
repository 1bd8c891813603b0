/**
 * What somebody wrote as a language, as a BCP 47 tag that `Intl` takes: `de_DE.UTF-8` is `de-DE`,
 * `en-US-x-toolongasubtag` is `en-US`.
 * `undefined` for what names none: `C`, `*`, nothing.
 */
export function languageTag(written: unknown): string | undefined {
  let tag = (typeof written === 'string' ? written : '')
    .slice(0, 99)
    .trim()
    .replace(/[.@].*/s, '')
    .replaceAll('_', '-')
    // Another way to write figures (`-u-nu-bali`) is nobody's language.
    .replace(/-u(-\w{2,})+/gi, '');
  while (tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0];
    } catch {
      tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
    }
  }
  return undefined;
}

/**
 * The language an element is in: its own, the nearest around it that names one, also around a
 * component that it is part of, the reader's.
 */
export function languageOf(element: HTMLElement): string {
  let at: { lang?: string; host?: Node; parentNode?: Node | null } | undefined = element;
  for (; at; at = at.parentNode ?? at.host) {
    const tag = languageTag(at.lang);
    if (tag) return tag;
  }
  return languageTag(navigator.language) ?? 'en';
}
