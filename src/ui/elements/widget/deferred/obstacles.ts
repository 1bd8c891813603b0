import { exceeded, leftUnder, type Limit } from '../../../../checkout/limits.js';
import { isUnreachable } from '../../../../checkout/refusal.js';
import { isBusy, isUnderWay } from '../../../../generation/machine.js';
import type { Problem, ProblemCode } from '../../../../pricing/quote-types.js';
import { amount, priceText } from '../../../amount.js';
import { isDetailed } from '../../shared/detailed-problem.js';
import { mostText } from '../../shared/most-text.js';
import { typed } from '../../../typed.js';
import type { WidgetModel } from '../model.js';

/** What is wrong with the request. A reference still being measured does not count. */
export function problemOf({ quote, generation, references }: WidgetModel): Problem | undefined {
  const { problem } = quote;
  if (!problem || generation.name === 'confirming') return undefined;
  const isRead = references.some(({ found }) => found?.wrong);
  return problem.code === 'invalid-reference' && !isRead ? undefined : problem;
}

/** The limit that a purchase would exceed. */
export function limitOf(model: WidgetModel): Limit | undefined {
  return isAhead(model) ? exceeded(model.spending, model.quote.total?.high) : undefined;
}

export function limitText({ words, dollars }: WidgetModel, limit: Limit): string {
  return (limit.own ? words.overOwnLimit : words.overPageLimit)(
    amount(limit.limit, dollars, typed),
    amount(leftUnder(limit), dollars, { down: true }),
  );
}

/** The sentence for an account without enough money; `undefined` if there is enough. */
export function balanceText(model: WidgetModel): string | undefined {
  const { quote, account, dollars, words } = model;
  const { limit, balance = limit, pictures } = account;
  if (!isAhead(model) || limitOf(model) || quote.simulated) return undefined;
  if (pictures !== 0 || balance === undefined || !quote.total) return undefined;
  const left = amount(balance, dollars, { down: true });
  return quote.holds === undefined
    ? (limit === undefined ? words.overBalance : words.overKey)(left, mostText(quote, dollars))
    : words.mustHold(model.payer.name, amount(quote.holds, dollars));
}

/** Obstacles are described before a press, not during a purchase or right after a failure. */
function isAhead({ generation, isDismissed }: WidgetModel): boolean {
  return !isBusy(generation) && (generation.name !== 'failed' || isDismissed);
}

/**
 * True while something is said to stop the purchase, or a way out is displayed: the main button then
 * looks secondary.
 */
export function isBlocked(model: WidgetModel): boolean {
  const { generation, quote, account } = model;
  if (isUnderWay(generation)) return false;
  if (isUnreachable(quote) || storageText(model) !== undefined) return true;
  if (generation.name === 'failed' && !model.isDismissed)
    return ['over-budget', 'insufficient-funds'].includes(generation.error.code);
  return (
    limitOf(model) !== undefined ||
    problemOf(model)?.code === 'no-price' ||
    (!quote.simulated && quote.total !== undefined && account.pictures === 0)
  );
}

/** All present obstacles to a purchase, one sentence each. */
function obstacleTexts(model: WidgetModel): string[] {
  const { words } = model;
  const problem = problemOf(model);
  const limit = limitOf(model);
  return [
    problem && problemText(model, problem),
    storageText(model),
    isUnreachable(model.quote) ? words.offline : undefined,
    limit && limitText(model, limit),
    balanceText(model),
  ].flatMap((text) => text ?? []);
}

/** What storage that keeps nothing stops: not what is only simulated. */
export function storageText({ words, health, quote }: WidgetModel): string | undefined {
  return health === 'ok' || quote.simulated ? undefined : words.storage[health];
}

function problemText(model: WidgetModel, { code, text }: Problem): string {
  const { problems } = model.words;
  return isSaid(model, code) ? `${problems[code]}.` : `${problems[code]}: ${text}.`;
}

/** True if our own sentence is enough: what a price list adds is English. */
export function isSaid({ words }: WidgetModel, code: ProblemCode): boolean {
  return code === 'no-price' || (words.tag !== 'en' && !isDetailed(code));
}

/** The price and the obstacles to paying it; spoken when they change. */
export function spokenText(model: WidgetModel): string {
  const { words, quote, amounts } = model;
  const price = priceText(quote, amounts);
  const shown = price !== undefined && quote.simulated ? words.simulated(price) : price;
  const said = shown === undefined ? words.priceUnknown : words.priceNow(shown);
  const standing = obstacleTexts(model);
  return standing.length === 0 ? said : [`${said}.`, ...standing].join(' ');
}

/**
 * The description of the main button: why it can’t be pressed or what would stop the purchase; else
 * the keys that press it.
 */
export function buttonNote(model: WidgetModel): string {
  const { words, settings, generation, quote } = model;
  if (isUnderWay(generation)) return '';
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
