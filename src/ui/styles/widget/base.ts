import { css } from '../css.js';

/**
 * Its frame, and what the browser’s own styles are replaced by. What hides or squeezes text is not
 * inherited from the page: a reader could not read the price.
 */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-size: min(640px, 90vw);
    max-width: 100%;
    font-family: var(--user-pays-font, inherit);
    line-height: 1.45;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .widget {
    position: relative;
    color: var(--ink);
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    font-size: max(1em, 9px);
    letter-spacing: 0;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: 0;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: clip;
    font-variant-numeric: tabular-nums;
  }
  .ask,
  .pay,
  .notice,
  .tally {
    padding: calc(var(--space) * 0.7) var(--space);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    border: 0;
  }
  .ask {
    padding-block: calc(var(--space) * 0.75) calc(var(--space) * 0.5);
  }
  .pay,
  .notice,
  .tally {
    border-top: 1px solid var(--line);
  }
  p {
    margin: 0;
  }
  .quiet {
    color: var(--quiet);
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible,
  .pick:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
`;
