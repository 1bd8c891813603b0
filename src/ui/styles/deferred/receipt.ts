import { css } from '../css.js';

/** How a price comes about. */
export const receiptStyles = css`
  .receipt {
    background: var(--tint);
    border-block-start: 1px dashed var(--edge);
  }
  .receipt p,
  .receipt ul {
    margin-block-start: 10px;
  }
  .conflicts li {
    margin-block-start: 2px;
  }
  table {
    width: 100%;
    max-width: 48em;
    border-collapse: collapse;
    font:
      var(--small) / 1.75 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    font-variant-numeric: tabular-nums;
  }
  th {
    text-align: start;
    font-weight: 400;
  }
  td {
    padding-inline-start: 16px;
    text-align: end;
    white-space: nowrap;
  }
  tbody td:first-of-type {
    color: var(--quiet);
  }
  tfoot > tr > * {
    border-block-start: 1px solid;
    padding-block-start: 3px;
    font-weight: 700;
  }
  tfoot .quiet {
    font-weight: 400;
  }
`;
