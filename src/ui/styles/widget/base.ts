import { css } from '../css.js';

/** Its frame, and what the browser’s own styles are replaced by. */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-size: min(640px, 90vw);
    max-width: 100%;
    font-family: var(--user-pays-font, inherit);
    line-height: 1.45;
    text-align: start;
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
    letter-spacing: inherit;
  }
`;
