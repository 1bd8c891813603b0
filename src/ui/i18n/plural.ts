const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/**
 * The form of a word that goes with a number in a language: the language's own rules, `other` where
 * a form is not given.
 */
export function plural(
  lang: string,
  n: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[ruleFor(lang, n)] ?? forms.other;
  return form.replace('#', () => numberText(lang, n));
}

// The first look is English where nothing else is asked for, and making an `Intl` object takes as
// long as all else it does.
function ruleFor(lang: string, n: number): Intl.LDMLPluralRule {
  if (lang === 'en') return n === 1 ? 'one' : 'other';
  const rule = rules.get(lang) ?? new Intl.PluralRules(lang);
  rules.set(lang, rule);
  return rule.select(n);
}

function numberText(lang: string, n: number): string {
  if (lang === 'en' && Number.isInteger(n) && n >= 0 && n < 1000) return String(n);
  const format = numbers.get(lang) ?? new Intl.NumberFormat(lang);
  numbers.set(lang, format);
  return format.format(n);
}
