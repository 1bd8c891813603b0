import { plural } from '../plural.js';
import type { PanelTranslation } from '../terms.js';

type Forms = Parameters<typeof plural>[2];

const pictures: Forms = {
  zero: 'لا صور',
  one: 'صورة واحدة',
  two: 'صورتان',
  few: '# صور',
  many: '# صورة',
  other: '# صورة',
};
const ways: Forms = { one: 'طريقة واحدة', two: 'طريقتان', few: '# طرق', other: '# طريقة' };

export const terms = {
  tag: 'ar',
  dir: 'rtl',
  tally: {
    title: 'إنفاقك',
    titleSimulated: 'إنفاقك، محاكاة',
    real: 'مال حقيقي',
    simulated: 'محاكاة',
    noRealMoney: 'وضع التجربة: لم يتحرك مال حقيقي.',
    since: 'الفترة',
    session: 'هذه الزيارة',
    today: 'اليوم',
    month: 'هذا الشهر',
    all: 'منذ البداية',
    pictures: 'الصور',
    spent: 'المُنفق',
    inProgress: (amount: string) => `+ ${amount} قيد التنفيذ`,
    inDoubt: (amount: string) => `+ ${amount} غير مؤكد`,
    unpriced: (count: number) =>
      n(count, {
        one: '+ عملية بسعر غير معروف',
        two: '+ عمليتان بسعر غير معروف',
        few: '+ # عمليات بسعر غير معروف',
        other: '+ # عملية بسعر غير معروف',
      }),
    estimated: (amount: string) => `منها ${amount} تقدير حسب قائمة الأسعار: لم يُبلَّغ بأي خصم.`,
    unreadable: (count: number) =>
      n(count, {
        one: 'قيد واحد غير مقروء، وهو محفوظ.',
        two: 'قيدان غير مقروءين، وهما محفوظان.',
        few: '# قيود غير مقروءة، وهي محفوظة.',
        other: '# قيدًا غير مقروء، وهي محفوظة.',
      }),
    cleared: (count: number) =>
      n(count, {
        one: 'محا برنامج آخر في هذه الصفحة هذه القيود مرة واحدة. كُتبت من جديد ولا ينقص شيء.',
        two: 'محا برنامج آخر في هذه الصفحة هذه القيود مرتين. كُتبت من جديد ولا ينقص شيء.',
        few: 'محا برنامج آخر في هذه الصفحة هذه القيود # مرات. كُتبت من جديد ولا ينقص شيء.',
        other: 'محا برنامج آخر في هذه الصفحة هذه القيود # مرة. كُتبت من جديد ولا ينقص شيء.',
      }),
    storage: {
      full: 'مساحة التخزين في متصفحك ممتلئة. لا يمكننا حفظ الإيصالات، لذلك أوقفنا الشراء حتى تتوفر مساحة.',
      blocked:
        'متصفحك لا يحفظ بيانات هذا الموقع (نافذة خاصة، أو إطار لا يحفظ شيئًا؟). لا يمكننا حفظ الإيصالات، لذلك أوقفنا الشراء.',
    },
    doubts: (count: number) =>
      n(count, {
        one: 'صورة واحدة غير مؤكدة',
        two: 'صورتان غير مؤكدتين',
        few: '# صور غير مؤكدة',
        other: '# صورة غير مؤكدة',
      }),
    doubtsWhy: 'ضاع الرد، فلا نستطيع معرفة هل خُصم منك. راجع حسابك لدى المزوّد ثم أخبرنا.',
    upTo: (amount: string) => `حتى ${amount}`,
    sentAgain: 'ربما أرسل المتصفح الطلب عدة مرات من تلقاء نفسه.',
    unknownPrice: 'السعر غير معروف',
    under: (amount: string) => `أقل من ${amount}`,
    wasCharged: 'خُصم مني',
    notCharged: 'لم يُخصم مني',
    amountCharged: (what: string) => `المبلغ المخصوم عن ${what}، بالدولار الأمريكي`,
    settledAs: (what: string, amount: string) => `${what}: ${amount}، كما أخبرتنا.`,
    settledAsNothing: (what: string) => `${what}: لم يُخصم شيء، كما أخبرتنا.`,
    underWay: (count: number) =>
      n(count, {
        one: 'صورة واحدة في الطريق.',
        two: 'صورتان في الطريق.',
        few: '# صور في الطريق.',
        other: '# صورة في الطريق.',
      }),
    byDay: 'حسب اليوم',
    day: 'اليوم',
    count: (n: number) => `الصور: ${n}`,
    chart: (most: string, day: string) => `آخر 30 يومًا: الأكثر ${most}، في ${day}`,
    byProvider: 'حسب المزوّد',
    provider: 'المزوّد',
    byModel: 'حسب النموذج',
    model: 'النموذج',
    bySite: 'حسب الموقع',
    site: 'الموقع',
    unknownSite: 'موقع غير معروف',
    nothingYet: 'لا شيء بعد.',
    earlier: 'قبل ذلك',
    limits: 'حدودك الخاصة',
    limitsWhy: 'لا نشتري ما يتجاوز حدًّا. الحد الأدنى يسري فورًا، ونسألك قبل رفعه.',
    limitOf: { session: 'لكل زيارة', day: 'لكل يوم', month: 'لكل شهر' },
    noLimit: 'بلا حد',
    left: (left: string, limit: string) => `بقي ${left} من ${limit}`,
    setLimits: 'تعيين الحدود',
    notAnAmount: 'اكتب دولارات وسنتات، مثل 1.50، أو اترك الحقل فارغًا.',
    limitsSet: 'عُيّنت حدودك.',
    raise: 'هذا يرفع ما يجوز إنفاقه:',
    raised: (what: string, before: string, after: string) => `${what}: ${before} ← ${after}`,
    raiseYes: 'ارفعه',
    no: 'لا',
    files: 'التصدير أو التصفير',
    exportCsv: 'تصدير CSV',
    exportJson: 'تصدير JSON',
    import: 'استيراد JSON',
    share: 'المشاركة مع أجهزتك الأخرى عبر حسابك في Puter',
    shared: (count: number) =>
      count === 0
        ? 'حُفظ في مساحتك لدى Puter؛ لم يمر جهاز آخر من هناك بعد.'
        : n(count, {
            one: 'دُمج مع جهاز آخر واحد.',
            two: 'دُمج مع جهازين آخرين.',
            few: 'دُمج مع # أجهزة أخرى.',
            other: 'دُمج مع # جهازًا آخر.',
          }),
    notShared: 'تعذر الوصول إلى مساحتك لدى Puter. لم يتغير شيء هنا.',
    imported: (added: number, known: number) => `أُضيف ${added}، ومعروف من قبل ${known}.`,
    refused: {
      'not-json': 'هذا الملف ليس JSON. لم يُؤخذ منه شيء.',
      'not-a-journal': 'هذا الملف ليس سجلًا مُصدّرًا. لم يُؤخذ منه شيء.',
      'newer-version': 'كُتب هذا الملف بإصدار أحدث. لم يُؤخذ منه شيء.',
      'damaged-line': 'هذا الملف تالف. لم يُؤخذ منه شيء.',
      'future-line': 'في هذا الملف سطر تاريخه في المستقبل. لم يُؤخذ منه شيء.',
      'lowered-charge': 'في هذا الملف سطر يُنقص ما دفعته. لم يُؤخذ منه شيء.',
      'not-kept': 'لم يستطع هذا المتصفح حفظه. لم يُؤخذ منه شيء.',
    },
    refusedLine: (n: number) => `السطر ${n}.`,
    reset: 'بدء من جديد…',
    resetAsk:
      'تصفير المجاميع؟ تبقى الصور قيد التنفيذ، ويمكنك التراجع خلال يوم. لا يُخصم شيء ولا يُعاد.',
    newSession: 'ابدأ زيارة جديدة',
    sessionBegun: 'بدأت زيارة جديدة.',
    resetYes: 'ابدأ من جديد',
    resetDone: 'تبدأ المجاميع من الصفر.',
    undo: 'تراجع',
    undone: 'عادت مجاميعك.',
  },
  calculator: {
    title: 'كم ستكون التكلفة؟',
    size: 'المقاس',
    count: 'عدد الصور',
    references: 'صور مرجعية، 1 ميغابكسل لكل منها',
    noReference: 'بلا',
    provider: 'المزوّد',
    everyProvider: 'الكل',
    model: 'النموذج',
    everyModel: 'الكل',
    ways: (count: number) => `${n(count, ways)}، الأرخص أولًا`,
    none: 'لا يقدّم أي مزوّد هذا.',
    cheapest: (count: number, name: string, via: string, price: string) =>
      `${n(count, ways)}؛ الأرخص ${name}، ${via}، بسعر ${price}.`,
    under: (amount: string) => `أقل من ${amount}`,
    free: 'مجاني',
    freeAsOf: (date: string) => `مجاني بتاريخ ${date}`,
    exactPixels: 'المقاس بالضبط',
    shapeOnly: 'الشكل فقط',
    upToReferences: (count: number) =>
      n(count, {
        one: 'صورة مرجعية واحدة',
        two: 'صورتان مرجعيتان',
        few: '# صور مرجعية',
        other: '# صورة مرجعية',
      }),
    noReferences: 'بلا صور مرجعية',
    seed: 'مع بذرة',
    noSeed: 'بلا بذرة',
    readOn: (date: string) => `قُرئ في ${date}`,
    undated: (date: string) => `نسخة بلا تاريخ، ${date} على أقرب تقدير`,
    notes: 'ما تقوله أدلة الأسعار أيضًا',
    disputed: (count: number) =>
      n(count, {
        one: 'مصدر آخر يخالف',
        two: 'مصدران آخران يخالفان',
        few: '# مصادر أخرى تخالف',
        other: '# مصدرًا آخر يخالف',
      }),
    more: (count: number) =>
      n(count, {
        one: 'إظهار واحد آخر',
        two: 'إظهار اثنين آخرين',
        few: 'إظهار # أخرى',
        other: 'إظهار # أخرى',
      }),
    fewer: 'إظهار أقل',
    unpriced: (count: number) =>
      n(count, {
        one: 'واحد بلا سعر',
        two: 'اثنان بلا سعر',
        few: '# بلا سعر',
        other: '# بلا سعر',
      }),
    planWith: (name: string, via: string) => `حُسب على ${name}، ${via}`,
    problems: {
      'too-many-references': 'لا يقبل هذا العدد من الصور المرجعية',
      'needs-reference': 'يحتاج إلى صورة مرجعية',
      'no-price': 'لا سعر منشور',
      'too-small': 'لا يصنع صورًا بهذا الصغر',
      'too-large': 'لا يصنع صورًا بهذا الكبر',
      'off-grid': 'لا يصنع هذا المقاس',
      'size-not-offered': 'لا يصنع هذا المقاس',
    },
    workload: 'لقرّائك',
    users: 'القراء',
    each: 'الصور لكل قارئ',
    perReader: 'يدفع كل قارئ',
    perReaderSum: (count: number, price: string) => `${count} × ${price}`,
    together: (count: number) =>
      n(count, {
        one: 'يدفع القارئ في المجموع',
        two: 'يدفع القارئان معًا',
        few: 'يدفع القراء الـ# معًا',
        other: 'يدفع القراء الـ# معًا',
      }),
    youPay: 'يدفع الموقع',
    nothing: 'لا شيء',
    noPlan: 'اكتب أعدادًا صحيحة من 1 فما فوق.',
    topUpFee: (provider: string, share: string, sum: string, funds: string) =>
      `تقتطع ${provider} نسبة ${share} من كل شحن: ${sum} تضع ${funds} في الحساب.`,
    topUpLeast: (provider: string, least: string) => `لا تقبل ${provider} شحنًا أقل من ${least}.`,
    budget: 'ميزانية',
    budgetOf: 'الميزانية بالدولار الأمريكي',
    buys: (count: number, price: string) => `${n(count, pictures)} بسعر ${price}`,
    buysNothing: 'لا يكفي لصورة واحدة.',
    left: (amount: string) => `يبقى ${amount}`,
    withDrafts: (count: number, drafts: number, draft: string) =>
      `أو نسخ نهائية: ${n(count, pictures)}، بعد ${drafts} مسودات لكل منها على ${draft}`,
    every: 'مع كل نموذج',
    noBudget: 'اكتب دولارات وسنتات، مثل 0.50.',
    waysSorted: (count: number) => n(count, ways),
    offers: 'من يصنعها',
    takes: 'ما يقبله',
    price: 'السعر',
    newTab: 'يفتح في تبويب جديد',
  },
} satisfies PanelTranslation;

function n(count: number, forms: Forms): string {
  return plural('ar', count, forms);
}
