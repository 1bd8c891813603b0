import type { Facts } from '../en/deferred.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'ja',
  dir: 'ltr',
  widget: '画像を生成',
  describe: '描きたい画像を言葉で',
  model: 'モデル',
  size: 'サイズ',
  shape: '形',
  count: '枚数',
  exactSize: 'サイズを指定…',
  addReference: '参照画像',
  dropHere: '元にする画像をここにドロップ',
  pictures: (count: number) => `${count} 枚`,
  generate: (count: number, price: string) => `${count > 1 ? `${count} 枚` : ''}生成 · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `サインインして${count > 1 ? `${count} 枚` : ''}生成 · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `キーを入力して${count > 1 ? ` ${count} 枚` : ''}生成 · ${price}`,
  generateSample: (count: number) => `サンプルを${count > 1 ? `${count} 枚` : ''}生成 · 無料`,
  again: (seconds: string) => `あと ${seconds} 秒`,
  simulated: (price: string) => `${price}（模擬）`,
  priceUnknown: '価格不明',
  under: (amount: string) => `${amount} 未満`,
  free: '無料',
  freeAsOf: (date: string) => `${date} 時点で無料`,
  noRealMoney: 'サンドボックス：このブラウザで描きます。実際のお金は動きません。',
  payOwn: (provider: string) => `お支払いは、ご自身の ${provider} アカウントからです。`,
  payNobody: (provider: string) => `${provider} が作成します。`,
  freeCovers: (count: number) => `登録は無料で、月に約 ${count} 枚分をまかなえます。`,
  whatIs: (provider: string) => `${provider} とは？`,
  left: (balance: string) => `残り ${balance}`,
  leftThisMonth: (balance: string) => `今月の残り ${balance}`,
  ofThese: (count: number) => (count === 0 ? 'この画像には足りません' : `≈ この画像 ${count} 枚`),
  aboutAccount: (price: string, count: number) =>
    `一度押すとサインインし、${count} 枚を ${price} で購入します。`,
  aboutFree: (free: string, count: number) =>
    `一度押すとサインインし、${count} 枚を作ります（${free}）。`,
  about: {
    what: (provider: string) =>
      `${provider} はオンラインアカウントです。このウェブサイトは AI とクラウドの機能に ${provider} を使っています。`,
    free: () => 'どのアカウントにも毎月無料の利用枠があり、先に使われます。',
    pays: (provider: string) =>
      `${provider} が画像の代金を実費であなたのアカウントに請求します。このサイトには請求されません。`,
    signIn: (provider: string) => `サインイン先は ${provider} で、このサイトではありません。`,
    source: '出典',
  },
  switchAccount: '切り替え',
  signOut: 'サインアウト',
  key: (provider: string) => `${provider} のキー`,
  forgetKey: 'キーを削除',
  breakdown: 'この価格の内訳',
  why: (price: string) => `なぜ ${price}？`,
  more: (count: number) => `ほか ${count} 件`,
  kinds: { live: '現在の価格', provider: '価格', 'third-party': '非公式の価格' },
  ofDate: (what: string, date: string) => `${what}（${date}）`,
  mayHaveChanged: '変わっている可能性があります',
  chargedOn: (date: string) => `${date} に実際に請求された額`,
  pagesList: 'このページの価格表',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what}：${price}`,
  wholeMegapixels: (count: number) => `${count} メガピクセル`,
  lines: {
    picture: '画像',
    run: '基本料金',
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
  session: '今回の訪問',
  sessionSimulated: '今回の訪問（模擬）',
  nothingYet: 'まだありません',
  inDoubt: (amount: string) => `+ 未確認 ${amount}`,
  unpriced: (count: number) => `+ 価格不明 ${count} 件`,
  doubtAsk: (provider: string) => `${provider} のアカウントを確認して、結果をお知らせください。`,
  newPurchase: 'もう一度生成すると、新しい購入になります。',
  openProvider: (provider: string) => `${provider} を開く`,
  iWasCharged: '請求されていた',
  iWasNot: '請求されていなかった',
  toldCharged: (amount: string) => `${amount} の請求があったとお知らせいただきました。`,
  toldFree: '請求はなかったとお知らせいただきました。',
  onlyRefund: (provider: string) => `返金できるのは ${provider} だけです。`,
  chargesDeclined: (provider: string) => `${provider} は断った依頼にも請求します。`,
  copyDetails: '問い合わせ用の情報をコピー',
  unreadable: (count: number) => `読めない記録 ${count} 件（保存されたままです）`,
  details: '支出',
  galleryShort: '画像',
  charge: {
    none: '請求されていません。',
    possible: '請求された可能性があります。',
    charged: '請求されました。',
  },

  width: '幅',
  height: '高さ',
  bought: (balance: string) => `購入分 ${balance}`,
  credits: (count: number) => `${String(count)} クレジット`,
  mustHold: (provider: string, sum: string) =>
    `${provider} がこの注文を受け付けるには、アカウントに ${sum} が必要です。`,
  sizeList: 'サイズ一覧',
  options: 'オプション',
  moreOptions: (count: number) => `他 ${count} 件のオプション`,
  optionUsual: '標準',
  optionElse: (price: string) => `そうでなければ ${price}`,
  optionSame: '同じ価格',
  optionMore: (price: string) => `${price} 高い`,
  optionLess: (price: string) => `${price} 安い`,
  optionNames: {
    quality: '品質',
    resolution: '解像度',
    size: 'サイズ',
    megapixels: 'メガピクセル',
    steps: 'ステップ',
    num_inference_steps: 'ステップ',
    guidance: '文章への忠実さ',
    guidance_scale: '文章への忠実さ',
    cfg: '文章への忠実さ',
    negative_prompt: '入れないもの',
    style: 'スタイル',
    style_type: 'スタイル',
    style_preset: '雰囲気',
    output_format: 'ファイル形式',
    response_format: 'ファイル形式',
    output_quality: 'ファイルの品質',
    background: '背景',
    transparency: '透過',
    go_fast: '高速',
    generation_mode: 'モード',
    prompt_upsampling: '文章を補う',
    enhance_prompt: '文章を補う',
    prompt_enhance: '文章を補う',
    raw: '加工を控える',
  } as Record<string, string>,
  references: '参照画像',
  mask: '変えてよい部分を塗る',
  masked: '塗った部分だけが変わります。',
  maskNeeded: 'このモデルには、変えてよい部分の指定が必要です。',
  maskHint: '変えてよい部分を塗ってください。ほかはそのまま残ります。',
  maskKeys: '変えてよい部分を塗る：矢印キーで移動、スペースで塗る',
  maskBrush: 'ブラシ',
  maskUndo: '元に戻す',
  maskClear: '最初から',
  maskFile: 'ファイルを使う',
  maskDone: '完了',
  drawingsHidden:
    'このブラウザは追跡防止のためページの描画を隠します。ここでは画像の縮小やマスクはできません。',
  reading: '測定中…',
  unreadableFile: '画像ではありません',
  tooLargeFile: (limit: string) => `は大きすぎます（上限 ${limit}）`,
  shrinkFile: '縮小する',
  removeReference: (name: string) => `参照画像を外す：${name}`,
  megapixels: (text: string) => `${text} MP`,
  keyUse: 'このキーを使う',
  keyKeep: '保存先',
  keep: { memory: 'このページを閉じるまで', tab: 'このタブを閉じるまで', device: 'この端末に' },
  keyWarning:
    'キーは信頼できるサイトだけで入力してください。このページのスクリプトは読み取ることができます。',
  keyTo: (provider: string) => `キーは ${provider} にだけ送ります。`,
  keyThrough: (provider: string, host: string) =>
    `キーはこのページの中継 ${host} を通して ${provider} に送ります。`,
  keyGet: (provider: string) => `${provider} でキーを取得`,
  keyNeeded: (who: string) => `${who} にはご自分のキーが必要です。上に入力してください。`,
  total: 'お支払い',
  atMost: 'お支払い（最大）',
  wouldCost: '実際なら',
  wouldCostAtMost: '実際なら最大',
  source: '出典',
  readOn: (date: string) => `${date} 確認`,
  undated: (date: string) => `日付のない写し、早くても ${date}`,
  agrees: () => 'も同じ価格です',
  conflict: (source: string, total: string) => `${source} では ${total}`,
  listProblem: (why: string) => `今日の価格をすべては読み取れませんでした：${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} なら ${f.saving} 節約`,
    snap: (f: Facts) =>
      f.width
        ? `作れる最も近いサイズは ${f.width} × ${f.height} です`
        : `ほぼこの形で、約 ${f.megapixels} メガピクセルになります`,
    stale: (f: Facts) => `この価格は ${f.days} 日前に確認したもので、変わっている可能性があります`,
    reference: (f: Facts) => `参照画像を ${f.width} × ${f.height} に縮小して ${f.saving} 節約`,
    'top-up': (f: Facts) => `実際の負担は ${f.wallet}：チャージの一部は手数料です`,
    charged: (f: Facts) =>
      `${f.readOn} にはこれに ${f.charged} 請求されました（表示価格は ${f.listed}）`,
    rate: (f: Facts) =>
      `このアカウントには表示価格の ${f.rate} 倍が請求されています（最近では ${f.readOn}）`,
    usual: (f: Facts) => `通常は約 ${f.usual}、最大 ${f.most}（直近 ${f.pictures} 枚の実績）`,
  },
  confirmTitle: '購入の前に',
  confirmOver: (amount: string, limit: string) =>
    `${amount} かかります。${limit} を超えるときは毎回お尋ねします。`,
  confirmOverMost: (amount: string, limit: string) =>
    `最大 ${amount} かかる可能性があります。${limit} を超えうるときは毎回お尋ねします。`,
  confirmUnknown: (provider: string) =>
    `価格が見つかりませんでした。${provider} の料金で請求されますが、いくらかは分かりません。`,
  confirmChanged: (amount: string) => `価格が変わりました。現在は ${amount} です。`,
  confirmChangedFrom: (amount: string, before: string) =>
    `価格が変わりました。${before} から ${amount} になりました。`,
  confirmUnseen: (amount: string) =>
    `ボタンの価格が読めなかった可能性があります。価格は ${amount} です。`,
  confirmYes: (amount: string) => `はい、${amount} を支払う`,
  confirmYesUnknown: 'それでも生成',
  confirmNo: 'いいえ',
  signingIn: 'サインインの画面を待っています…',
  signedIn: (provider: string) =>
    `${provider} にログインしました。このウィンドウを閉じて、元のウィンドウで続けてください。`,
  sending: '送信中…',
  makingNow: '画像を作成中…',
  checkingLost: (provider: string) => `返事が届きませんでした。${provider} に確認しています…`,
  checkingRefused: (provider: string) =>
    `${provider} がエラーを返しました。請求の有無を確認しています…`,
  queued: (ahead: number) => (ahead === 0 ? '次の順番です' : `待ち行列：前に ${ahead} 件`),
  fetching: '画像を取得中…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} 秒／約 ${expected} 秒` : `${seconds} 秒`,
  pictureOf: (index: number, count: number) => `${count} 枚中 ${index} 枚目`,
  waiting: '順番待ち',
  cancel: 'キャンセル',
  cancelRest: '残りをキャンセル',
  stopWaiting: '待つのをやめる',
  stopFree: 'まだ何も送信していません。やめても費用はかかりません。',
  stopMeans: '注文済みです。やめてもお金は戻りません。画像はあなたの画像に入ります。',
  stopRest: (unsent: number, count: number) =>
    `${count} 枚中 ${unsent} 枚は未注文で、キャンセルに費用はかかりません。残りは続きます。`,
  stopChecking: '待つ必要はありません。請求の有無は支出に表示されます。',
  stopSimulated: '請求はありません。',
  inBackground: (count: number) => `${count} 枚の画像をバックグラウンドで作成中です。`,
  landsIn: (where: string) => `完成すると「${where}」に入ります。`,
  recovering: '先ほど購入した画像を受け取っています…',
  recovered: (count: number) => `先ほど購入した画像 ${count} 枚が届いています。`,
  dismiss: '閉じる',
  charged: (amount: string) => `${amount} 請求済み`,
  chargedBetween: (low: string, high: string) => `請求額は ${low} から ${high} の間`,
  chargedTogether: (count: number, amount: string) => `${count} 枚で計 ${amount}`,
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
    amount ? `${amount} が請求されました。` : '請求されました。金額は不明です。',
  wasSimulated: (amount: string) => `${amount}（模擬）。実際のお金ではありません。`,
  inProgress: (amount: string) => `+ 進行中 ${amount}`,
  sentAgain: 'ブラウザが注文を自動的に複数回送信した可能性があります。',
  checkedCharged: (provider: string, amount: string) =>
    `${provider} に確認しました：${amount} が請求されました。`,
  checkedFree: (provider: string) => `${provider} に確認しました：請求はありませんでした。`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} はこれを ${count} 回請求しました：${amount}。`,
  fromBefore: (amount: string) => `以前の購入の ${amount} は未確認です。`,
  checkedEachVisit: (provider: string) => `ここに来るたびに ${provider} に確認します。`,
  ready: (count: number) => (count > 1 ? `${count} 枚の画像ができました。` : '画像ができました。'),
  says: (provider: string) => `${provider} からの説明：`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => `${count} 枚 · ${price}`,
  raise: (limit: string) => `上限を ${limit} に上げる`,
  useSize: (size: string, price: string) => `${size} にする · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: '代わりに',
  topUp: (provider: string) => `${provider} でチャージ`,
  scriptBlocked: (provider: string, host: string) =>
    `${provider} に接続できませんでした。コンテンツブロッカーが ${host} を止めているかもしれません。許可してからもう一度お試しください。`,
  notFromHere: (provider: string) => `${provider} はこのページからは使えません。`,
  walls: {
    relay: 'このページが指定する中継サーバーが応答しないか、このページを許可していません。',
    mixed:
      'このページは https、サーバーは http です。ブラウザは両者の通信を許しません。サーバーを https にするか、この端末で動かす必要があります。',
    server:
      'サーバーは動いていますか。別オリジンのページからの要求（CORS）を許可していますか。ローカルネットワークへのアクセスをブラウザに尋ねられたら、許可してください。',
  },
  overOwnLimit: (limit: string, left: string) =>
    `ご自身の上限 ${limit} を超えます。残りは ${left} です。`,
  overPageLimit: (limit: string, left: string) =>
    `このサイトの上限 ${limit} を超えます。残りは ${left} です。`,
  keyMaySpend: (left: string) => `このキーで使えるのはあと ${left}`,
  overKey: (left: string, price: string) =>
    `料金は ${price} ですが、このキーで使えるのはあと ${left} です。`,
  overBalance: (left: string, price: string) =>
    `残高が足りません。この画像は ${price}、残りは ${left} です。`,
  offline: 'オフラインです。何も送れませんが、入力した文章は残ります。',
  storage: {
    full: 'ブラウザの保存領域がいっぱいです。領収書を残せないため、購入できません。',
    blocked:
      'ブラウザがこのサイトのデータを保存していません（プライベートウィンドウか、何も残さないフレームですか？）。領収書を残せないため、購入できません。',
  },
  of: (limit: string) => `／${limit}`,
  spentOf: (spent: string, limit: string) => `${limit} のうち ${spent} 使用`,
  lastOne: 'あと 1 枚ほど',
  used: '上限に達しました',
  galleryTitle: 'このブラウザに保存したあなたの画像',
  galleryEmpty: '保存した画像はまだありません。',
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
  sameSeed: 'このシードをもう一度使う',
  forgotten: '消去しました',
  undo: '元に戻す',
  lastPictures: '最近の画像',
  previous: '前の画像',
  next: '次の画像',
  zoom: '拡大',
  expires: 'まもなく使えなくなるアドレスにしかありません。今すぐ保存してください。',
  openAddress: 'アドレスを開く',
  notDrawn: (size: string) =>
    `${size} はブラウザーに描かせるには大きすぎるため、ここには表示しません。画像はあなたのものです。保存してください。`,
  notShown:
    'この種類のファイルはここでは表示できませんが、画像はあなたのものです。ダウンロードしてください。',
  notLoaded: 'アドレスから読み込めませんでした。',
  keepThere: (provider) => `画像を自分の${provider}ドライブにも保存する`,
  keptThere: 'ドライブに保存しました:',
  showMore: 'もっと見る',
  seed: (seed: string) => `シード ${seed}`,
  seedMeans: '同じ結果を再現するための番号',
  newSeed: 'シードを固定しない',
  pictureMenu: 'その他',
  formMissing: '先に画像を作ってください。',
  formUnreadable:
    'この画像はフォームに入れられません。提供元がページによる読み取りを許していないためです。別の画像を作るか、ダウンロードして手動で追加してください。',
  formChoose: 'フォームで使う',
  formChosen: 'フォームに入っています',
  couldNot: 'このブラウザでは許可されませんでした。',
  payee: '支払い先',
  allModels: 'すべてのモデル…',
  chooseModel: 'モデルを選ぶ',
  searchModels: '名前・開発元・用途で検索',
  offersFound: (count: number) => `${count} 件`,
  modelsFound: (count: number) => `${count} モデル`,
  noModels: 'この言葉に合うモデルはありません。',
  comma: '、',
  whyEmpty: '先に画像を説明してください。',
  whyPricing: '価格を計算中…',
  canAgain: 'もう一度生成できます。',
  shortcut: (keys: string) => `${keys} でも生成できます。`,
  priceNow: (price: string) => `現在の価格 ${price}`,
  making: '作成中',
  readyOf: (done: number, count: number) => `${count} 枚中 ${done} 枚完成`,
  readyCount: (count: number) => `${count} 枚完成`,
  notChargedCount: (count: number) => `${count} 枚は請求なし`,
  checkingSum: (amount: string, provider: string) => `${amount} は ${provider} に確認中`,
  notConfirmed: (amount: string) => `${amount} は未確認`,
  newTab: '新しいタブで開きます',
  otherModels: 'その他',
  takesWords: '言葉',
  takesPictures: (count: number) => `画像 ${count} 枚${count > 1 ? 'まで' : ''}`,
  takesNoPictures: '画像は使えません',
  takesMask: 'マスク',
  writesText: '画像内の文字',
  madeWith: (count: number) => `これまでに ${count} 枚作成`,
  needs: {
    picture: '画像が必要です',
    workflow: 'ワークフローのファイルが必要です',
  },
  notThisSize: 'このサイズでは作れません',
  notOffered: (provider: string) => `${provider} ではもう提供されていません。`,
  retiredOn: (date: string) => `${date}に開発元が提供を終了しました。応答しないかもしれません。`,
  retiresOn: (date: string) => `${date}に開発元が提供を終了します。`,
  replacedOn: (date: string, by: string) =>
    `${date}から代わりに ${by} が応答します。価格が違うかもしれません。`,
  replacesOn: (date: string, by: string) =>
    `${date}以降は代わりに ${by} が応答します。価格が違うかもしれません。`,
  failedOn: (date: string) => `${date}に試したときは応答がありませんでした。`,
  drafts: '下描きから仕上げへ',
  draftShort: '下描き',
  draftFirst: (price: string) => `まず下描きを試す · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `下描きは ${draft}、仕上げは ${final}、合計 ${both}。`,
  draftSaves: (saving: string) => `仕上げの代わりに下描きで試すたびに ${saving} 節約。`,
  makeFinal: (model: string, price: string) => `${model} で仕上げる · ${price}`,
  draftStop: '下描きしない',
  problems: {
    'invalid-size': 'このサイズは使えません',
    'too-small': 'このサイズは小さすぎます',
    'too-large': 'このサイズは大きすぎます',
    'off-grid': 'このモデルではちょうどこのサイズは作れません',
    'size-not-offered': 'このモデルはこのサイズを作りません',
    'invalid-count': 'この枚数は購入できません',
    'invalid-steps': 'このステップ数は使えません',
    'invalid-option': 'このオプションにその値は使えません',
    'invalid-reference': '参照画像を読めません',
    'too-many-references': '参照画像が多すぎます',
    'needs-reference': 'このモデルには元の画像が必要です。参照画像を追加してください',
    'prompt-too-long': '説明が長すぎます',
    'unknown-provider': 'このプロバイダーには対応していません',
    'unknown-model': 'このモデルには対応していません',
    'unknown-route': 'この経路には対応していません',
    'not-hosted': 'このモデルはここでは提供されていません',
    'no-price': 'このモデルの価格は公開されていません',
    'bad-price-list': '価格表を読めません',
  },
  reasons: {
    email: (provider: string) =>
      `${provider} でメールアドレスを確認してから、もう一度押してください。`,
    phone: (provider: string) => `${provider} で電話番号を確認してから、もう一度押してください。`,
    card: (provider: string) => `${provider} でカードを確認してから、もう一度押してください。`,
    suspended: (provider: string) =>
      `${provider} がアカウントを停止しています。解除できるのは ${provider} だけです。`,
    plan: (provider: string) => `${provider} は有料プランのアカウントでのみこれを作成します。`,
    'large-reference': (provider: string) =>
      `参照画像が ${provider} には大きすぎます。1 枚 30 MB まで、30 秒以内に読み込めるものに限ります。`,
    retired: (provider: string) =>
      `${provider} はこのモデルの提供を終えました。別のモデルを選んでください。`,
    severed: (provider: string) =>
      `このページのポリシーがサインイン画面を切り離すため、ここからは ${provider} にサインインできません。`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} はこのリクエストの一部を受け付けません。今後は省いて送ります。もう一度押してください。`
        : f.detail
          ? ''
          : `${f.provider} はこの依頼を受け付けません。`,
    'no-price': () => 'この依頼の価格がありません。',
    'quote-expired': () => '価格が変わりました。新しい価格を確認して、もう一度押してください。',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `料金は ${f.asked} ですが、このキーで使えるのはあと ${f.limit} です。`
          : f.held
            ? `残高が足りません。この画像は ${f.asked}、残りは ${f.limit} で、うち ${f.held} は他の画像に使われることがあります。`
            : `残高が足りません。この画像は ${f.asked}、残りは ${f.limit} です。`
        : `上限 ${f.limit} を超えます。${f.spent} を使用済みで、この画像は ${f.asked} です。`,
    'no-gesture': () => '実際のお金を使うには、ご自身のクリックが必要です。',
    vetoed: () => 'このページが購入を止めました。',
    'no-session': () => '先にサインインしてください。',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} がサインインを完了しませんでした。もう一度押してお試しください。`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} は、お使いのキーまたはアカウントにこれを許可していません。`
            : f.key
              ? `${f.provider} がキーを受け付けませんでした。ここから削除しましたので、別のキーを入力してください。`
              : `${f.provider} がサインインを受け付けませんでした。もう一度サインインしてください。`,
    'popup-blocked': () =>
      'ブラウザがサインインのウィンドウを止めました。許可してからもう一度押してください。',
    'sign-in-cancelled': () => 'サインインのウィンドウが途中で閉じられました。',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `今は ${f.provider} の残高が足りません。作成中の画像が一部を押さえていることがあります。`
        : `${f.provider} の残高が足りません。`,
    'rate-limited': () => '今は依頼が多すぎます。',
    'provider-busy': (f: Facts) => `${f.provider} は現在混み合っています。`,
    'not-hosted': (f: Facts) => `${f.provider} はこのモデルを提供していません。`,
    'blocked-by-browser': (f: Facts) =>
      `このページからブラウザが ${f.provider} に接続できませんでした。`,
    'provider-failed': (f: Facts) => (f.gated ? stopped(f) : `${f.provider} で問題が起きました。`),
    'content-refused': (f: Facts) =>
      `${f.provider} がこの文を断りました。別の言い方でお試しください。`,
    'unreadable-reply': (f: Facts) => `${f.provider} の返答を読み取れませんでした。`,
    'timed-out': (f: Facts) => `${f.provider} から時間内に返答がありませんでした。`,
    aborted: (f: Facts) =>
      f.sent
        ? '待つのをやめました。画像が届いた場合は、あなたの画像に入ります。'
        : '中止しました。',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} にはもうこの画像がありません。`
        : '画像は作成されましたが、ダウンロードできません。',
    'storage-full': () =>
      'ブラウザの保存領域がいっぱいです。領収書を残せないため、購入しませんでした。',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `読めない記録が ${f.unreadable} 件あります。この購入が上限を超えるか分からないため、購入しませんでした。「書き出しとリセット」で支出を書き出してからリセットしてください。`
        : 'ブラウザがこのサイトのデータを保存していません。領収書を残せないため、購入しませんでした。',
    'part-missing': () =>
      'このウィジェットの一部を読み込めなかったため、何も送信していません。ページを再読み込みしてください。それでも直らない場合は、ページの管理者が修正する必要があります。',
    internal: () => 'ウィジェットの内部で問題が起きました。',
  },
  draftChoice: (price: string) => `まず下描き · ${price}`,
  finalChoice: (price: string) => `仕上げ · ${price}`,
  forgottenMany: (count: number) => `${count} 枚を消去しました`,
  searchPrompts: '説明文を検索',
  picturesFound: (count: number) => `${count} 枚見つかりました`,
  keepPrompts: '新しい画像の説明文もこのブラウザに保存する',
  compare: '比較',
  comparing: (first: string, second: string) => `${first} と ${second} の比較`,
} satisfies WidgetTranslation;

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `${f.provider} の手前（ロボット対策など）でこのリクエストが止められました。` +
    'キーの問題ではありません。時間をおくか、別のネットワークからお試しください。'
  );
}
