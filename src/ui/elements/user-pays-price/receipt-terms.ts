import type { LineKey } from '../../../pricing/quote-types.js';
import { english, type PriceTerms } from './terms.js';

/** The words of a receipt beside those of its price. */
export interface ReceiptTerms extends PriceTerms {
  readonly total: string;
  readonly source: string;
  readonly readOn: string;
  readonly undated: string;
  readonly gives: string;
  /** Said of a link, after its words. */
  readonly newTab: string;
  readonly lines: Readonly<Partial<Record<LineKey, string>>>;
}

/** Words for the rows that most prices have; a row without one keeps the price list's English. */
const keys = [
  'picture',
  'first-megapixel',
  'further-megapixels',
  'megapixels',
  'reference',
  'tiles',
  'steps',
  'run',
  'rounding',
] as const;

const words = {
  en: `${english.unknown}|${english.how}|${english.simulated}|${english.asOf}|${english.under}|Total|Source: {}|read {}|undated copy, {} at the earliest|{} gives {}|opens a new tab`,
  de: 'Preis unbekannt|Wie dieser Preis entsteht|{} simuliert|{}, Stand {}|unter {}|Summe|Quelle: {}|gelesen am {}|undatierte Kopie, frühestens {}|{} ergibt {}|öffnet in einem neuen Tab|Bild|Erstes Megapixel|Weitere Megapixel|Megapixel|Vorlage|Kacheln|Schritte|Lauf|Rundung',
  fr: 'prix inconnu|D’où vient ce prix|{} simulés|{}, état au {}|moins de {}|Total|Source : {}|lu le {}|copie sans date, {} au plus tôt|{} donne {}|ouvre un nouvel onglet|Image|Premier mégapixel|Mégapixels suivants|Mégapixels|Référence|Tuiles|Étapes|Exécution|Arrondi',
  es: 'precio desconocido|De dónde sale este precio|{} simulados|{}, a fecha del {}|menos de {}|Total|Fuente: {}|leído el {}|copia sin fecha, {} como muy pronto|{} da {}|abre una pestaña nueva|Imagen|Primer megapíxel|Megapíxeles siguientes|Megapíxeles|Referencia|Mosaicos|Pasos|Ejecución|Redondeo',
  pt: 'preço desconhecido|De onde vem este preço|{} simulados|{}, situação de {}|menos de {}|Total|Fonte: {}|lido em {}|cópia sem data, {} no mínimo|{} dá {}|abre uma nova aba|Imagem|Primeiro megapixel|Megapixels seguintes|Megapixels|Referência|Blocos|Passos|Execução|Arredondamento',
  ja: '価格不明|この価格の内訳|{}（模擬）|{}（{} 時点）|{} 未満|合計|出典：{}|{} 確認|日付のない写し、早くても {}|{} では {}|新しいタブで開きます|画像|最初のメガピクセル|以降のメガピクセル|メガピクセル|参照画像|タイル|ステップ|実行|端数',
  zh: '价格未知|价格构成|{}（模拟）|{}（截至 {}）|不足 {}|合计|来源：{}|读取于 {}|无日期的副本，最早 {}|{} 为 {}|在新标签页中打开|图片|首个百万像素|其余百万像素|百万像素|参考图|图块|步数|运行|舍入',
  ar: 'السعر غير معروف|كيف حُسب هذا السعر|{} محاكاة|{} حتى {}|أقل من {}|المجموع|المصدر: {}|قُرئ في {}|نسخة بلا تاريخ، {} على أقرب تقدير|حسب {}: {}|يفتح في تبويب جديد|صورة|أول ميغابكسل|ميغابكسلات إضافية|ميغابكسل|صورة مرجعية|مربعات|خطوات|تشغيل|تقريب',
};

/** The words for a BCP 47 tag; English where there are none. */
export function termsFor(lang: string): ReceiptTerms {
  const tag = lang.toLowerCase().split('-')[0] ?? '';
  const language = Object.hasOwn(words, tag) ? (tag as keyof typeof words) : 'en';
  const [
    unknown = '',
    how = '',
    simulated = '',
    asOf = '',
    under = '',
    total = '',
    source = '',
    readOn = '',
    undated = '',
    gives = '',
    newTab = '',
    ...lines
  ] = words[language].split('|');
  return {
    language,
    unknown,
    how,
    simulated,
    asOf,
    under,
    total,
    source,
    readOn,
    undated,
    gives,
    newTab,
    lines: Object.fromEntries(lines.map((line, at) => [keys[at], line])) as ReceiptTerms['lines'],
  };
}

/** The text with its gaps filled. */
export function filled(text: string, ...gaps: readonly string[]): string {
  return gaps.reduce((rest, gap) => rest.replace('{}', () => gap), text);
}
