import type { ImportRefusal } from '../../../spending/import-json.js';

/** English is the type every language has to satisfy. Amounts, dates and names arrive formatted. */
export const en = {
  title: 'Your spending',
  titleSimulated: 'Your spending, simulated',
  real: 'Real money',
  simulated: 'Simulated',
  noRealMoney: 'Sandbox: no real money moved.',
  since: 'When',
  session: 'This visit',
  today: 'Today',
  month: 'This month',
  all: 'All time',
  pictures: 'Pictures',
  spent: 'Spent',
  inProgress: (amount: string) => `+ ${amount} in progress`,
  inDoubt: (amount: string) => `+ ${amount} not confirmed`,
  unpriced: (n: number) => `+ ${n} of unknown price`,
  estimated: (amount: string) =>
    `Of this, ${amount} is estimated from the price list: no charge was reported.`,
  unreadable: (n: number) =>
    n === 1
      ? '1 entry could not be read. It stays saved.'
      : `${n} entries could not be read. They stay saved.`,
  cleared: (n: number) =>
    `Another script of this page deleted these entries ${n === 1 ? 'once' : `${n} times`}. We wrote them again; nothing is missing.`,
  storage: {
    full: 'Your browser’s storage is full. We can’t keep receipts, so buying is off until there is room.',
    blocked:
      'Your browser isn’t saving data for this site (a private window, or a frame that keeps nothing?). We can’t keep receipts, so buying is off.',
  },
  doubts: (n: number) => (n === 1 ? '1 picture not confirmed' : `${n} pictures not confirmed`),
  doubtsWhy:
    'The reply was lost, so we can’t tell whether you were charged. Check your account at the provider, then tell us.',
  upTo: (amount: string) => `up to ${amount}`,
  sentAgain: 'The browser itself may have sent the order several times.',
  unknownPrice: 'price unknown',
  under: (amount: string) => `under ${amount}`,
  wasCharged: 'I was charged',
  notCharged: 'I was not',
  amountCharged: (what: string) => `Amount charged for ${what}, in US dollars`,
  settledAs: (what: string, amount: string) => `${what}: ${amount}, as you told us.`,
  settledAsNothing: (what: string) => `${what}: not charged, as you told us.`,
  underWay: (n: number) => (n === 1 ? '1 picture in progress.' : `${n} pictures in progress.`),
  byDay: 'By day',
  day: 'Day',
  count: (n: number) => (n === 1 ? '1 picture' : `${n} pictures`),
  chart: (most: string, day: string) => `The last 30 days: at most ${most}, on ${day}`,
  byProvider: 'By provider',
  provider: 'Provider',
  byModel: 'By model',
  model: 'Model',
  bySite: 'By site',
  site: 'Site',
  unknownSite: 'not known',
  nothingYet: 'Nothing yet.',
  earlier: 'Earlier',
  limits: 'Your own limits',
  limitsWhy:
    'We don’t buy pictures that would pass a limit. A lower limit holds at once; we ask before a higher one.',
  limitOf: { session: 'Per visit', day: 'Per day', month: 'Per month' },
  noLimit: 'no limit',
  left: (left: string, limit: string) => `${left} left of ${limit}`,
  setLimits: 'Set limits',
  notAnAmount: 'Enter dollars and cents, such as 1.50, or leave the field empty.',
  limitsSet: 'Your limits are set.',
  raise: 'This raises what may be spent:',
  raised: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  raiseYes: 'Raise it',
  no: 'No',
  files: 'Export or reset',
  exportCsv: 'Export CSV',
  exportJson: 'Export JSON',
  import: 'Import JSON',
  share: 'Share with your other devices, through your Puter account',
  shared: (n: number) =>
    n === 0
      ? 'Saved in your Puter storage; nothing of another device is there yet.'
      : n === 1
        ? 'Merged with 1 other device.'
        : `Merged with ${n} other devices.`,
  notShared: 'Your Puter storage could not be reached. Nothing changed here.',
  imported: (added: number, known: number) => `${added} added, ${known} already here.`,
  refused: {
    'not-json': 'This file is not JSON. Nothing was imported.',
    'not-a-journal': 'This file is not an export of your spending. Nothing was imported.',
    'newer-version': 'This file was written by a newer version. Nothing was imported.',
    'damaged-line': 'This file is damaged. Nothing was imported.',
    'future-line': 'A line of this file is dated in the future. Nothing was imported.',
    'lowered-charge': 'A line of this file would lower what you paid. Nothing was imported.',
    'not-kept': 'Your browser could not save it. Nothing was imported.',
  } satisfies Record<ImportRefusal, string>,
  /** Beside a refusal: which line of the file is at fault. */
  refusedLine: (n: number) => `Line ${n}.`,
  reset: 'Reset …',
  resetAsk:
    'Reset the totals? Pictures in progress stay, and you can undo this for a day. Nothing is charged or refunded.',
  newSession: 'Start a new visit',
  sessionBegun: 'A new visit has begun.',
  resetYes: 'Reset',
  resetDone: 'The totals start at zero again.',
  undo: 'Undo',
  undone: 'Your totals are back.',
};

export type TallyTerms = typeof en;
