import type { ErrorCode } from '../../base/error.js';
import type { Hint, ProblemCode } from '../../pricing/quote-types.js';
import { plural } from './plural.js';

/** What a sentence may need, formatted. */
export type Facts = Readonly<Record<string, string>>;

/**
 * The English words of what comes after the first look: receipt, progress, prints, failures, the
 * gallery.
 */
export const en = {
  payNobody: (provider: string) => `Made by ${provider}.`,
  left: (balance: string) => `${balance} left`,
  leftThisMonth: (balance: string) => `${balance} left this month`,
  ofThese: (count: number) => n(count, '≈ # of these', '≈ # of these'),
  aboutAccount: (provider: string) =>
    `${provider} is an online service with accounts of its own. Signing in opens its window, and a free account gets an allowance each month.`,
  switchAccount: 'Switch',
  signOut: 'Sign out',
  key: (provider: string) => `Your ${provider} key`,
  forgetKey: 'Forget key',
  width: 'Width',
  height: 'Height',
  bought: (balance: string) => `${balance} bought`,
  credits: (count: number) => n(count, '# credit', '# credits'),
  mustHold: (provider: string, sum: string) =>
    `${provider} takes this order only if your account holds ${sum}.`,
  sizeList: 'Sizes',
  options: 'Options',
  moreOptions: (count: number) => n(count, '# more option', '# more options'),
  optionUsual: 'Usual',
  optionElse: (price: string) => `otherwise ${price}`,
  optionNames: {
    quality: 'Quality',
    resolution: 'Resolution',
    size: 'Size',
    megapixels: 'Megapixels',
    steps: 'Steps',
    num_inference_steps: 'Steps',
    guidance: 'Guidance',
    guidance_scale: 'Guidance',
    cfg: 'Guidance',
    negative_prompt: 'Leave out',
    style: 'Style',
    style_type: 'Style',
    style_preset: 'Look',
    output_format: 'File type',
    response_format: 'File type',
    output_quality: 'File quality',
    background: 'Background',
    transparency: 'Transparent',
    go_fast: 'Fast',
    generation_mode: 'Mode',
    prompt_upsampling: 'Add to my words',
    enhance_prompt: 'Add to my words',
    prompt_enhance: 'Add to my words',
    raw: 'Less processed',
  } as Record<string, string>,
  references: 'Reference pictures',
  mask: 'Mark what may change',
  masked: 'Only what is marked may change.',
  maskNeeded: 'This model needs to know what may change.',
  maskHint: 'Paint over what may change. All else stays as it is.',
  maskKeys: 'Paint what may change: arrow keys move, space paints',
  maskBrush: 'Brush',
  maskUndo: 'Undo',
  maskClear: 'Start over',
  maskFile: 'Use a file',
  maskDone: 'Done',
  reading: 'reading …',
  unreadableFile: 'not a picture',
  tooLargeFile: (limit: string) => `is too large: at most ${limit}`,
  shrinkFile: 'Shrink it',
  removeReference: (name: string) => `Remove reference ${name}`,
  megapixels: (text: string) => `${text} MP`,
  keyUse: 'Use this key',
  keyKeep: 'Keep it',
  keep: {
    memory: 'until this page closes',
    tab: 'until this tab closes',
    device: 'on this device',
  },
  keyWarning:
    'Any script on this page can read what you type here. We send it to the provider only.',
  keyThrough: (host: string) => `It passes through this page’s relay, ${host}, on its way there.`,
  keyGet: (provider: string) => `Get a key at ${provider}`,
  keyNeeded: (who: string) => `${who} needs a key of yours. Enter it above.`,
  total: 'You pay',
  atMost: 'You pay at most',
  source: 'Source',
  readOn: (date: string) => `read ${date}`,
  undated: (date: string) => `undated copy, ${date} at the earliest`,
  agree: 'The same by',
  conflict: (source: string, total: string) => `${source} gives ${total}`,
  listProblem: (why: string) => `Today’s prices could not be read in full: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} saves ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} is the nearest size it makes`
        : `Comes in about this shape, at about ${f.megapixels} megapixel${f.megapixels === '1' ? '' : 's'}`,
    stale: (f: Facts) => `This price was read ${f.days} days ago and may have changed`,
    reference: (f: Facts) => `References of ${f.width} × ${f.height} save ${f.saving}`,
    'top-up': (f: Facts) => `Costs your wallet ${f.wallet}: a part of each top-up is a fee`,
    charged: (f: Facts) =>
      `${f.charged} was charged for this on ${f.readOn}, not the listed ${f.listed}`,
    rate: (f: Facts) =>
      `Your account is charged ×${f.rate} of the listed price, last on ${f.readOn}`,
  } as Record<Hint['kind'], (facts: Facts) => string>,
  confirmTitle: 'Before this is bought',
  confirmOver: (amount: string, limit: string) =>
    `This may cost ${amount}, more than ${limit} at once.`,
  confirmUnknown:
    'Nobody here knows what this will cost. The provider will charge what it charges.',
  confirmChanged: (amount: string) => `Look at the price once more: it is now ${amount}.`,
  confirmYes: (amount: string) => `Yes, pay ${amount}`,
  confirmYesUnknown: 'Yes, at an unknown price',
  confirmNo: 'No',
  signingIn: 'Waiting for the sign-in window …',
  signedIn: (provider: string) =>
    `You are signed in at ${provider}. Close this window and go on in the other one.`,
  sending: 'Sending …',
  queued: (ahead: number) =>
    ahead === 0 ? 'Next in the queue' : n(ahead, '# ahead in the queue', '# ahead in the queue'),
  fetching: 'Fetching the picture …',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s of about ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Picture ${index} of ${count}`,
  waiting: 'waiting its turn',
  stopWaiting: 'Stop waiting',
  stopFree: 'Nothing was sent yet: stopping costs nothing.',
  stopMeans: 'Stopping does not undo it: it may still be made and charged.',
  /** Puter, by Replicate: Puter looks only after a minute, and then cancels what still runs. */
  stopLate:
    'Stopping may not save it: a picture made in under a minute is charged all the same, a longer one may be.',
  stopVain: 'Stopping does not undo it: it is charged as if you had waited.',
  recovering: 'Asking for a picture you bought before this page was closed …',
  recovered: (count: number) =>
    n(
      count,
      'Back from before this page was closed: # picture',
      'Back from before this page was closed: # pictures',
    ),
  dismiss: 'Got it',
  charged: (amount: string) => `${amount} charged`,
  computed: (amount: string) => `${amount} estimated, by the price list`,
  simulatedCharge: (amount: string) => `${amount} simulated`,
  checkingCharge: (amount: string, provider: string) => `${amount} · checking with ${provider}`,
  estimateWas: (amount: string) => `estimate ${amount}`,
  notCharged: 'Not charged.',
  maybeCharged: (amount: string) =>
    amount
      ? `You may have been charged ${amount}.`
      : 'You may have been charged; the amount is unknown.',
  wasCharged: (amount: string) =>
    amount ? `Charged ${amount}.` : 'Charged; the amount is unknown.',
  wasSimulated: (amount: string) => `${amount} simulated, no real money.`,
  doubtKept: 'It counts as in doubt until that is known.',
  sentAgain: 'The browser itself may have sent the order several times.',
  checkedCharged: (provider: string, amount: string) =>
    `Checked with ${provider}: ${amount} was charged.`,
  checkedFree: (provider: string) => `Checked with ${provider}: nothing was charged.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} charged this ${count} times: ${amount}.`,
  fromBefore: (amount: string) => `${amount} from before is not confirmed.`,
  checkedEachVisit: (provider: string) => `It is checked with ${provider} whenever you come here.`,
  ready: (count: number) => n(count, 'The picture is ready.', '# pictures are ready.'),
  provider: 'The provider says:',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) =>
    n(count, `# picture · ${price}`, `# pictures · ${price}`),
  raise: (limit: string) => `Raise my limit to ${limit}`,
  useSize: (size: string, price: string) => `Use ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Instead',
  topUp: (provider: string) => `Top up at ${provider}`,
  /** What stands between this page and a server, and what can be done. */
  scriptBlocked: (host: string) =>
    `Its script could not be loaded from ${host}. A content blocker may be in the way: allow ${host} on this page. Page owners: let the Content-Security-Policy allow it, or name a copy in PUTER_SDK_URL.`,
  walls: {
    relay: 'The relay this page names did not answer, or does not let this page use it.',
    mixed:
      'This page comes over https and the server over http: browsers keep the two apart. The server needs https, or has to run on this machine.',
    server:
      'Is the server running, and does it let pages of other origins ask it (CORS)? The browser may also ask whether this page may reach your local network: allow it.',
    provider:
      'It lets no page ask it directly. The owner of this page can name a relay; another provider works without one.',
  },
  overLimit: (limit: string, spent: string) =>
    `This would go over the limit of ${limit}; ${spent} is spent.`,
  overBalance: (left: string, price: string) => `${left} is left and this costs ${price}.`,
  offline: 'You are offline. Nothing can be sent; your words stay here.',
  storage: {
    full: 'This browser’s storage is full, so a purchase could not be recorded. Nothing real is bought.',
    blocked:
      'This browser keeps nothing for this page, so a purchase could not be recorded. Nothing real is bought.',
  },
  of: (limit: string) => `of ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} of ${limit} spent`,
  lastOne: 'about one more of these',
  used: 'limit reached',
  galleryTitle: 'Pictures kept in this browser',
  galleryEmpty: 'Nothing is kept yet.',
  forget: 'Forget',
  forgetAll: 'Forget all',
  forgetSure: 'Press again to forget',
  pin: 'Keep',
  pinned: 'Kept',
  open: (what: string) => `Open large: ${what}`,
  close: 'Close',
  download: 'Download',
  copy: 'Copy',
  copied: 'Copied',
  share: 'Share',
  asReference: 'Use as reference',
  sameWords: 'Same words again',
  sameSeed: 'Same seed again',
  forgotten: 'Forgotten',
  expires: 'Only at an address that will stop working: download it now.',
  openAddress: 'Open its address',
  notDrawn: (size: string) =>
    `Not drawn here: ${size} is more than a browser should be asked to draw. It is yours all the same: download it.`,
  notLoaded: 'It could not be loaded from its address.',
  keepThere: (provider: string) => `Also save my pictures to my ${provider} drive`,
  keptThere: 'Saved in your drive:',
  showMore: 'Show more',
  seed: (seed: string) => `seed ${seed}`,
  newSeed: 'Any seed',
  pictureMenu: 'More',
  couldNot: 'This browser did not allow it.',
  allModels: 'All models …',
  chooseModel: 'Choose a model',
  searchModels: 'Search by name, maker or use',
  modelsFound: (count: number) => n(count, '# model', '# models'),
  noModels: 'No model fits these words.',
  otherModels: 'Others',
  takesWords: 'words',
  takesPictures: (count: number) => n(count, '# picture', 'up to # pictures'),
  takesNoPictures: 'takes no pictures',
  takesMask: 'mask',
  writesText: 'text in pictures',
  madeWith: (count: number) => n(count, '# made so far', '# made so far'),
  needs: {
    picture: 'needs a picture',
    mask: 'needs a picture and a mask',
    workflow: 'needs a workflow file',
  },
  notThisSize: 'not in this size',
  notOffered: (provider: string) => `${provider} no longer offers it.`,
  retiredOn: (date: string) => `Shut down by its maker on ${date}: it may not answer.`,
  retiresOn: (date: string) => `Its maker shuts it down on ${date}.`,
  replacedOn: (date: string, by: string) =>
    `Since ${date}, ${by} answers in its place, maybe at another price.`,
  replacesOn: (date: string, by: string) =>
    `From ${date} on, ${by} answers in its place, maybe at another price.`,
  failedOn: (date: string) => `Did not answer when it was tried on ${date}.`,
  drafts: 'Draft, then final',
  draftFirst: (model: string, price: string) => `Draft on ${model} first: ${price}`,
  draftOn: 'Draft on',
  finalOn: 'Final on',
  draftPlan: (draft: string, final: string, both: string) =>
    `Draft ${draft}, then final ${final}: together ${both}.`,
  draftSaves: (saving: string) => `Each try as a draft instead of a final saves ${saving}.`,
  makeFinal: (model: string, price: string) => `Make the final on ${model} · ${price}`,
  draftStop: 'No drafts',
  problems: {
    'invalid-size': 'This size can’t be used',
    'too-small': 'This size is too small',
    'too-large': 'This size is too large',
    'off-grid': 'This size is off the grid',
    'size-not-offered': 'This size is not made here',
    'invalid-count': 'This number of pictures can’t be bought',
    'invalid-steps': 'These steps can’t be used',
    'invalid-option': 'This option doesn’t take that value',
    'invalid-reference': 'A reference picture can’t be read',
    'too-many-references': 'Too many reference pictures',
    'needs-reference': 'This model starts from a picture: add a reference',
    'unknown-provider': 'Nobody here knows this provider',
    'unknown-model': 'Nobody here knows this model',
    'unknown-route': 'Nobody here knows this route',
    'not-hosted': 'This model is not to be had here',
    'no-price': 'Nobody tells what this costs',
    'bad-price-list': 'The price list can’t be read',
  } as Record<ProblemCode, string>,
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'The provider does not accept this request.'),
    'no-price': () => 'There is no price for this request.',
    'quote-expired': () => 'The price changed meanwhile. Look at the new one and press again.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `The account holds ${f.limit}, of which ${f.held} may still go to other pictures. This costs ${f.asked}.`
          : `The account holds ${f.limit}, this costs ${f.asked}.`
        : `This would go over the limit of ${f.limit}: ${f.spent} is spent, this costs ${f.asked}.`,
    'no-gesture': () => 'Spending real money needs your own click.',
    vetoed: () => 'This page held the purchase back.',
    'no-session': () => 'Sign in first.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} did not complete the sign-in. Press again to try once more.`
        : f.kept
          ? 'The provider does not allow this to your key or account.'
          : f.key
            ? `${f.key} did not accept your key for it. It is forgotten here: enter another one.`
            : 'The provider did not accept the sign-in or key. Sign in again.',
    'popup-blocked': () => 'The browser blocked the sign-in window. Allow it and press again.',
    'sign-in-cancelled': () => 'Sign-in was closed before it was finished.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? 'The account does not hold enough now. Pictures still being made may hold back a part of it until they are done.'
        : 'The account does not hold enough.',
    'rate-limited': () => 'Too many requests just now.',
    'provider-busy': () => 'The provider is too busy.',
    'not-hosted': () => 'The provider does not offer this model to you.',
    'blocked-by-browser': () => 'The browser may not talk to this provider from this page.',
    'provider-failed': () => 'The provider failed.',
    'content-refused': () => 'The provider refused this content. Other words may pass.',
    'unreadable-reply': () => 'The provider’s reply could not be read.',
    'timed-out': () => 'No answer came in time.',
    aborted: (f: Facts) => (f.sent ? 'You stopped waiting. It may still be made.' : 'Stopped.'),
    'image-lost': (f: Facts) =>
      f.unknown
        ? 'The provider no longer knows this picture.'
        : 'The picture was made but could not be fetched.',
    'storage-full': () =>
      'This browser’s storage is full, so the purchase could not be recorded and was not made.',
    'storage-blocked': () =>
      'This browser keeps nothing for this page, so the purchase could not be recorded and was not made.',
    'part-missing': () =>
      'A part of this widget could not be loaded, so nothing was sent. Reload the page; if that does not help, its owner has to put it right.',
    internal: () => 'Something went wrong inside the widget.',
  } as Record<ErrorCode, (facts: Facts) => string>,
};

function n(count: number, one: string, other: string): string {
  return plural('en', count, { one, other });
}
