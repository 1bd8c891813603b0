import { unsafeCSS } from 'lit';
import { tokens } from './tokens.js';
import { actionStyles } from './widget/action.js';
import { baseStyles } from './widget/base.js';
import { controlsStyles } from './widget/controls.js';
import { mediaStyles } from './widget/media.js';
import { paymentLineStyles } from './widget/payment-line.js';
import { promptStyles } from './widget/prompt.js';
import { tallyStyles } from './widget/tally.js';

/**
 * The widget at first look: the page's font and colours, one accent, lines instead of shadows.
 * Figures line up. Later rules win.
 */
export const widgetStyles = unsafeCSS(
  [
    tokens,
    baseStyles,
    promptStyles,
    controlsStyles,
    paymentLineStyles,
    actionStyles,
    tallyStyles,
    mediaStyles,
  ].join(''),
);
