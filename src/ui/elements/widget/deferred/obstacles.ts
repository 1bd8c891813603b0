import { exceeded, leftUnder, type Limit } from '../../../../checkout/limits.js';
import { isBusy } from '../../../../generation/machine.js';
import type { Problem, ProblemCode } from '../../../../pricing/quote-types.js';
import { amount, priceText } from '../../../amount.js';
import { typed } from '../../../typed.js';
import type { WidgetModel } from '../model.js';

/** Problems whose detail names what no sentence of ours does. */
const detailed: ReadonlySet<ProblemCode> = new Set([
  'invalid-option',
  'invalid-count',
  'invalid-steps',
  'bad-price-list',
]);

/** What is wrong with the request; a reference on its way into the widget is not, yet. */
export function problemOf({ quote, generation, references }: WidgetModel): Problem | undefined {
  const { problem } = quote;
  if (!problem || generation.name === 'confirming') return undefined;
  const isRead = references.some(({ found }) => found?.wrong);
  return problem.code === 'invalid-reference' && !isRead ? undefined : problem;
}

/** The limit that a press would go over. */
export function limitOf(model: WidgetModel): Limit | undefined {
  return isAhead(model) ? exceeded(model.spending, model.quote.total?.high) : undefined;
}

export function limitText({ words, dollars }: WidgetModel, limit: Limit): string {
  return (limit.own ? words.overOwnLimit : words.overPageLimit)(
    amount(limit.limit, dollars, typed),
    amount(leftUnder(limit), dollars, { down: true }),
  );
}

/** What is said where the account does not hold enough; `undefined` where it does. */
export function balanceText(model: WidgetModel): string | undefined {
  const { quote, account, dollars, words } = model;
  const { balance, pictures } = account;
  if (!isAhead(model) || limitOf(model) || quote.simulated) return undefined;
  if (pictures !== 0 || balance === undefined || !quote.total) return undefined;
  const left = amount(balance, dollars, { down: true });
  return quote.holds === undefined
    ? words.overBalance(left, amount(quote.total.high, dollars))
    : words.mustHold(model.payer.name, amount(quote.holds, dollars));
}

/** What a press would meet is said before it, not while one is under way or just went wrong. */
function isAhead({ generation, isDismissed }: WidgetModel): boolean {
  return !isBusy(generation) && (generation.name !== 'failed' || isDismissed);
}

/** True where a way out of a limit is on show: the button that buys steps back behind it. */
export function isBlocked(model: WidgetModel): boolean {
  const { generation, quote, account } = model;
  if (isBusy(generation) || generation.name === 'confirming') return false;
  if (generation.name === 'failed' && !model.isDismissed)
    return ['over-budget', 'insufficient-funds'].includes(generation.error.code);
  return (
    limitOf(model) !== undefined ||
    (!quote.simulated && quote.total !== undefined && account.pictures === 0)
  );
}

/** Everything that stands in the way of a press now, a sentence each. */
function obstacleTexts(model: WidgetModel): string[] {
  const { words, health, quote, isOffline } = model;
  const problem = problemOf(model);
  const limit = limitOf(model);
  return [
    problem && problemText(model, problem),
    health === 'ok' ? undefined : words.storage[health],
    isOffline && !quote.simulated ? words.offline : undefined,
    limit && limitText(model, limit),
    balanceText(model),
  ].flatMap((text) => text ?? []);
}

function problemText(model: WidgetModel, { code, text }: Problem): string {
  const { problems } = model.words;
  return isSaid(model, code) ? `${problems[code]}.` : `${problems[code]}: ${text}.`;
}

/** True where our own sentence is enough: what a price list adds to it is in English. */
export function isSaid({ words }: WidgetModel, code: ProblemCode): boolean {
  return code === 'no-price' || (words.tag !== 'en' && !detailed.has(code));
}

/** The price, and what stands in the way of paying it: spoken when it changes. */
export function spokenText(model: WidgetModel): string {
  const { words, quote, amounts } = model;
  const price = priceText(quote, amounts);
  const shown = price !== undefined && quote.simulated ? words.simulated(price) : price;
  const said = shown === undefined ? words.priceUnknown : words.priceNow(shown);
  const standing = obstacleTexts(model);
  return standing.length === 0 ? said : [`${said}.`, ...standing].join(' ');
}

/**
 * What the button that buys says of itself: why it can’t be pressed, what would stand in the way;
 * else that keys press it, too.
 */
export function buttonNote(model: WidgetModel): string {
  const { words, settings, generation, quote } = model;
  if (isBusy(generation) || generation.name === 'confirming') return '';
  const isRead = quote.problem?.code !== 'invalid-reference' || problemOf(model) !== undefined;
  const notes = [
    ...(settings.prompt.trim() === '' ? [words.whyEmpty] : []),
    ...(isRead ? [] : [words.whyPricing]),
    ...obstacleTexts(model),
  ];
  return notes.length > 0 ? notes.join(' ') : words.shortcut(buyKeys());
}

/** The keys that buy from the prompt, as this machine’s keyboard names them. */
export function buyKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ + Enter' : 'Ctrl + Enter';
}
