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
  .receipt table {
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
  .receipt th {
    text-align: start;
    font-weight: 400;
  }
  .receipt td {
    padding-inline-start: 16px;
    text-align: end;
    white-space: nowrap;
  }
  .receipt tbody td:first-of-type {
    color: var(--quiet);
  }
  .receipt tfoot > tr > * {
    border-block-start: 1px solid;
    padding-block-start: 3px;
    font-weight: 700;
  }
  .receipt tfoot .quiet {
    font-weight: 400;
  }
`;
