import type { ErrorCode } from '../../../base/error.js';
import type { Hint, ProblemCode } from '../../../pricing/quote-types.js';
import type { RefusalReason } from '../../../providers/outcome.js';
import { plural } from '../plural.js';

/** Why something was refused, where a sentence of its own says it. */
type Reason = Exclude<RefusalReason, 'empty-prompt'> | 'severed';

/** What a sentence may need, formatted. */
export type Facts = Readonly<Record<string, string>>;

/**
 * The English words of what comes after the first look: receipt, progress, prints, failures, the
 * gallery.
 */
export const en = {
  /** After the words on the button, which waits. */
  again: (seconds: string) => `in ${seconds} s`,
  dropHere: 'Drop pictures to start from',
  payNobody: (provider: string) => `Made by ${provider}.`,
  left: (balance: string) => `${balance} left`,
  leftThisMonth: (balance: string) => `${balance} left this month`,
  ofThese: (count: number) =>
    count === 0 ? 'not enough for this one' : n(count, '≈ # of these', '≈ # of these'),
  /** Beside the button of a reader without an account: what one press does. */
  aboutAccount: (price: string, count: number) =>
    n(
      count,
      `One press signs you in and buys one picture for ${price}.`,
      `One press signs you in and buys # pictures for ${price}.`,
    ),
  /** The same where it costs nothing: `free`, perhaps with the day on which it was. */
  aboutFree: (free: string, count: number) =>
    n(
      count,
      `One press signs you in and makes one picture (${free}).`,
      `One press signs you in and makes # pictures (${free}).`,
    ),
  /** What a first visitor may want to know of an account; each with the page that says it. */
  about: {
    what: (provider: string) =>
      `${provider} is an online account. This website is powered by ${provider} for its AI and cloud features.`,
    free: () => 'Every account gets a free monthly allowance; it is used up first.',
    pays: (provider: string) =>
      `${provider} charges your account what the picture really costs. This site is not billed for it.`,
    signIn: (provider: string) => `You sign in at ${provider} itself, not at this site.`,
    source: 'Source',
  },
  switchAccount: 'Switch',
  signOut: 'Sign out',
  key: (provider: string) => `Your ${provider} key`,
  forgetKey: 'Remove key',
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
  optionSame: 'same price',
  optionMore: (price: string) => `${price} more`,
  optionLess: (price: string) => `${price} less`,
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
  maskHint: 'Paint over what may change. Everything else stays as it is.',
  maskKeys: 'Paint what may change: arrow keys move, space paints',
  maskBrush: 'Brush',
  maskUndo: 'Undo',
  maskClear: 'Start over',
  maskFile: 'Use a file',
  maskDone: 'Done',
  drawingsHidden:
    'This browser hides what pages draw, against fingerprinting. Pictures can’t be shrunk or masked here.',
  reading: 'Measuring …',
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
  keyWarning: 'Paste a key only on a site you trust: any script on this page could read it.',
  keyTo: (provider: string) => `We send it to ${provider} and nowhere else.`,
  keyThrough: (provider: string, host: string) =>
    `We send it to ${provider} through this page’s relay, ${host}.`,
  keyGet: (provider: string) => `Get a key at ${provider}`,
  keyNeeded: (who: string) => `${who} needs a key of yours. Enter it above.`,
  total: 'You pay',
  atMost: 'You pay at most',
  wouldCost: 'Would cost',
  wouldCostAtMost: 'Would cost at most',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  source: 'Source',
  readOn: (date: string) => `read ${date}`,
  undated: (date: string) => `undated copy, ${date} at the earliest`,
  /** After the names of other sources. */
  agrees: (count: number) => n(count, 'agrees', 'agree'),
  conflict: (source: string, total: string) => `${source} gives ${total}`,
  listProblem: (why: string) => `Today’s prices could not be read in full: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} saves ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} is the nearest size it makes`
        : `Comes in about this shape, at about ${f.megapixels} megapixel${f.megapixels === '1' ? '' : 's'}`,
    stale: (f: Facts) => `This price was read ${f.days} days ago and may have changed`,
    reference: (f: Facts) => `Shrink references to ${f.width} × ${f.height} and save ${f.saving}`,
    'top-up': (f: Facts) => `Costs you ${f.wallet} in the end: part of each top-up is a fee`,
    charged: (f: Facts) =>
      `${f.charged} was charged for this on ${f.readOn}, not the listed ${f.listed}`,
    rate: (f: Facts) =>
      `Your account is charged ${f.rate} times the listed price, last on ${f.readOn}`,
    usual: (f: Facts) =>
      `Usually about ${f.usual}, at most ${f.most}: your last ${f.pictures} pictures`,
  } as Record<Hint['kind'], (facts: Facts) => string>,
  confirmTitle: 'Before this is bought',
  confirmOver: (amount: string, limit: string) =>
    `This costs ${amount}. You are asked whenever it is over ${limit}.`,
  confirmOverMost: (amount: string, limit: string) =>
    `This may cost up to ${amount}. You are asked whenever it may be over ${limit}.`,
  confirmUnknown: (provider: string) =>
    `We found no price for this. ${provider} will charge its own rate, and we can’t say how much.`,
  confirmChanged: (amount: string) => `The price changed. It is now ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `The price changed. It was ${before}, it is now ${amount}.`,
  confirmUnseen: (amount: string) =>
    `The price on the button may not have been readable. It is ${amount}.`,
  confirmYes: (amount: string) => `Yes, pay ${amount}`,
  confirmYesUnknown: 'Generate anyway',
  confirmNo: 'No',
  signingIn: 'Waiting for the sign-in window …',
  signedIn: (provider: string) =>
    `You are signed in at ${provider}. Close this window and go on in the other one.`,
  sending: 'Sending …',
  makingNow: 'Making the picture …',
  checkingLost: (provider: string) => `The answer got lost. Checking with ${provider} …`,
  checkingRefused: (provider: string) =>
    `${provider} reported an error. Checking with ${provider} whether it was charged …`,
  queued: (ahead: number) =>
    ahead === 0 ? 'Next in the queue' : n(ahead, '# ahead in the queue', '# ahead in the queue'),
  fetching: 'Fetching the picture …',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s of about ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Picture ${index} of ${count}`,
  waiting: 'waiting its turn',
  cancel: 'Cancel',
  cancelRest: 'Cancel the rest',
  stopWaiting: 'Stop waiting',
  stopFree: 'Nothing is sent yet: stopping costs nothing.',
  stopMeans: 'Already ordered: stopping does not save money. The picture will be in your pictures.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} of ${count} not ordered yet: cancelling is free.`,
  stopChecking: 'You need not wait: your spending will say what was charged.',
  stopSimulated: 'Nothing is charged.',
  inBackground: (count: number) =>
    n(
      count,
      'Your picture is being made in the background.',
      '# pictures are being made in the background.',
    ),
  landsIn: (where: string) => `You find it under “${where}” when it is done.`,
  recovering: 'Getting the picture you bought earlier …',
  recovered: (count: number) =>
    n(
      count,
      'Here is the picture you bought earlier.',
      'Here are the # pictures you bought earlier.',
    ),
  dismiss: 'Got it',
  charged: (amount: string) => `${amount} charged`,
  chargedBetween: (low: string, high: string) => `Charged between ${low} and ${high}`,
  chargedTogether: (count: number, amount: string) => `${count} together: ${amount}`,
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
    amount ? `You were charged ${amount}.` : 'You were charged; the amount is unknown.',
  wasSimulated: (amount: string) => `${amount} simulated, no real money.`,
  inProgress: (amount: string) => `+ ${amount} in progress`,
  inDoubt: (amount: string) => `+ ${amount} not confirmed`,
  unreadable: (count: number) =>
    n(
      count,
      '# entry could not be read; it stays saved',
      '# entries could not be read; they stay saved',
    ),
  unpriced: (count: number) => n(count, '+ # of unknown price', '+ # of unknown price'),
  /** What a reader can do about a purchase that may have been charged. */
  doubtAsk: (provider: string) => `Check your ${provider} account, then tell us.`,
  newPurchase: 'Generating again would be a new purchase.',
  openProvider: (provider: string) => `Open ${provider}`,
  iWasCharged: 'I was charged',
  iWasNot: 'I was not',
  toldCharged: (amount: string) => `You told us you were charged ${amount}.`,
  toldFree: 'You told us you were not charged.',
  onlyRefund: (provider: string) => `Only ${provider} can refund it.`,
  chargesDeclined: (provider: string) => `${provider} charges for declined prompts.`,
  copyDetails: 'Copy details for support',
  sentAgain: 'The browser itself may have sent the order several times.',
  checkedCharged: (provider: string, amount: string) =>
    `Checked with ${provider}: ${amount} was charged.`,
  checkedFree: (provider: string) => `Checked with ${provider}: nothing was charged.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} charged this ${count} times: ${amount}.`,
  fromBefore: (amount: string) => `${amount} from an earlier purchase is not confirmed.`,
  checkedEachVisit: (provider: string) => `It is checked with ${provider} whenever you come here.`,
  ready: (count: number) => n(count, 'The picture is ready.', '# pictures are ready.'),
  says: (provider: string) => `${provider} says:`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) =>
    n(count, `# picture · ${price}`, `# pictures · ${price}`),
  raise: (limit: string) => `Raise my limit to ${limit}`,
  useSize: (size: string, price: string) => `Use ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Instead',
  topUp: (provider: string) => `Top up at ${provider}`,
  /** What stands between this page and a server, and what can be done. */
  scriptBlocked: (provider: string, host: string) =>
    `We couldn’t reach ${provider}. A content blocker may be stopping ${host}; allow it and try again.`,
  notFromHere: (provider: string) => `${provider} can’t be used from this page.`,
  walls: {
    relay: 'The relay this page names did not answer, or does not let this page use it.',
    mixed:
      'This page comes over https and the server over http: browsers keep the two apart. The server needs https, or has to run on this machine.',
    server:
      'Is the server running, and does it let pages of other origins ask it (CORS)? The browser may also ask whether this page may reach your local network: allow it.',
  },
  overOwnLimit: (limit: string, left: string) =>
    `This would pass your limit of ${limit}. ${left} is left.`,
  overPageLimit: (limit: string, left: string) =>
    `This would pass this site’s limit of ${limit}. ${left} is left.`,
  /** Of a key that has a limit of its own; what the account holds is not known. */
  keyMaySpend: (left: string) => `this key may spend ${left} more`,
  overKey: (left: string, price: string) =>
    `This costs ${price}, and your key may spend only ${left} more.`,
  overBalance: (left: string, price: string) =>
    `Not enough left: this costs ${price} and you have ${left}.`,
  offline: 'You are offline. Nothing can be sent; your words stay here.',
  storage: {
    full: 'Your browser’s storage is full. We couldn’t keep your receipt, so buying is off.',
    blocked:
      'Your browser isn’t saving data for this site (a private window, or a frame that keeps nothing?). We couldn’t keep your receipt, so buying is off.',
  },
  of: (limit: string) => `of ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} of ${limit} spent`,
  lastOne: 'about one more of these',
  used: 'limit reached',
  galleryTitle: 'Your pictures, saved in this browser',
  galleryEmpty: 'No pictures saved yet.',
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
  sameSeed: 'Use this seed again',
  forgotten: 'Forgotten',
  undo: 'Undo',
  lastPictures: 'Last pictures',
  previous: 'Previous picture',
  next: 'Next picture',
  zoom: 'Enlarge',
  expires: 'Only at an address that will stop working: download it now.',
  openAddress: 'Open its address',
  notDrawn: (size: string) =>
    `Not shown here: ${size} is too large for a browser to draw safely. It is still yours: download it.`,
  notShown: 'This kind of file can’t be shown here. It is still yours: download it.',
  notLoaded: 'The picture could not be loaded from its address.',
  keepThere: (provider: string) => `Also save my pictures to my ${provider} drive`,
  keptThere: 'Saved in your drive:',
  showMore: 'Show more',
  seed: (seed: string) => `seed ${seed}`,
  seedMeans: 'The number that makes a result repeatable',
  newSeed: 'Any seed',
  pictureMenu: 'More',
  couldNot: 'Your browser did not allow it.',
  payee: 'Who is paid',
  allModels: 'All models …',
  chooseModel: 'Choose a model',
  searchModels: 'Search by name, maker or use',
  /** Beside the number of models, where some are offered in several ways. */
  offersFound: (count: number) => n(count, '# offer', '# offers'),
  modelsFound: (count: number) => n(count, '# model', '# models'),
  noModels: 'No model fits these words.',
  /** Between the parts of a list. */
  comma: ', ',
  /** Why the button that buys can’t be pressed, and when it can again. */
  whyEmpty: 'Describe the picture first.',
  whyPricing: 'Working out the price …',
  canAgain: 'You can generate again.',
  shortcut: (keys: string) => `${keys} generates, too.`,
  priceNow: (price: string) => `Price now ${price}`,
  /** Said of one picture of several, and of all of them: 3 ready, 1 not charged. */
  making: 'in the making',
  readyOf: (done: number, count: number) => `${done} of ${count} ready`,
  readyCount: (count: number) => `${count} ready`,
  notChargedCount: (count: number) => `${count} not charged`,
  checkingSum: (amount: string, provider: string) => `${amount} being checked with ${provider}`,
  notConfirmed: (amount: string) => `${amount} not confirmed`,
  /** Said of a link, after its words. */
  newTab: 'opens a new tab',
  otherModels: 'Others',
  takesWords: 'words',
  takesPictures: (count: number) => n(count, '# picture', 'up to # pictures'),
  takesNoPictures: 'takes no pictures',
  takesMask: 'mask',
  writesText: 'text in pictures',
  madeWith: (count: number) => n(count, '# made so far', '# made so far'),
  needs: {
    picture: 'needs a picture',
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
  /** In a row of folded things: a cheaper try. */
  draftShort: 'Draft',
  draftFirst: (price: string) => `Try a rough draft first · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `Draft on ${draft}, then final on ${final}: together ${both}.`,
  draftSaves: (saving: string) => `Each try as a draft instead of a final saves ${saving}.`,
  makeFinal: (model: string, price: string) => `Make the final on ${model} · ${price}`,
  draftStop: 'No drafts',
  problems: {
    'invalid-size': 'This size can’t be used',
    'too-small': 'This size is too small',
    'too-large': 'This size is too large',
    'off-grid': 'This model can’t make exactly this size',
    'size-not-offered': 'This model doesn’t make this size',
    'invalid-count': 'This number of pictures can’t be bought',
    'invalid-steps': 'This number of steps can’t be used',
    'invalid-option': 'This option doesn’t take that value',
    'invalid-reference': 'A reference picture can’t be read',
    'too-many-references': 'Too many reference pictures',
    'needs-reference': 'This model starts from a picture: add a reference',
    'prompt-too-long': 'This description is too long',
    'unknown-provider': 'This provider is not known here',
    'unknown-model': 'This model is not known here',
    'unknown-route': 'This route is not known here',
    'not-hosted': 'This model is not offered here',
    'no-price': 'No published price for this model',
    'bad-price-list': 'The price list can’t be read',
  } as Record<ProblemCode, string>,
  /** What the account lacks, or what is wrong with the request or the page, where it is known. */
  reasons: {
    email: (provider: string) => `Confirm your e-mail at ${provider}, then press again.`,
    phone: (provider: string) => `Confirm your phone number at ${provider}, then press again.`,
    card: (provider: string) => `Verify a card at ${provider}, then press again.`,
    suspended: (provider: string) =>
      `${provider} has suspended your account. Only ${provider} can lift that.`,
    plan: (provider: string) => `${provider} makes this only for accounts with a paid plan.`,
    'large-reference': (provider: string) =>
      `A reference picture is too large for ${provider}: at most 30 MB each, fetched within 30 seconds.`,
    retired: (provider: string) => `${provider} no longer offers this model. Choose another one.`,
    severed: (provider: string) =>
      `This page’s policy cuts off sign-in windows, so you can’t sign in at ${provider} from here.`,
  } as Record<Reason, (provider: string) => string>,
  /** `provider` is always among the facts. */
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} does not take a part of this request. It is left out from now on: press again.`
        : f.detail
          ? ''
          : `${f.provider} does not accept this request.`,
    'no-price': () => 'There is no price for this request.',
    'quote-expired': () => 'The price changed. Look at the new one and press again.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `This costs ${f.asked}, and your key may spend only ${f.limit} more.`
          : f.held
            ? `Not enough left: this costs ${f.asked} and you have ${f.limit}, of which ${f.held} may still go to other pictures.`
            : `Not enough left: this costs ${f.asked} and you have ${f.limit}.`
        : `This would pass the limit of ${f.limit}: ${f.spent} is spent and this costs ${f.asked}.`,
    'no-gesture': () => 'Spending real money needs your own click.',
    vetoed: () => 'This page stopped the purchase.',
    'no-session': () => 'Sign in first.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} did not complete the sign-in. Press again to try once more.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} does not allow this with your key or account.`
            : f.key
              ? `${f.provider} did not accept your key. We removed it here: enter another one.`
              : `${f.provider} did not accept your sign-in. Sign in again.`,
    'popup-blocked': () => 'Your browser blocked the sign-in window. Allow it and press again.',
    'sign-in-cancelled': () => 'You closed the sign-in window before it was finished.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `Your ${f.provider} account does not hold enough now. Pictures still being made may hold back a part of it.`
        : `Your ${f.provider} account does not hold enough.`,
    'rate-limited': () => 'Too many requests just now.',
    'provider-busy': (f: Facts) => `${f.provider} is too busy just now.`,
    'not-hosted': (f: Facts) => `${f.provider} does not offer you this model.`,
    'blocked-by-browser': (f: Facts) =>
      `Your browser could not reach ${f.provider} from this page.`,
    'provider-failed': (f: Facts) =>
      f.gated ? stopped(f) : `Something went wrong at ${f.provider}.`,
    'content-refused': (f: Facts) =>
      `${f.provider} declined this prompt. Try describing it another way.`,
    'unreadable-reply': (f: Facts) => `We couldn’t read the reply of ${f.provider}.`,
    'timed-out': (f: Facts) => `${f.provider} did not answer in time.`,
    aborted: (f: Facts) =>
      f.sent
        ? 'You stopped waiting. If the picture arrives, it will be in your pictures.'
        : 'You stopped it.',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} no longer knows this picture.`
        : 'The picture was made but can’t be downloaded.',
    'storage-full': () =>
      'Your browser’s storage is full. We couldn’t keep your receipt, so nothing was bought.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `Entries that can’t be read: ${f.unreadable}. So we can’t tell whether this would pass a limit, and nothing was bought. Export your spending, then reset it under “Export or reset”.`
        : 'Your browser isn’t saving data for this site. We couldn’t keep your receipt, so nothing was bought.',
    'part-missing': () =>
      'A part of this widget could not be loaded, so nothing was sent. Reload the page; if that does not help, tell the owner of this site.',
    internal: () => 'Something went wrong inside the widget.',
  } as Record<ErrorCode, (facts: Facts) => string>,
  /** A draft and its final, each with its price, to choose from. */
  draftChoice: (price: string) => `Draft first · ${price}`,
  finalChoice: (price: string) => `Final · ${price}`,
  /** Of several at once. */
  forgottenMany: (count: number) => n(count, '# picture forgotten', '# pictures forgotten'),
  searchPrompts: 'Search your prompts',
  picturesFound: (count: number) => n(count, '# picture found', '# pictures found'),
  /** The switch for keeping prompts, which are kept nowhere else. */
  keepPrompts: 'Also save the prompts of new pictures in this browser',
  /** Two pictures beside each other. */
  compare: 'Compare',
  comparing: (first: string, second: string) => `${first}, compared with ${second}`,
};

function n(count: number, one: string, other: string): string {
  return plural('en', count, { one, other });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `Something in front of ${f.provider}, perhaps a check for robots, stopped this request. ` +
    'That says nothing about your key: try again later, or from another network.'
  );
}
