import { css } from './css.js';

/** A small printed slip in the top layer. */
export const slipStyles = css`
  [popover] {
    --ink: var(--user-pays-ink, light-dark(#1c1c1a, #ececea));
    --quiet: light-dark(#5c5c58, #a9aaad);
    box-sizing: border-box;
    width: max-content;
    max-width: min(26rem, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    overflow: auto;
    visibility: hidden;
    position: absolute;
    inset: auto;
    margin: 0;
    padding: 14px 16px;
    font: 14px/1.45 var(--user-pays-font, system-ui, sans-serif);
    text-align: start;
    white-space: normal;
    color: var(--ink);
    background: var(--user-pays-paper, light-dark(#fff, #1c1d1f));
    border: 1px solid var(--user-pays-line, light-dark(#d9d9d6, #3a3b3f));
    border-radius: calc(var(--user-pays-radius, 10px) * 0.7);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font:
      13px/1.6 ui-monospace,
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
    color: light-dark(#7a5200, #e3b56a);
  }
`;
