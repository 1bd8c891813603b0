import { css } from './css.js';

/**
 * A price table that reads like one: names left, figures right, what tells them apart quietly
 * below.
 */
export const calculatorStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 7em), 1fr));
    gap: 10px 14px;
    margin-top: 10px;
  }
  [part='request'] {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  [part='request'] > * {
    grid-column: span 2;
  }
  [part='request'] > :nth-child(n + 4) {
    grid-column: span 3;
  }
  .fields label {
    display: grid;
    gap: 3px;
  }
  .fields label > span {
    color: var(--quiet);
    font-size: 0.88em;
  }
  .fields input,
  .fields select {
    width: 100%;
  }
  fieldset {
    margin: 18px calc(var(--space) * -1) 0;
    padding: 0 var(--space) 14px;
    border: 0;
    border-top: 1px solid var(--line);
    min-width: 0;
  }
  legend {
    float: inline-start;
    width: 100%;
    padding: 12px 0 4px;
    font-weight: 650;
  }
  legend + * {
    clear: both;
  }
  ol {
    display: grid;
    grid-template-columns: 24px minmax(0, auto) minmax(0, 1fr) auto;
    gap: 0 14px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol > li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
  }
  ol li {
    padding-block: 8px;
    border-top: 1px solid var(--line);
  }
  ol li:first-child {
    border-top: 0;
  }
  ol label {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) minmax(0, 1fr) auto;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    gap: 0 14px;
    align-items: center;
    min-height: 32px;
    cursor: pointer;
  }
  ol input {
    min-height: 0;
    width: 18px;
    height: 18px;
    margin: 0;
    padding: 0;
    accent-color: var(--accent);
  }
  ol b {
    white-space: nowrap;
  }
  ol b,
  dd,
  .every b {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .via {
    color: var(--quiet);
  }
  ol p {
    margin: 0;
    grid-column: 2 / -1;
    font-size: 0.88em;
  }
  .source {
    display: block;
  }
  a {
    color: inherit;
  }
  .disputes {
    grid-column: 2 / -1;
    font-size: 0.88em;
  }
  .disputes li {
    display: block;
    padding-block: 4px;
  }
  ol .disputes,
  .claims .disputes {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
  }
  li:has(:checked) .name {
    font-weight: 650;
  }
  fieldset button {
    margin-top: 6px;
  }
  details {
    border-top: 1px solid var(--line);
    margin-inline: calc(var(--space) * -1);
    padding-inline: var(--space);
  }
  .unpriced li,
  .every li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 0 14px;
    padding-block: 6px;
    border-top: 1px solid var(--line);
  }
  .unpriced .quiet {
    grid-column: 1 / -1;
  }
  .plans {
    display: grid;
    grid-template-columns: 1fr 1fr;
    margin: 0 calc(var(--space) * -1) calc(var(--space) * -1);
    border-top: 1px solid var(--line);
    background: var(--tint);
  }
  .plans section {
    padding: var(--space);
    min-width: 0;
  }
  .plans section + section {
    border-inline-start: 1px solid var(--line);
  }
  .plans details {
    background: none;
    border-top-style: dashed;
    margin-top: 8px;
  }
  dl {
    margin: 12px 0 4px;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 14px;
    padding-block: 5px;
    border-bottom: 1px solid var(--line);
  }
  dl div:last-child {
    border-bottom: 0;
  }
  dd {
    margin: 0;
    font-weight: 600;
    white-space: nowrap;
  }
  .warm {
    color: var(--warm);
  }
  .plan {
    margin-top: 12px;
    font-size: 1.05em;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 620px) {
    .plans {
      grid-template-columns: 1fr;
    }
    .plans section + section {
      border-inline-start: 0;
      border-top: 1px solid var(--line);
    }
    ol,
    ol > li {
      display: block;
    }
    ol label {
      grid-template-columns: 24px minmax(0, 1fr) auto;
    }
    ol p {
      padding-inline-start: 38px;
    }
    ol .via {
      grid-column: 2 / -1;
      grid-row: 2;
      font-size: 0.92em;
    }
    ol b {
      grid-row: 1;
      grid-column: 3;
    }
  }
  @container (max-width: 420px) {
    .slip {
      --space: var(--user-pays-space, 14px);
    }
    [part='request'] > *,
    [part='request'] > :nth-child(n + 4) {
      grid-column: span 3;
    }
    [part='request'] > :first-child,
    [part='budget'] label {
      grid-column: 1 / -1;
    }
    .every li,
    .unpriced li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .every .via {
      grid-row: 2;
      font-size: 0.92em;
    }
    .every b {
      grid-row: 1;
      grid-column: 2;
    }
  }
`;
