import { css } from './css.js';

/** A price's receipt, in the top layer. */
export const receiptStyles = css`
  [popover] {
    box-sizing: border-box;
    width: max-content;
    max-width: min(26rem, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    overflow: auto;
    visibility: hidden;
    position: absolute;
    inset: auto;
    margin: 0;
    padding: calc(var(--space) * 0.6) calc(var(--space) * 0.7);
    font: 14px/1.45 var(--user-pays-font, system-ui, sans-serif);
    text-align: start;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    letter-spacing: 0;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: 0;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--corner);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font:
      var(--small) / 1.6 ui-monospace,
      monospace;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  td {
    padding-inline-start: 14px;
    text-align: end;
    white-space: nowrap;
  }
  tfoot > * > * {
    border-top: 1px solid;
    font-weight: 700;
  }
  p,
  ul {
    margin: 8px 0 0;
    color: var(--quiet);
  }
  p:first-child {
    margin: 0;
    color: inherit;
  }
  a {
    color: inherit;
  }
  ul {
    padding: 0;
    list-style: none;
    color: var(--care);
  }
`;
