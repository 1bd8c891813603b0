import { unsafeCSS } from 'lit';
import { css } from './css.js';

/**
 * A price in running text: the sentence's own font, a dotted line under it. Its receipt's styles
 * come with the receipt.
 */
export const priceStyles = unsafeCSS(css`
  :host {
    display: inline;
    font-variant-numeric: tabular-nums;
    --accent: var(--user-pays-accent, light-dark(#2f5d50, #92c9b8));
  }
  :host([hidden]) {
    display: none;
  }
  button {
    all: unset;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    font-size: max(1em, 9px);
    letter-spacing: 0;
    cursor: pointer;
    text-decoration: underline dotted from-font;
    text-underline-offset: 0.2em;
  }
  button:hover,
  button[aria-expanded='true'] {
    text-decoration-style: solid;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`);
