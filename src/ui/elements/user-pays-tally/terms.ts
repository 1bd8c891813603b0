import type { ImportRefusal } from '../../../spending/import-json.js';

/** English is the type every language has to satisfy. Amounts, dates and names arrive formatted. */
export const en = {
  title: 'What was spent',
  titleSimulated: 'What was spent, simulated',
  real: 'Real money',
  simulated: 'Simulated',
  noRealMoney: 'Sandbox: no real money moved.',
  since: 'When',
  session: 'This session',
  today: 'Today',
  month: 'This month',
  all: 'All time',
  pictures: 'Pictures',
  spent: 'Spent',
  inDoubt: (amount: string) => `+ ${amount} in doubt`,
  unpriced: (n: number) => `+ ${n} of unknown price`,
  estimated: (amount: string) =>
    `Of this, ${amount} is estimated by the price list: the provider did not say what it charged.`,
  unreadable: (n: number) =>
    n === 1
      ? '1 line could not be read. It is kept.'
      : `${n} lines could not be read. They are kept.`,
  cleared: (n: number) =>
    `Another script of this page cleared these lines ${n === 1 ? 'once' : `${n} times`}. They were written again; nothing is missing.`,
  storage: {
    full: 'This browser’s storage is full: nothing real can be bought until there is room.',
    blocked: 'This browser keeps nothing for this page: nothing real can be bought.',
  },
  doubts: (n: number) => (n === 1 ? '1 purchase in doubt' : `${n} purchases in doubt`),
  doubtsWhy:
    'The reply was lost, so nobody here knows whether it was charged. Look at your account at the provider, then say what you found.',
  upTo: (amount: string) => `up to ${amount}`,
  unknownPrice: 'price unknown',
  under: (amount: string) => `under ${amount}`,
  wasCharged: 'It was charged',
  notCharged: 'It was not charged',
  amountCharged: (what: string) => `Amount charged for ${what}, in US dollars`,
  settledAs: (what: string, amount: string) => `${what}: ${amount}, as you found it.`,
  settledAsNothing: (what: string) => `${what}: not charged, as you found it.`,
  checkedByReader: 'checked by the reader',
  underWay: (n: number) => (n === 1 ? '1 picture is under way.' : `${n} pictures are under way.`),
  byDay: 'By day',
  day: 'Day',
  count: (n: number) => (n === 1 ? '1 picture' : `${n} pictures`),
  chart: (most: string, day: string) => `The last 30 days: at most ${most}, on ${day}`,
  byProvider: 'By provider',
  provider: 'Provider',
  byModel: 'By model',
  model: 'Model',
  nothingYet: 'Nothing yet.',
  earlier: 'Earlier',
  limits: 'Your own limits',
  limitsWhy:
    'Pictures that would go over a limit are not bought. A lower limit holds at once; a higher one is asked about first.',
  limitOf: { session: 'A session', day: 'A day', month: 'A month' },
  noLimit: 'no limit',
  left: (left: string, limit: string) => `${left} left of ${limit}`,
  setLimits: 'Set limits',
  notAnAmount: 'Write a limit as dollars and cents, such as 1.50, or leave it empty.',
  limitsSet: 'Your limits are set.',
  raise: 'This raises what may be spent:',
  raised: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  raiseYes: 'Raise it',
  no: 'No',
  files: 'Keep or clear',
  exportCsv: 'Export CSV',
  exportJson: 'Export JSON',
  import: 'Import JSON',
  share: 'Share with your other devices, through your Puter account',
  shared: (n: number) =>
    n === 0
      ? 'Left in your Puter storage; no other device has been there yet.'
      : n === 1
        ? 'Merged with 1 other device.'
        : `Merged with ${n} other devices.`,
  notShared: 'Your Puter storage could not be reached. Nothing changed here.',
  imported: (added: number, known: number) => `${added} added, ${known} known already.`,
  refused: {
    'not-json': 'This file is not JSON. Nothing was taken in.',
    'not-a-journal': 'This file is no exported tally. Nothing was taken in.',
    'newer-version': 'This file was written by a newer version. Nothing was taken in.',
    'damaged-line': 'This file is damaged. Nothing was taken in.',
    'not-kept': 'This browser could not keep it. Nothing was taken in.',
  } satisfies Record<ImportRefusal, string>,
  reset: 'Reset …',
  resetAsk:
    'Start counting from nothing? What is under way stays, and this can be undone for a day. Nothing is charged or refunded.',
  newSession: 'Start a new session',
  sessionBegun: 'A new session has begun.',
  resetYes: 'Reset',
  resetDone: 'Counting from nothing.',
  undo: 'Undo',
  undone: 'The sums are back.',
};

export type TallyTerms = typeof en;
