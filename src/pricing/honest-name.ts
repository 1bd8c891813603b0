/** Currency codes and words for money, as whole words. */
const money =
  'usd|eur|gbp|jpy|cny|rmb|chf|cad|aud|inr|krw|brl|rub|dollars?|euros?|cents?|pounds?|yen|yuan|rupees?|bucks?';

/** Words for what costs nothing or less, as whole words, without accents. */
const bargains =
  'f\\W*r\\W*e\\W*e|freebies?|freemium|trials?|promos?|bonus|discount(?:ed)?|complimentary|gifts?|unpaid|prepaid|costless|no (?:cost|charge|fee)s?|(?:without|zero) (?:cost|charge)s?|costs? nothing|on the house|per (?:image|picture)|gratis|gratuit\\w*|kostenlos\\w*|kostenfrei\\w*|umsonst|frei|ucretsiz|bedava|zdarma|bezplatn\\w*|besplatn\\w*|darmow\\w*|za darmo|ingyen\\w*|ilmai\\w*|mien phi|percuma|de graca|grátis';

const saysMoney = new RegExp(`(?<![\\p{L}])(?:${money}|${bargains})(?![\\p{L}])`, 'u');

/** The same in scripts that put no space between words, or in which accents are letters. */
const elsewhere =
  /бесплатн|даром|безкоштовн|безплатн|免费|免費|無料|무료|공짜|مجان|חינם|मुफ़?्त|ฟรี|δωρεαν/u;

/** Amounts: any currency sign, a share, cents, `0.00`, `1.999`; digits that are not ours. */
const amounts = /\p{Sc}|%|¢|\b\d+ ?(?:c|ct|p)\b|\b0+[.,]\d{2}|\b0+[.,]0|[.,]\d{3}|(?![0-9])\p{Nd}/u;

/** One word in letters that look alike: `frее` with two letters of another alphabet. */
const mixed =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}]+/u;

/**
 * True for a name that says what something costs, or seems to: a price list says that elsewhere, and
 * a reader might take such a name for the price. Names with a version (`FLUX1.1 pro`, `SD 3.5`) pass.
 */
export function saysPrice(name: string): boolean {
  const text = name.normalize('NFKC').toLowerCase();
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return (
    amounts.test(text) ||
    mixed.test(text) ||
    [text, bare].some((one) => saysMoney.test(one) || elsewhere.test(one))
  );
}
