import type { Facts } from './en-deferred.js';
import type { Translation } from './terms.js';

export const ja = {
  tag: 'ja',
  dir: 'ltr',
  describe: '描きたい画像を言葉で',
  model: 'モデル',
  size: 'サイズ',
  count: '枚数',
  exactSize: 'サイズを指定…',
  addReference: '参照画像',
  dropHere: '元にする画像をここにドロップ',
  pictures: (count: number) => `${count} 枚`,
  generate: (count: number, price: string) => `${count > 1 ? `${count} 枚` : ''}生成 · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `サインインして${count > 1 ? `${count} 枚` : ''}生成 · ${price}`,
  generateSample: (count: number) => `サンプルを${count > 1 ? `${count} 枚` : ''}生成 · 無料`,
  again: (seconds: string) => `あと ${seconds} 秒`,
  simulated: (price: string) => `${price}（模擬）`,
  priceUnknown: '価格不明',
  under: (amount: string) => `${amount} 未満`,
  noRealMoney: 'サンドボックス：このブラウザで描きます。実際のお金は動きません。',
  payOwn: (provider: string) => `ご自身の ${provider} アカウントから支払います。`,
  payNobody: (provider: string) => `${provider} が作成します。`,
  freeCovers: (count: number) => `無料アカウントなら月に約 ${count} 枚分です。`,
  left: (balance: string) => `残り ${balance}`,
  leftThisMonth: (balance: string) => `今月の残り ${balance}`,
  ofThese: (count: number) => `≈ この画像 ${count} 枚`,
  aboutAccount: (provider: string) =>
    `${provider} は独自のアカウントを持つオンラインサービスです。サインインするとそのウィンドウが開きます。無料アカウントには毎月の利用枠があります。`,
  switchAccount: '切り替え',
  signOut: 'サインアウト',
  key: (provider: string) => `${provider} のキー`,
  forgetKey: 'キーを消去',
  breakdown: 'この価格の内訳',
  more: (count: number) => `ほか ${count} 件`,
  kinds: { live: '最新価格', provider: '定価', 'third-party': '第三者の情報' },
  ofDate: (what: string, date: string) => `${what}（${date}）`,
  asOf: (what: string, date: string) => `${what}（${date} 時点）`,
  chargedOn: (date: string) => `${date} に実際に請求された額`,
  pagesList: 'このページの価格表',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {
    picture: '画像',
    run: '実行',
    'first-megapixel': '最初の 1 メガピクセル',
    'further-megapixels': '追加のメガピクセル',
    megapixels: 'メガピクセル',
    reference: '参照画像',
    tiles: 'タイル',
    'input-tiles': '参照画像のタイル',
    steps: 'ステップ',
    'area-steps': '面積 × ステップ',
    seconds: '計算秒数',
    'image-tokens': '画像トークン',
    'prompt-tokens': '文章トークン',
    'text-tokens': '追加の文章トークン',
    font: 'フォント',
    'self-hosted': '自前のサーバー',
    rounding: '端数処理',
    correction: '前回の請求どおり',
    'account-rate': 'アカウントの料率',
  },
  session: 'このセッション',
  sessionSimulated: 'このセッション（模擬）',
  nothingYet: 'まだありません',
  inDoubt: (amount: string) => `+ 未確定 ${amount}`,
  unpriced: (count: number) => `+ 価格不明 ${count} 件`,
  unreadable: (count: number) => `読めない記録 ${count} 件（保存されています）`,
  details: '詳細',
  galleryShort: 'ギャラリー',
  charge: {
    none: '請求されていません。',
    possible: '請求された可能性があります。',
    charged: '請求されました。',
  },

  width: '幅',
  height: '高さ',
  sizeList: 'サイズ一覧',
  references: '参照画像',
  reading: '読み込み中…',
  unreadableFile: '画像ではありません',
  tooLargeFile: (limit: string) => `は大きすぎます（上限 ${limit}）`,
  shrinkFile: '縮小する',
  removeReference: (name: string) => `参照画像を外す：${name}`,
  megapixels: (text: string) => `${text} MP`,
  keyUse: 'このキーを使う',
  keyKeep: '保存先',
  keep: { memory: 'このページを閉じるまで', tab: 'このタブを閉じるまで', device: 'この端末に' },
  keyWarning:
    'このページのスクリプトは、ここに入力した内容を読み取れます。こちらから送る先はプロバイダーだけです。',
  keyThrough: (host: string) => `途中でこのページの中継サーバー ${host} を通ります。`,
  keyGet: (provider: string) => `${provider} でキーを取得`,
  keyNeeded: (who: string) => `${who} にはご自分のキーが必要です。上に入力してください。`,
  total: 'お支払い',
  atMost: 'お支払い（最大）',
  source: '出典',
  readOn: (date: string) => `${date} 確認`,
  undated: (date: string) => `日付のない写し、早くても ${date}`,
  agree: '同額：',
  conflict: (source: string, total: string) => `${source} では ${total}`,
  listProblem: (why: string) => `今日の価格をすべては読み取れませんでした：${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} なら ${f.saving} 節約`,
    snap: (f: Facts) =>
      f.width
        ? `作れる最も近いサイズは ${f.width} × ${f.height} です`
        : `ほぼこの形で、約 ${f.megapixels} メガピクセルになります`,
    stale: (f: Facts) => `この価格は ${f.days} 日前に確認したもので、変わっている可能性があります`,
    reference: (f: Facts) => `参照画像を ${f.width} × ${f.height} にすると ${f.saving} 節約`,
    'top-up': (f: Facts) => `実際の負担は ${f.wallet}：チャージの一部は手数料です`,
    charged: (f: Facts) =>
      `${f.readOn} にはこれに ${f.charged} 請求されました（表示価格は ${f.listed}）`,
    rate: (f: Facts) =>
      `このアカウントには表示価格の ${f.rate} 倍が請求されています（最近では ${f.readOn}）`,
  },
  confirmTitle: '購入の前に',
  confirmOver: (amount: string, limit: string) =>
    `最大 ${amount} かかります。一度に ${limit} を超えています。`,
  confirmUnknown: 'いくらかかるか、ここでは分かりません。プロバイダーの請求額になります。',
  confirmChanged: (amount: string) => `価格をもう一度ご確認ください。現在は ${amount} です。`,
  confirmYes: (amount: string) => `はい、${amount} を支払う`,
  confirmYesUnknown: 'はい、価格不明のまま',
  confirmNo: 'いいえ',
  signingIn: 'サインインの画面を待っています…',
  signedIn: (provider: string) =>
    `${provider} にログインしました。このウィンドウを閉じて、元のウィンドウで続けてください。`,
  sending: '送信中…',
  queued: (ahead: number) => (ahead === 0 ? '次の順番です' : `待ち行列：前に ${ahead} 件`),
  fetching: '画像を取得中…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} 秒／約 ${expected} 秒` : `${seconds} 秒`,
  pictureOf: (index: number, count: number) => `${count} 枚中 ${index} 枚目`,
  waiting: '順番待ち',
  stopWaiting: '待つのをやめる',
  stopFree: 'まだ何も送っていません。やめても費用はかかりません。',
  stopMeans: 'やめても取り消しにはなりません。作成され、請求されることがあります。',
  stopLate:
    'やめても節約にならないことがあります。1 分未満でできる画像は同じく請求され、それより長い画像も請求されることがあります。',
  stopVain: 'やめても取り消しにはなりません。待った場合と同じように請求されます。',
  recovering: 'ページを閉じる前に購入した画像を問い合わせています…',
  recovered: (count: number) => `ページを閉じる前の画像が戻りました：${count} 枚`,
  dismiss: '閉じる',
  charged: (amount: string) => `${amount} 請求済み`,
  computed: (amount: string) => `${amount}（価格表による見積もり）`,
  simulatedCharge: (amount: string) => `${amount}（模擬）`,
  checkingCharge: (amount: string, provider: string) => `${amount} · ${provider} に確認中`,
  estimateWas: (amount: string) => `見積もり ${amount}`,
  notCharged: '請求されていません。',
  maybeCharged: (amount: string) =>
    amount
      ? `${amount} 請求された可能性があります。`
      : '請求された可能性があります。金額は不明です。',
  wasCharged: (amount: string) =>
    amount ? `${amount} 請求されました。` : '請求されました。金額は不明です。',
  wasSimulated: (amount: string) => `${amount}（模擬）。実際のお金ではありません。`,
  doubtKept: '分かるまでは未確定として数えます。',
  sentAgain: 'ブラウザが注文を自動的に複数回送信した可能性があります。',
  checkedCharged: (provider: string, amount: string) =>
    `${provider} に確認しました：${amount} が請求されました。`,
  checkedFree: (provider: string) => `${provider} に確認しました：請求はありませんでした。`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} はこれを ${count} 回請求しました：${amount}。`,
  fromBefore: (amount: string) => `以前の ${amount} は未確認です。`,
  checkedEachVisit: (provider: string) => `ここに来るたびに ${provider} に確認します。`,
  ready: (count: number) => (count > 1 ? `${count} 枚の画像ができました。` : '画像ができました。'),
  provider: 'プロバイダーより：',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => `${count} 枚 · ${price}`,
  raise: (limit: string) => `上限を ${limit} に上げる`,
  useSize: (size: string, price: string) => `${size} にする · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: '代わりに',
  topUp: (provider: string) => `${provider} でチャージ`,
  scriptBlocked: (host: string) =>
    `${host} からスクリプトを読み込めませんでした。コンテンツブロッカーが原因かもしれません。このページで ${host} を許可してください。ページの所有者は Content-Security-Policy で許可するか、PUTER_SDK_URL に複製を指定できます。`,
  walls: {
    relay: 'このページが指定する中継サーバーが応答しないか、このページを許可していません。',
    mixed:
      'このページは https、サーバーは http です。ブラウザは両者の通信を許しません。サーバーを https にするか、この端末で動かす必要があります。',
    server:
      'サーバーは動いていますか。別オリジンのページからの要求（CORS）を許可していますか。ローカルネットワークへのアクセスをブラウザに尋ねられたら、許可してください。',
    provider:
      'ページからの直接の要求を受け付けません。このページの所有者が中継サーバーを指定できます。ほかのプロバイダーなら不要です。',
  },
  overLimit: (limit: string, spent: string) =>
    `上限 ${limit} を超えます。すでに ${spent} 使っています。`,
  overBalance: (left: string, price: string) => `残りは ${left}、これは ${price} です。`,
  offline: 'オフラインです。何も送れませんが、入力した文章は残ります。',
  storage: {
    full: 'このブラウザの保存領域がいっぱいで、購入を記録できません。実際の購入は行いません。',
    blocked:
      'このブラウザはこのページの記録を残さないため、購入を記録できません。実際の購入は行いません。',
  },
  of: (limit: string) => `／${limit}`,
  spentOf: (spent: string, limit: string) => `${limit} のうち ${spent} 使用`,
  lastOne: 'あと 1 枚ほど',
  used: '上限に達しました',
  galleryTitle: 'このブラウザに保存された画像',
  galleryEmpty: 'まだ保存されていません。',
  forget: '消去',
  forgetAll: 'すべて消去',
  forgetSure: 'もう一度押すと消去',
  pin: '残す',
  pinned: '残します',
  open: (what: string) => `大きく表示：${what}`,
  close: '閉じる',
  download: 'ダウンロード',
  copy: 'コピー',
  copied: 'コピーしました',
  share: '共有',
  asReference: '参照画像にする',
  sameWords: '同じ文章でもう一度',
  sameSeed: '同じシードでもう一度',
  forgotten: '消去しました',
  expires: 'まもなく使えなくなるアドレスにしかありません。今すぐ保存してください。',
  openAddress: 'アドレスを開く',
  notDrawn: (size: string) =>
    `${size} はブラウザーに描かせるには大きすぎるため、ここには表示しません。画像はあなたのものです。保存してください。`,
  notLoaded: 'アドレスから読み込めませんでした。',
  keepThere: (provider) => `画像を自分の${provider}ドライブにも保存する`,
  keptThere: 'ドライブに保存しました:',
  showMore: 'もっと見る',
  seed: (seed: string) => `シード ${seed}`,
  newSeed: 'シードを固定しない',
  pictureMenu: 'その他',
  couldNot: 'このブラウザでは許可されませんでした。',
  drafts: '下描きから仕上げへ',
  draftFirst: (model: string, price: string) => `まず ${model} で下描き：${price}`,
  draftOn: '下描き',
  finalOn: '仕上げ',
  draftPlan: (draft: string, final: string, both: string) =>
    `下描き ${draft}、仕上げ ${final}、合計 ${both}。`,
  draftSaves: (saving: string) => `仕上げの代わりに下描きで試すたびに ${saving} 節約。`,
  makeFinal: (model: string, price: string) => `${model} で仕上げる · ${price}`,
  draftStop: '下描きしない',
  problems: {
    'invalid-size': 'このサイズは使えません',
    'too-small': 'このサイズは小さすぎます',
    'too-large': 'このサイズは大きすぎます',
    'off-grid': 'このサイズは刻みに合いません',
    'size-not-offered': 'このサイズは作れません',
    'invalid-count': 'この枚数は購入できません',
    'invalid-steps': 'このステップ数は使えません',
    'invalid-option': 'このオプションにその値は使えません',
    'invalid-reference': '参照画像を読めません',
    'too-many-references': '参照画像が多すぎます',
    'needs-reference': 'このモデルには元の画像が必要です。参照画像を追加してください',
    'unknown-provider': '不明なプロバイダーです',
    'unknown-model': '不明なモデルです',
    'unknown-route': '不明な経路です',
    'not-hosted': 'このモデルはここでは使えません',
    'no-price': '価格の情報がありません',
    'bad-price-list': '価格表を読めません',
  },
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'プロバイダーがこの依頼を受け付けません。'),
    'no-price': () => 'この依頼の価格がありません。',
    'quote-expired': () => 'その間に価格が変わりました。新しい価格を見てもう一度押してください。',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `残高は ${f.limit} で、うち ${f.held} は他の画像に使われるかもしれません。これは ${f.asked} です。`
          : `残高は ${f.limit}、これは ${f.asked} です。`
        : `上限 ${f.limit} を超えます。すでに ${f.spent} 使い、これは ${f.asked} です。`,
    'no-gesture': () => '実際のお金を使うには、ご自身のクリックが必要です。',
    vetoed: () => 'このページが購入を止めました。',
    'no-session': () => '先にサインインしてください。',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} でのログインが完了しませんでした。もう一度押すとやり直せます。`
        : f.kept
          ? 'このキーまたはアカウントでは、プロバイダーが許可していません。'
          : f.key
            ? `${f.key} がキーを受け付けませんでした。ここからは消去しました。別のキーを入力してください。`
            : 'サインインまたはキーが受け付けられませんでした。もう一度サインインしてください。',
    'popup-blocked': () =>
      'ブラウザがサインインの画面を止めました。許可してもう一度押してください。',
    'sign-in-cancelled': () => 'サインインが途中で閉じられました。',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? '今は残高が足りません。作成中の画像が、終わるまで残高の一部を押さえていることがあります。'
        : '残高が足りません。',
    'rate-limited': () => '今は依頼が多すぎます。',
    'provider-busy': () => 'プロバイダーが混み合っています。',
    'not-hosted': () => 'プロバイダーはこのモデルを提供していません。',
    'blocked-by-browser': () => 'このページからはブラウザがこのプロバイダーと通信できません。',
    'provider-failed': () => 'プロバイダー側で失敗しました。',
    'content-refused': () => 'プロバイダーがこの内容を断りました。別の言葉なら通るかもしれません。',
    'unreadable-reply': () => 'プロバイダーの応答を読めませんでした。',
    'timed-out': () => '時間内に応答がありませんでした。',
    aborted: (f: Facts) =>
      f.sent ? '待つのをやめました。画像はまだ作成されることがあります。' : '中止しました。',
    'image-lost': (f) =>
      f.unknown
        ? 'プロバイダーにこの画像の記録がありません。'
        : '画像は作られましたが、取得できませんでした。',
    'storage-full': () =>
      'このブラウザの保存領域がいっぱいで記録できないため、購入しませんでした。',
    'storage-blocked': () => 'このブラウザはこのページの記録を残さないため、購入しませんでした。',
    'part-missing': () =>
      'このウィジェットの一部を読み込めなかったため、何も送信していません。ページを再読み込みしてください。それでも直らない場合は、ページの管理者が修正する必要があります。',
    internal: () => 'ウィジェットの内部で問題が起きました。',
  },
} satisfies Translation;
