import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'Puter 截至 2026 年 9 月的价格',
  'A “from” price: it leaves the reference picture and further megapixels out':
    '“起”价：不含参考图和其余百万像素',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'BFL 按 1,048,576 像素计：1920×1080 曾计为 1.98 百万像素',
  'Counts every megapixel at the price of the first': '每百万像素都按第一个的价格计算',
  'Free to run oneself; BFL makes no picture with it': '自行运行免费；BFL 不用它生成图片',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'BFL 按张计费，边长最多 1440 像素；按百万像素计的是 fal 的价格',
  'BFL’s price before 28 January 2026': 'BFL 在 2026 年 1 月 28 日之前的价格',
  'It is $0.06 per image': '应为每张 $0.06',
  'fal’s own page: $0.03, then $0.015': 'fal 自己的页面：先 $0.03，之后 $0.015',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    '参考图最多计为四百万像素；fal 的页面没有写上限，因此是一个区间',
  'fal bills every megapixel, rounded up': 'fal 按每百万像素计费，向上取整',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    '参考图按 1,048,576 像素计，最多四百万像素，Puter 按一百万计，因此是一个区间',
  'Billed per run and megapixel, not by time': '按运行次数和百万像素计费，而不是按时间',
  'Approximate, and older than the cost table': '大致数字，且早于费用表',
  'Only a repeat of the same request, and another of its pages says 50 %':
    '仅限重复同一请求，且它的另一页面写的是 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'AIgateway 称按 BFL 的价格收取；它自己的数字是其 2.7 倍',
  'What BFL asks itself since 28 January 2026': 'BFL 自 2026 年 1 月 28 日起自己收取的价格',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'fal 的指南写的是 $0.009 和 $0.014；对于 klein 9B，fal 自己的页面与 Lumenfall 一致',
  'This page names a price list of its own': '本页面使用自己的价目表',
  'This page’s list says less than is known here': '本页面的价目表低于此处已知的价格',
  'Not as close to the bill': '不如所用来源接近账单',
  'Says otherwise on the same day': '同一天的说法不同',
  'Read earlier': '读取时间更早',
  'Charged otherwise in this browser': '此浏览器中的实际扣费不同',
  'What was charged here before': '此前在此处的扣费',
};
