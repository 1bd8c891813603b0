import type { Facts } from '../en/deferred.js';
import { plural } from '../plural.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'ar',
  dir: 'rtl',
  widget: 'إنشاء صورة',
  describe: 'صِف الصورة',
  model: 'النموذج',
  size: 'المقاس',
  shape: 'الشكل',
  count: 'عدد الصور',
  exactSize: 'مقاس محدد…',
  addReference: 'صورة مرجعية',
  dropHere: 'أفلِت هنا صورًا للانطلاق منها',
  pictures,
  generate: (count: number, price: string) =>
    `أنشئ${count > 1 ? ` ${pictures(count)}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `سجّل الدخول وأنشئ${count > 1 ? ` ${pictures(count)}` : ''} · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `أضف مفتاحك للإنشاء${count > 1 ? ` (${pictures(count)})` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `أنشئ عينات: ${pictures(count)} · مجانًا` : 'أنشئ عينة · مجانًا',
  again: (seconds: string) => `بعد ${seconds} ث`,
  simulated: (price: string) => `${price} محاكاة`,
  priceUnknown: 'السعر غير معروف',
  under: (amount: string) => `أقل من ${amount}`,
  free: 'مجاني',
  freeAsOf: (date: string) => `مجاني بتاريخ ${date}`,
  noRealMoney: 'وضع التجربة: تُرسم في هذا المتصفح، ولا يتحرك مال حقيقي.',
  payOwn: (provider: string) => `أنت تدفع، من حسابك الخاص لدى ${provider}.`,
  payNobody: (provider: string) => `من صنع ${provider}.`,
  freeCovers: (count: number) => `التسجيل مجاني ويكفي شهريًا لنحو: ${pictures(count)}.`,
  whatIs: (provider: string) => `ما هو ${provider}؟`,
  left: (balance: string) => `بقي ${balance}`,
  leftThisMonth: (balance: string) => `بقي ${balance} هذا الشهر`,
  ofThese: (count: number) => (count === 0 ? 'لا يكفي لهذه الصورة' : `≈ ${pictures(count)}`),
  aboutAccount: (price: string, count: number) =>
    `ضغطة واحدة تسجّل دخولك وتشتري بسعر ${price}: ${pictures(count)}.`,
  aboutFree: (free: string, count: number) =>
    `ضغطة واحدة تسجّل دخولك وتنشئ ${pictures(count)} (${free}).`,
  about: {
    what: (provider: string) =>
      `${provider} حساب على الإنترنت. يعتمد هذا الموقع على ${provider} في ميزات الذكاء الاصطناعي والسحابة.`,
    free: () => 'يحصل كل حساب على رصيد شهري مجاني، ويُستخدم أولًا.',
    pays: (provider: string) =>
      `يخصم ${provider} ثمن الصورة من حسابك بتكلفتها الفعلية. لا تصل إلى هذا الموقع فاتورة بها.`,
    signIn: (provider: string) => `تسجّل الدخول لدى ${provider} نفسه، لا في هذا الموقع.`,
    source: 'المصدر',
  },
  switchAccount: 'تبديل',
  signOut: 'تسجيل الخروج',
  key: (provider: string) => `مفتاحك لدى ${provider}`,
  forgetKey: 'إزالة المفتاح',
  breakdown: 'كيف حُسب هذا السعر',
  why: (price: string) => `لماذا ${price}؟`,
  more: (count: number) =>
    plural('ar', count, {
      one: '+ بند آخر',
      two: '+ بندان آخران',
      few: '+ # بنود أخرى',
      other: '+ # بندًا آخر',
    }),
  kinds: { live: 'السعر الحالي', provider: 'سعر', 'third-party': 'سعر غير رسمي' },
  ofDate: (what: string, date: string) => `${what} بتاريخ ${date}`,
  mayHaveChanged: 'ربما تغيّر',
  chargedOn: (date: string) => `ما حُسب عليك في ${date}`,
  pagesList: 'قائمة أسعار هذه الصفحة',
  via: (provider: string, route: string) => `${provider} ← ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} بسعر ${price}`,
  wholeMegapixels: (count: number) => `${count} ميغابكسل`,
  lines: {
    picture: 'صورة',
    run: 'الأساس',
    'first-megapixel': 'أول ميغابكسل',
    'further-megapixels': 'ميغابكسلات إضافية',
    megapixels: 'ميغابكسلات',
    reference: 'صورة مرجعية',
    tiles: 'مربعات',
    'input-tiles': 'مربعات المرجع',
    steps: 'خطوات',
    'area-steps': 'المساحة × الخطوات',
    seconds: 'ثواني الحوسبة',
    'image-tokens': 'رموز الصورة',
    'prompt-tokens': 'رموز النص',
    'text-tokens': 'رموز نص إضافية',
    font: 'خط',
    'self-hosted': 'خادم خاص',
    rounding: 'تقريب',
    correction: 'كما حُسب سابقًا',
    'account-rate': 'معدل الحساب',
  },
  session: 'هذه الزيارة',
  sessionSimulated: 'هذه الزيارة، محاكاة',
  nothingYet: 'لا شيء بعد',
  inDoubt: (amount: string) => `+ ${amount} غير مؤكد`,
  unpriced: (count: number) =>
    plural('ar', count, {
      one: '+ عملية بسعر غير معروف',
      two: '+ عمليتان بسعر غير معروف',
      few: '+ # عمليات بسعر غير معروف',
      other: '+ # عملية بسعر غير معروف',
    }),
  doubtAsk: (provider: string) => `راجع حسابك لدى ${provider} ثم أخبرنا.`,
  newPurchase: 'الإنشاء مرة أخرى عملية شراء جديدة.',
  openProvider: (provider: string) => `افتح ${provider}`,
  iWasCharged: 'خُصم مني',
  iWasNot: 'لم يُخصم مني',
  toldCharged: (amount: string) => `أخبرتنا أنه خُصم منك ${amount}.`,
  toldFree: 'أخبرتنا أنه لم يُخصم منك شيء.',
  onlyRefund: (provider: string) => `لا يستطيع إعادة المبلغ إلا ${provider}.`,
  chargesDeclined: (provider: string) => `يخصم ${provider} ثمن الأوصاف المرفوضة أيضًا.`,
  copyDetails: 'انسخ التفاصيل للدعم',
  unreadable: (count: number) =>
    plural('ar', count, {
      one: 'قيد واحد غير مقروء، محفوظ',
      two: 'قيدان غير مقروءين، محفوظان',
      few: '# قيود غير مقروءة، محفوظة',
      other: '# قيدًا غير مقروء، محفوظة',
    }),
  details: 'الإنفاق',
  galleryShort: 'الصور',
  charge: { none: 'لم يُخصم شيء.', possible: 'ربما خُصم مبلغ.', charged: 'خُصم.' },

  width: 'العرض',
  height: 'الارتفاع',
  bought: (balance: string) => `${balance} رصيد مشترى`,
  credits: (count: number) => `نقاط: ${count}`,
  mustHold: (provider: string, sum: string) =>
    `لا يقبل ${provider} هذا الطلب إلا إذا كان في حسابك ${sum}.`,
  sizeList: 'المقاسات',
  options: 'خيارات',
  moreOptions: (count: number) => `خيارات أخرى: ${count}`,
  optionUsual: 'المعتاد',
  optionElse: (price: string) => `وإلا ${price}`,
  optionSame: 'السعر نفسه',
  optionMore: (price: string) => `أغلى بـ ${price}`,
  optionLess: (price: string) => `أرخص بـ ${price}`,
  optionNames: {
    quality: 'الجودة',
    resolution: 'الدقة',
    size: 'المقاس',
    megapixels: 'ميغابكسل',
    steps: 'الخطوات',
    num_inference_steps: 'الخطوات',
    guidance: 'الالتزام بالنص',
    guidance_scale: 'الالتزام بالنص',
    cfg: 'الالتزام بالنص',
    negative_prompt: 'ما يُستبعد',
    style: 'الأسلوب',
    style_type: 'الأسلوب',
    style_preset: 'المظهر',
    output_format: 'نوع الملف',
    response_format: 'نوع الملف',
    output_quality: 'جودة الملف',
    background: 'الخلفية',
    transparency: 'شفاف',
    go_fast: 'سريع',
    generation_mode: 'النمط',
    prompt_upsampling: 'إكمال كلماتي',
    enhance_prompt: 'إكمال كلماتي',
    prompt_enhance: 'إكمال كلماتي',
    raw: 'معالجة أقل',
  } as Record<string, string>,
  references: 'الصور المرجعية',
  mask: 'تحديد ما يجوز تغييره',
  masked: 'لا يتغير إلا ما حُدِّد.',
  maskNeeded: 'يحتاج هذا النموذج إلى معرفة ما يجوز تغييره.',
  maskHint: 'لوّن ما يجوز تغييره. يبقى كل ما عداه كما هو.',
  maskKeys: 'لوّن ما يجوز تغييره: الأسهم تحرّك والمسافة تلوّن',
  maskBrush: 'الفرشاة',
  maskUndo: 'تراجع',
  maskClear: 'البدء من جديد',
  maskFile: 'استخدام ملف',
  maskDone: 'تم',
  drawingsHidden:
    'يُخفي هذا المتصفح ما ترسمه الصفحات منعًا للتعقّب، فلا يمكن هنا تصغير الصور ولا تحديد أجزائها.',
  reading: 'جارٍ القياس …',
  unreadableFile: 'ليست صورة',
  tooLargeFile: (limit: string) => `أكبر من المسموح: ${limit} على الأكثر`,
  shrinkFile: 'صغّرها',
  removeReference: (name: string) => `أزل الصورة المرجعية ${name}`,
  megapixels: (text: string) => `${text} م.ب`,
  keyUse: 'استخدم هذا المفتاح',
  keyKeep: 'احتفظ به',
  keep: { memory: 'حتى إغلاق هذه الصفحة', tab: 'حتى إغلاق هذا اللسان', device: 'على هذا الجهاز' },
  keyWarning: 'ألصق مفتاحًا في موقع تثق به فقط: يستطيع أي برنامج في هذه الصفحة قراءته.',
  keyTo: (provider: string) => `نرسله إلى ${provider} ولا إلى أي جهة أخرى.`,
  keyThrough: (provider: string, host: string) =>
    `نرسله إلى ${provider} عبر مُرحّل هذه الصفحة، ${host}.`,
  keyGet: (provider: string) => `احصل على مفتاح من ${provider}`,
  keyNeeded: (who: string) => `يحتاج ${who} إلى مفتاح منك. أدخله أعلاه.`,
  total: 'تدفع',
  atMost: 'تدفع على الأكثر',
  wouldCost: 'كان سيكلّف',
  wouldCostAtMost: 'كان سيكلّف على الأكثر',
  source: 'المصدر',
  readOn: (date: string) => `قُرئ في ${date}`,
  undated: (date: string) => `نسخة بلا تاريخ، ${date} على أقرب تقدير`,
  agrees: (count: number) => (count === 1 ? 'يوافق' : 'توافق'),
  conflict: (source: string, total: string) => `حسب ${source}: ${total}`,
  listProblem: (why: string) => `تعذّرت قراءة أسعار اليوم كاملة: ${why}`,
  hints: {
    cliff: (f: Facts) => `\u2066${f.width} × ${f.height}\u2069 يوفّر ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `أقرب مقاس ممكن هو \u2066${f.width} × ${f.height}\u2069`
        : `تأتي بهذا الشكل تقريبًا، بنحو ${f.megapixels} ميغابكسل`,
    stale: (f: Facts) => `قُرئ هذا السعر قبل ${f.days} يومًا وربما تغيّر`,
    reference: (f: Facts) =>
      `صغّر الصور المرجعية إلى \u2066${f.width} × ${f.height}\u2069 ووفّر ${f.saving}`,
    'top-up': (f: Facts) => `يكلّف محفظتك ${f.wallet}: جزء من كل شحن رسوم`,
    charged: (f: Facts) =>
      `في ${f.readOn} حُسب ${f.charged} مقابل هذا، لا ${f.listed} كما في القائمة`,
    rate: (f: Facts) => `يُحسب على حسابك سعر القائمة مضروبًا في ${f.rate}، وآخر مرة في ${f.readOn}`,
    usual: (f: Facts) =>
      `عادةً نحو ${f.usual}، وعلى الأكثر ${f.most}: وفق آخر صورك وعددها ${f.pictures}`,
  },
  confirmTitle: 'قبل الشراء',
  confirmOver: (amount: string, limit: string) =>
    `يكلّف هذا ${amount}. نسألك كلما تجاوز السعر ${limit}.`,
  confirmOverMost: (amount: string, limit: string) =>
    `قد يكلّف هذا حتى ${amount}. نسألك كلما أمكن أن يتجاوز السعر ${limit}.`,
  confirmUnknown: (provider: string) =>
    `لم نجد سعرًا لهذا. سيخصم ${provider} حسب تعريفته، ولا نستطيع أن نقول كم.`,
  confirmChanged: (amount: string) => `تغيّر السعر. أصبح الآن ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `تغيّر السعر. كان ${before} وأصبح الآن ${amount}.`,
  confirmUnseen: (amount: string) => `ربما لم يكن السعر على الزر مقروءًا. السعر هو ${amount}.`,
  confirmYes: (amount: string) => `نعم، ادفع ${amount}`,
  confirmYesUnknown: 'أنشئ على أي حال',
  confirmNo: 'لا',
  signingIn: 'في انتظار نافذة تسجيل الدخول…',
  signedIn: (provider: string) =>
    `تم تسجيل الدخول لدى ${provider}. أغلق هذه النافذة وتابع في الأخرى.`,
  sending: 'جارٍ الإرسال…',
  makingNow: 'تُصنع الصورة …',
  checkingLost: (provider: string) => `ضاع الرد. نتحقق لدى ${provider} …`,
  checkingRefused: (provider: string) => `أبلغ ${provider} عن خطأ. نتحقق هل خُصم المبلغ …`,
  queued: (ahead: number) => (ahead === 0 ? 'التالي في الطابور' : `في الطابور، أمامك ${ahead}`),
  fetching: 'جارٍ جلب الصورة…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} ث من نحو ${expected} ث` : `${seconds} ث`,
  pictureOf: (index: number, count: number) => `الصورة ${index} من ${count}`,
  waiting: 'تنتظر دورها',
  cancel: 'إلغاء',
  cancelRest: 'إلغاء الباقي',
  stopWaiting: 'أوقف الانتظار',
  stopFree: 'لم يُرسل شيء بعد: الإيقاف لا يكلّف شيئًا.',
  stopMeans: 'طُلبت الصورة بالفعل: الإيقاف لا يوفّر مالًا. ستجدها بين صورك.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} من ${count} لم تُطلب بعد: إلغاؤها لا يكلّف شيئًا، والباقي يستمر.`,
  stopChecking: 'لا حاجة إلى الانتظار: سيظهر في إنفاقك ما خُصم.',
  stopSimulated: 'لن يُخصم شيء.',
  inBackground: (count: number) => `تُصنع في الخلفية: ${pictures(count)}.`,
  landsIn: (where: string) => `عند اكتمالها تجدها في «${where}».`,
  recovering: 'نجلب الصورة التي اشتريتها من قبل …',
  recovered: (count: number) => `إليك ما اشتريته من قبل: ${pictures(count)}.`,
  dismiss: 'حسنًا',
  charged: (amount: string) => `خُصم ${amount}`,
  chargedBetween: (low: string, high: string) => `خُصم بين ${low} و${high}`,
  chargedTogether: (count: number, amount: string) => `${count} معًا: ${amount}`,
  computed: (amount: string) => `${amount} تقديرًا، حسب قائمة الأسعار`,
  simulatedCharge: (amount: string) => `${amount} محاكاة`,
  checkingCharge: (amount: string, provider: string) => `${amount} · جارٍ التحقق لدى ${provider}`,
  estimateWas: (amount: string) => `التقدير ${amount}`,
  notCharged: 'لم يُخصم شيء.',
  maybeCharged: (amount: string) =>
    amount ? `ربما خُصم منك ${amount}.` : 'ربما خُصم منك مبلغ غير معروف.',
  wasCharged: (amount: string) => (amount ? `خُصم منك ${amount}.` : 'خُصم منك مبلغ غير معروف.'),
  wasSimulated: (amount: string) => `${amount} محاكاة، بلا مال حقيقي.`,
  inProgress: (amount: string) => `+ ${amount} قيد التنفيذ`,
  sentAgain: 'ربما أرسل المتصفح الطلب عدة مرات من تلقاء نفسه.',
  checkedCharged: (provider: string, amount: string) => `تم التحقق لدى ${provider}: خُصم ${amount}.`,
  checkedFree: (provider: string) => `تم التحقق لدى ${provider}: لم يُخصم شيء.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `خصم ${provider} ثمن هذا ${count} مرات: ${amount}.`,
  fromBefore: (amount: string) => `${amount} من عملية شراء سابقة غير مؤكد.`,
  checkedEachVisit: (provider: string) => `يُتحقق من ذلك لدى ${provider} كلما عدت إلى هنا.`,
  ready: (count: number) => `جاهز: ${pictures(count)}.`,
  says: (provider: string) => `يقول ${provider}:`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => `${pictures(count)} · ${price}`,
  raise: (limit: string) => `ارفع حدّي إلى ${limit}`,
  useSize: (size: string, price: string) => `استخدم ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'بدلًا من ذلك',
  topUp: (provider: string) => `اشحن رصيدك لدى ${provider}`,
  scriptBlocked: (provider: string, host: string) =>
    `لم نتمكن من الوصول إلى ${provider}. ربما يمنع حاجب محتوى ${host}؛ اسمح به وحاول مرة أخرى.`,
  notFromHere: (provider: string) => `لا يمكن استخدام ${provider} من هذه الصفحة.`,
  walls: {
    relay: 'المُرحِّل الذي تحدده هذه الصفحة لم يجب أو لا يسمح لها باستعماله.',
    mixed:
      'هذه الصفحة عبر https والخادم عبر http، والمتصفحات تفصل بينهما. يحتاج الخادم إلى https أو إلى أن يعمل على هذا الجهاز.',
    server:
      'هل الخادم يعمل، وهل يسمح لصفحات من مصدر آخر بمخاطبته (CORS)؟ قد يسألك المتصفح أيضًا هل يجوز لهذه الصفحة الوصول إلى شبكتك المحلية: اسمح بذلك.',
  },
  overOwnLimit: (limit: string, left: string) => `سيتجاوز هذا حدّك البالغ ${limit}. بقي ${left}.`,
  overPageLimit: (limit: string, left: string) =>
    `سيتجاوز هذا حدّ هذا الموقع البالغ ${limit}. بقي ${left}.`,
  keyMaySpend: (left: string) => `يمكن لهذا المفتاح إنفاق ${left} أخرى`,
  overKey: (left: string, price: string) =>
    `يكلّف هذا ${price}، ولا يمكن لمفتاحك إنفاق أكثر من ${left}.`,
  overBalance: (left: string, price: string) => `الرصيد لا يكفي: يكلّف هذا ${price} ولديك ${left}.`,
  offline: 'أنت غير متصل. لا يمكن إرسال شيء؛ كلماتك باقية هنا.',
  storage: {
    full: 'مساحة التخزين في متصفحك ممتلئة. لا يمكننا حفظ إيصالك، لذلك أوقفنا الشراء.',
    blocked:
      'متصفحك لا يحفظ بيانات هذا الموقع (نافذة خاصة، أو إطار لا يحفظ شيئًا؟). لا يمكننا حفظ إيصالك، لذلك أوقفنا الشراء.',
  },
  of: (limit: string) => `من ${limit}`,
  spentOf: (spent: string, limit: string) => `أُنفق ${spent} من ${limit}`,
  lastOne: 'يكفي لواحدة تقريبًا',
  used: 'بُلغ الحد',
  galleryTitle: 'صورك المحفوظة في هذا المتصفح',
  galleryEmpty: 'لا صور محفوظة بعد.',
  forget: 'انسَ',
  forgetAll: 'انسَ الكل',
  forgetSure: 'اضغط مرة أخرى للنسيان',
  pin: 'احتفظ',
  pinned: 'محتفَظ بها',
  open: (what: string) => `افتح كبيرة: ${what}`,
  close: 'إغلاق',
  download: 'تنزيل',
  copy: 'نسخ',
  copied: 'نُسخت',
  share: 'مشاركة',
  asReference: 'استخدمها مرجعًا',
  sameWords: 'الكلمات نفسها مرة أخرى',
  sameSeed: 'استخدم هذه البذرة مرة أخرى',
  forgotten: 'نُسيت',
  undo: 'تراجع',
  lastPictures: 'آخر الصور',
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  zoom: 'تكبير',
  expires: 'متاحة فقط على عنوان سيتوقف عن العمل: نزّلها الآن.',
  openAddress: 'افتح عنوانها',
  notDrawn: (size: string) =>
    `لم تُعرض هنا: ${size} أكبر مما ينبغي أن يُطلب من متصفح. هي لك مع ذلك: نزّلها.`,
  notShown: 'لا يمكن عرض هذا النوع من الملفات هنا. تبقى الصورة لك: نزّلها.',
  notLoaded: 'تعذّر تحميلها من عنوانها.',
  keepThere: (provider) => `احفظ صوري أيضًا في مساحتي لدى ${provider}`,
  keptThere: 'حُفظت في مساحتك:',
  showMore: 'أظهر المزيد',
  seed: (seed: string) => `البذرة ${seed}`,
  seedMeans: 'الرقم الذي يتيح تكرار النتيجة',
  newSeed: 'أي بذرة',
  pictureMenu: 'المزيد',
  formMissing: 'أنشئ صورة أولًا.',
  formUnreadable:
    'لا يستطيع النموذج أخذ هذه الصورة: فمزوّدها لا يسمح لأي صفحة بقراءتها. أنشئ صورة أخرى، أو نزّلها وأضفها بنفسك.',
  formChoose: 'استخدامها في النموذج',
  formChosen: 'في النموذج',
  couldNot: 'لم يسمح هذا المتصفح بذلك.',
  payee: 'لمن يُدفع',
  allModels: 'كل النماذج …',
  chooseModel: 'اختر نموذجًا',
  searchModels: 'ابحث بالاسم أو الصانع أو الاستعمال',
  offersFound: (count: number) => `العروض: ${count}`,
  modelsFound: (count: number) =>
    plural('ar', count, {
      one: 'نموذج واحد',
      two: 'نموذجان',
      few: '# نماذج',
      many: '# نموذجًا',
      other: '# نموذج',
    }),
  noModels: 'لا نموذج يطابق هذه الكلمات.',
  comma: '، ',
  whyEmpty: 'صِف الصورة أولًا.',
  whyPricing: 'يجري حساب السعر…',
  canAgain: 'يمكنك الإنشاء من جديد.',
  shortcut: (keys: string) => `${keys} ينشئ أيضًا.`,
  priceNow: (price: string) => `السعر الآن ${price}`,
  making: 'قيد الإنشاء',
  readyOf: (done: number, count: number) => `جاهزة: ${done} من ${count}`,
  readyCount: (count: number) => `جاهزة: ${count}`,
  notChargedCount: (count: number) => `لم تُحسب: ${count}`,
  checkingSum: (amount: string, provider: string) => `${amount} قيد التحقق لدى ${provider}`,
  notConfirmed: (amount: string) => `${amount} غير مؤكد`,
  newTab: 'يفتح في تبويب جديد',
  otherModels: 'غيرها',
  takesWords: 'كلمات',
  takesPictures: (count: number) => `${count > 1 ? 'حتى ' : ''}${pictures(count)}`,
  takesNoPictures: 'لا يقبل صورًا',
  takesMask: 'قناع',
  writesText: 'نص داخل الصورة',
  madeWith: (count: number) => `صُنع به حتى الآن: ${pictures(count)}`,
  needs: {
    picture: 'يحتاج إلى صورة',
    workflow: 'يحتاج إلى ملف سير عمل',
  },
  notThisSize: 'ليس بهذا المقاس',
  notOffered: (provider: string) => `لم يعد ${provider} يقدّمه.`,
  retiredOn: (date: string) => `أوقفه صانعه في ${date}: قد لا يجيب.`,
  retiresOn: (date: string) => `يوقفه صانعه في ${date}.`,
  replacedOn: (date: string, by: string) => `منذ ${date} يجيب ${by} بدلًا منه، وربما بسعر آخر.`,
  replacesOn: (date: string, by: string) =>
    `ابتداءً من ${date} يجيب ${by} بدلًا منه، وربما بسعر آخر.`,
  failedOn: (date: string) => `لم يجب عند تجربته في ${date}.`,
  drafts: 'مسودة ثم نهائية',
  draftShort: 'مسودة',
  draftFirst: (price: string) => `جرّب مسودة أولًا · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `المسودة على ${draft} ثم النهائية على ${final}: معًا ${both}.`,
  draftSaves: (saving: string) => `كل محاولة كمسودة بدل النهائية توفّر ${saving}.`,
  makeFinal: (model: string, price: string) => `اصنع النهائية على ${model} · ${price}`,
  draftStop: 'بلا مسودات',
  problems: {
    'invalid-size': 'لا يمكن استخدام هذا المقاس',
    'too-small': 'هذا المقاس صغير جدًا',
    'too-large': 'هذا المقاس كبير جدًا',
    'off-grid': 'لا يستطيع هذا النموذج صنع هذا المقاس بالضبط',
    'size-not-offered': 'لا يصنع هذا النموذج هذا المقاس',
    'invalid-count': 'لا يمكن شراء هذا العدد',
    'invalid-steps': 'لا يمكن استخدام هذه الخطوات',
    'invalid-option': 'هذا الخيار لا يقبل هذه القيمة',
    'invalid-reference': 'لا يمكن قراءة صورة مرجعية',
    'too-many-references': 'الصور المرجعية كثيرة جدًا',
    'needs-reference': 'هذا النموذج ينطلق من صورة: أضف صورة مرجعية',
    'prompt-too-long': 'هذا الوصف أطول من اللازم',
    'unknown-provider': 'هذا المزوّد غير معروف هنا',
    'unknown-model': 'هذا النموذج غير معروف هنا',
    'unknown-route': 'هذا المسار غير معروف هنا',
    'not-hosted': 'هذا النموذج غير متاح هنا',
    'no-price': 'لا سعر منشور لهذا النموذج',
    'bad-price-list': 'لا يمكن قراءة قائمة الأسعار',
  },
  reasons: {
    email: (provider: string) => `أكّد بريدك الإلكتروني لدى ${provider}، ثم اضغط مرة أخرى.`,
    phone: (provider: string) => `أكّد رقم هاتفك لدى ${provider}، ثم اضغط مرة أخرى.`,
    card: (provider: string) => `أكّد بطاقة لدى ${provider}، ثم اضغط مرة أخرى.`,
    suspended: (provider: string) => `أوقف ${provider} حسابك. ${provider} وحده يستطيع إعادته.`,
    plan: (provider: string) => `لا يصنع ${provider} هذا إلا للحسابات ذات الاشتراك المدفوع.`,
    'large-reference': (provider: string) =>
      `صورة مرجعية أكبر مما يقبله ${provider}: 30 ميغابايت لكل صورة على الأكثر، تُحمَّل خلال 30 ثانية.`,
    retired: (provider: string) => `لم يعد ${provider} يقدّم هذا النموذج. اختر نموذجًا آخر.`,
    severed: (provider: string) =>
      `سياسة هذه الصفحة تقطع نوافذ تسجيل الدخول، فلا يمكنك تسجيل الدخول لدى ${provider} من هنا.`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `لا يقبل ${f.provider} جزءًا من هذا الطلب. سيُحذف من الآن فصاعدًا: اضغط مرة أخرى.`
        : f.detail
          ? ''
          : `لا يقبل ${f.provider} هذا الطلب.`,
    'no-price': () => 'لا سعر لهذا الطلب.',
    'quote-expired': () => 'تغيّر السعر. انظر إلى السعر الجديد واضغط مرة أخرى.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `يكلّف هذا ${f.asked}، ولا يمكن لمفتاحك إنفاق أكثر من ${f.limit}.`
          : f.held
            ? `الرصيد لا يكفي: يكلّف هذا ${f.asked} ولديك ${f.limit}، وقد يذهب منها ${f.held} إلى صور أخرى.`
            : `الرصيد لا يكفي: يكلّف هذا ${f.asked} ولديك ${f.limit}.`
        : `سيتجاوز هذا الحد البالغ ${f.limit}: أُنفق ${f.spent} ويكلّف هذا ${f.asked}.`,
    'no-gesture': () => 'إنفاق مال حقيقي يحتاج إلى نقرتك أنت.',
    vetoed: () => 'أوقفت هذه الصفحة الشراء.',
    'no-session': () => 'سجّل الدخول أولًا.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `لم يُكمل ${f.provider} تسجيل الدخول. اضغط مرة أخرى لإعادة المحاولة.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `لا يسمح ${f.provider} بهذا لمفتاحك أو حسابك.`
            : f.key
              ? `لم يقبل ${f.provider} مفتاحك. أزلناه من هنا: أدخل مفتاحًا آخر.`
              : `لم يقبل ${f.provider} تسجيل دخولك. سجّل الدخول مرة أخرى.`,
    'popup-blocked': () => 'منع متصفحك نافذة تسجيل الدخول. اسمح بها واضغط مرة أخرى.',
    'sign-in-cancelled': () => 'أغلقت نافذة تسجيل الدخول قبل اكتماله.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `رصيدك لدى ${f.provider} لا يكفي الآن. قد تحجز صور قيد الصنع جزءًا منه.`
        : `رصيدك لدى ${f.provider} لا يكفي.`,
    'rate-limited': () => 'الطلبات كثيرة جدًا الآن.',
    'provider-busy': (f: Facts) => `${f.provider} مشغول جدًا الآن.`,
    'not-hosted': (f: Facts) => `لا يتيح لك ${f.provider} هذا النموذج.`,
    'blocked-by-browser': (f: Facts) =>
      `لم يتمكن متصفحك من الوصول إلى ${f.provider} من هذه الصفحة.`,
    'provider-failed': (f: Facts) => (f.gated ? stopped(f) : `حدث خطأ لدى ${f.provider}.`),
    'content-refused': (f: Facts) => `رفض ${f.provider} هذا الوصف. جرّب وصفًا آخر.`,
    'unreadable-reply': (f: Facts) => `لم نتمكن من قراءة رد ${f.provider}.`,
    'timed-out': (f: Facts) => `لم يرد ${f.provider} في الوقت المناسب.`,
    aborted: (f: Facts) =>
      f.sent ? 'توقفت عن الانتظار. إذا وصلت الصورة فستجدها بين صورك.' : 'أوقفته.',
    'image-lost': (f: Facts) =>
      f.unknown ? `لم يعد ${f.provider} يعرف هذه الصورة.` : 'صُنعت الصورة لكن لا يمكن تنزيلها.',
    'storage-full': () => 'مساحة التخزين في متصفحك ممتلئة. لا يمكننا حفظ إيصالك، لذلك لم يُشترَ شيء.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `قيود غير مقروءة: ${f.unreadable}. لذلك لا نعرف هل يتجاوز هذا الشراء حدًّا، ولم يُشترَ شيء. صدّر إنفاقك ثم صفّره من «التصدير أو التصفير».`
        : 'متصفحك لا يحفظ بيانات هذا الموقع. لا يمكننا حفظ إيصالك، لذلك لم يُشترَ شيء.',
    'part-missing': () =>
      'تعذّر تحميل جزء من هذه الأداة، لذلك لم يُرسَل شيء. أعد تحميل الصفحة؛ فإن لم ينفع ذلك فعلى صاحبها إصلاحه.',
    internal: () => 'حدث خطأ داخل الأداة.',
  },
  draftChoice: (price: string) => `مسودة أولًا · ${price}`,
  finalChoice: (price: string) => `نهائية · ${price}`,
  forgottenMany: (count: number) => `نُسيت ${pictures(count)}`,
  searchPrompts: 'ابحث في أوصافك',
  picturesFound: (count: number) => `عُثر على: ${pictures(count)}`,
  keepPrompts: 'احفظ أوصاف الصور الجديدة أيضًا في هذا المتصفح',
  compare: 'قارن',
  comparing: (first: string, second: string) => `${first} بالمقارنة مع ${second}`,
} satisfies WidgetTranslation;

function pictures(count: number): string {
  return plural('ar', count, {
    zero: 'لا صور',
    one: 'صورة واحدة',
    two: 'صورتان',
    few: '# صور',
    many: '# صورة',
    other: '# صورة',
  });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `أوقف شيءٌ أمام ${f.provider}، ربما فحصٌ للروبوتات، هذا الطلب. ` +
    'لا يدل ذلك على شيء في مفتاحك: حاول لاحقًا أو من شبكة أخرى.'
  );
}
