import { accountStyles } from './deferred/account.js';
import { answersStyles } from './deferred/answers.js';
import { baseStyles } from './deferred/base.js';
import { budgetMeterStyles } from './deferred/budget-meter.js';
import { confirmStyles } from './deferred/confirm.js';
import { detailsStyles } from './deferred/details.js';
import { dropStyles } from './deferred/drop.js';
import { fieldsStyles } from './deferred/fields.js';
import { hintsStyles } from './deferred/hints.js';
import { mediaStyles } from './deferred/media.js';
import { noticeStyles } from './deferred/notice.js';
import { pendingStyles } from './deferred/pending.js';
import { pointerStyles } from './deferred/pointer.js';
import { progressStyles } from './deferred/progress.js';
import { receiptStyles } from './deferred/receipt.js';
import { referencesStyles } from './deferred/references.js';
import { resultsStyles } from './deferred/results.js';
import { shapesStyles } from './deferred/shapes.js';
import { stateTokens } from './state-tokens.js';

/**
 * What comes after the first look: the receipt, advice, questions, progress, prints. The picture is
 * the only loud thing. Plain text: it is fetched with those parts. Later rules win.
 */
export const deferredStyles = [
  stateTokens,
  pointerStyles,
  baseStyles,
  shapesStyles,
  accountStyles,
  fieldsStyles,
  referencesStyles,
  hintsStyles,
  receiptStyles,
  confirmStyles,
  answersStyles,
  noticeStyles,
  progressStyles,
  resultsStyles,
  pendingStyles,
  dropStyles,
  budgetMeterStyles,
  detailsStyles,
  mediaStyles,
].join('');
