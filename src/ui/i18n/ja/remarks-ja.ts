import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': '2026年9月までの Puter の価格',
  'A “from” price: it leaves the reference picture and further megapixels out':
    '「〜から」の価格：参照画像と追加のメガピクセルを含みません',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'BFL は 1,048,576 ピクセル単位で数えます：1920×1080 は 1.98 メガピクセルでした',
  'Counts every megapixel at the price of the first':
    'すべてのメガピクセルを最初の価格で数えています',
  'Free to run oneself; BFL makes no picture with it':
    '自分で動かせば無料ですが、BFL はこれで画像を作りません',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'BFL は一枚ごとの請求で、一辺は最大 1440 ピクセルです。メガピクセルごとは fal の価格です',
  'BFL’s price before 28 January 2026': '2026年1月28日より前の BFL の価格',
  'It is $0.06 per image': '正しくは一枚 $0.06 です',
  'fal’s own page: $0.03, then $0.015': 'fal のページ：最初は $0.03、以降は $0.015',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    '参照画像を最大 4 メガピクセルと数えます。fal のページに上限の記載がないため、価格に幅があります',
  'fal bills every megapixel, rounded up': 'fal は端数を切り上げ、メガピクセルごとに請求します',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    '参照画像を 1,048,576 ピクセル単位、最大 4 メガピクセルで数えます。Puter は 100 万単位のため、価格に幅があります',
  'Billed per run and megapixel, not by time': '時間ではなく、実行とメガピクセルで請求されます',
  'Approximate, and older than the cost table': 'おおよその値で、料金表より古いものです',
  'Only a repeat of the same request, and another of its pages says 50 %':
    '同じ依頼を繰り返す場合だけの価格で、別のページには 50 % とあります',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'AIgateway は BFL の料金をそのまま適用するとしていますが、示す額はその 2.7 倍です',
  'What BFL asks itself since 28 January 2026': '2026年1月28日以降、BFL 自身が請求する額です',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'fal のガイドは $0.009 と $0.014 です。klein 9B では fal のページが Lumenfall と一致します',
  'This page names a price list of its own': 'このページは独自の価格表を指定しています',
  'This page’s list says less than is known here':
    'このページの価格表は、ここで知られている価格より低くなっています',
  'Not as close to the bill': '実際の請求からより遠い情報です',
  'Says otherwise on the same day': '同じ日に別の価格を示しています',
  'Read earlier': '以前に読み取ったものです',
  'Charged otherwise in this browser': 'このブラウザでは別の額が請求されました',
  'What was charged here before': '以前ここで請求された額',
};
