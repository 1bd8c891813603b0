import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'سعر Puter حتى سبتمبر 2026',
  'A “from” price: it leaves the reference picture and further megapixels out':
    'سعر «يبدأ من»: لا يشمل الصورة المرجعية ولا الميغابكسلات الإضافية',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'تحسب BFL لكل 1,048,576 بكسل: عدّت 1920×1080 بمقدار 1.98 ميغابكسل',
  'Counts every megapixel at the price of the first': 'يحسب كل ميغابكسل بسعر الأول',
  'Free to run oneself; BFL makes no picture with it': 'مجاني على جهازك؛ ولا تنشئ BFL صورًا به',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'تحاسب BFL لكل صورة، وبحد أقصى 1440 بكسل للضلع؛ والسعر لكل ميغابكسل هو سعر fal',
  'BFL’s price before 28 January 2026': 'سعر BFL قبل 28 يناير 2026',
  'It is $0.06 per image': 'السعر 0.06 دولار لكل صورة',
  'fal’s own page: $0.03, then $0.015': 'صفحة fal نفسها: 0.03 دولار ثم 0.015 دولار',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    'يحسب الصورة المرجعية أربعة ميغابكسل على الأكثر؛ ولا تذكر صفحة fal حدًا، ولذلك يظهر نطاق',
  'fal bills every megapixel, rounded up': 'تحاسب fal على كل ميغابكسل مع التقريب إلى أعلى',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    'يحسب الصورة المرجعية لكل 1,048,576 بكسل وأربعة ميغابكسل على الأكثر، وPuter لكل مليون، ولذلك يظهر نطاق',
  'Billed per run and megapixel, not by time': 'يُحاسب لكل تشغيل وميغابكسل، لا بحسب الوقت',
  'Approximate, and older than the cost table': 'تقريبي وأقدم من جدول التكاليف',
  'Only a repeat of the same request, and another of its pages says 50 %':
    'لتكرار الطلب نفسه فقط، وتذكر صفحة أخرى له 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'تقول AIgateway إنها تطبّق سعر BFL؛ لكن رقمها يعادل 2.7 ضعفه',
  'What BFL asks itself since 28 January 2026': 'ما تطلبه BFL نفسها منذ 28 يناير 2026',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'يذكر دليل fal 0.009 و0.014 دولار؛ وبالنسبة إلى klein 9B تؤيد صفحة fal نفسها Lumenfall',
  'This page names a price list of its own': 'تحدد هذه الصفحة قائمة أسعار خاصة بها',
  'This page’s list says less than is known here': 'تذكر قائمة هذه الصفحة أقل من السعر المعروف هنا',
  'Not as close to the bill': 'أبعد عن الفاتورة الفعلية',
  'Says otherwise on the same day': 'يذكر سعرًا آخر في اليوم نفسه',
  'Read earlier': 'قُرئ في وقت أسبق',
  'Charged otherwise in this browser': 'حُسب بسعر آخر في هذا المتصفح',
  'What was charged here before': 'ما حُسب هنا من قبل',
};
