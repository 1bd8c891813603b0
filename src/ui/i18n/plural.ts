const rules = new Map<string, Intl.PluralRules>();

/**
 * The form of a word that goes with a number in a language: the language's own rules, `other` where
 * a form is not given.
 */
export function plural(
  lang: string,
  n: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  let rule = rules.get(lang);
  if (!rule) rules.set(lang, (rule = new Intl.PluralRules(lang)));
  return (forms[rule.select(n)] ?? forms.other).replace('#', () =>
    new Intl.NumberFormat(lang).format(n),
  );
}
