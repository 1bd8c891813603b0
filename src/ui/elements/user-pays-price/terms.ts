/** The few words a price needs, in the order in which `row` reads them. `{}` is where a name, date or amount goes. */
const words = {
  en: 'price unknown|How this price comes about|Total|Source: {}|read {}|{} gives {}|{} simulated',
  de: 'Preis unbekannt|Wie dieser Preis entsteht|Summe|Quelle: {}|gelesen am {}|{} ergibt {}|{} simuliert',
  fr: 'prix inconnu|D’où vient ce prix|Total|Source : {}|lu le {}|{} donne {}|{} simulés',
  es: 'precio desconocido|De dónde sale este precio|Total|Fuente: {}|leído el {}|{} da {}|{} simulados',
  pt: 'preço desconhecido|De onde vem este preço|Total|Fonte: {}|lido em {}|{} dá {}|{} simulados',
  ja: '価格不明|この価格の内訳|合計|出典：{}|{} 確認|{} では {}|{}（模擬）',
  zh: '价格未知|价格构成|合计|来源：{}|读取于 {}|{} 为 {}|{}（模拟）',
  ar: 'السعر غير معروف|كيف حُسب هذا السعر|المجموع|المصدر: {}|قُرئ في {}|حسب {}: {}|{} محاكاة',
};

/** The words of a price, its receipt included. Amounts and dates arrive formatted. */
export interface PriceTerms {
  /** The language these words are in; what comes from the price list stays English. */
  readonly language: string;
  readonly unknown: string;
  readonly how: string;
  readonly total: string;
  readonly source: string;
  readonly readOn: string;
  readonly gives: string;
  readonly simulated: string;
}

/** The words for a BCP 47 tag; English where there are none. */
export const priceTerms = (lang: string): PriceTerms => {
  const tag = lang.toLowerCase().split('-')[0] ?? '';
  const language = Object.hasOwn(words, tag) ? tag as keyof typeof words : 'en';
  const [unknown = '', how = '', total = '', source = '', readOn = '', gives = '', simulated = ''] = words[language].split('|');
  return { language, unknown, how, total, source, readOn, gives, simulated };
};

/** The text with its gaps filled, first one first. */
export const filled = (text: string, ...gaps: readonly string[]): string => gaps.reduce((rest, gap) => rest.replace('{}', () => gap), text);
