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
    align-content: end;
    gap: 3px;
  }
  .fields label > span {
    color: var(--quiet);
    font-size: var(--small);
  }
  .fields input,
  .fields select {
    width: 100%;
  }
  dd,
  .every b {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .via {
    color: var(--quiet);
  }
  .source {
    display: block;
  }
  a {
    color: inherit;
  }
  .disputes {
    font-size: var(--small);
  }
  .disputes li {
    display: block;
    padding-block: 4px;
  }
  [part='offers'] .disputes,
  .claims .disputes {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
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
  dt .quiet {
    display: inline-block;
  }
  dd {
    margin: 0;
    font-weight: 600;
    white-space: nowrap;
  }
  .warm {
    color: var(--care);
  }
  .plan {
    margin-top: 12px;
    font-size: var(--large);
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
  }
  @container (max-width: 420px) {
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
      font-size: var(--small);
    }
    .every b {
      grid-row: 1;
      grid-column: 2;
    }
  }
  [part='offers'] {
    margin: 18px calc(var(--space) * -1) 0;
    padding: 0 var(--space) 14px;
    border-top: 1px solid var(--line);
  }
  [part='offers'] h3,
  caption {
    padding: 12px 0 4px;
    font-weight: 650;
    text-align: start;
  }
  [part='offers'] thead th,
  [part='offers'] td {
    text-align: start;
  }
  [part='offers'] thead th:last-child,
  [part='offers'] .price {
    text-align: end;
  }
  [part='sort'] {
    gap: 6px;
    padding: 0;
    color: inherit;
    background: none;
    border: 0;
  }
  [part='sort']:hover {
    color: var(--ink);
    background: none;
    text-decoration: underline;
  }
  [aria-sort='ascending'] [part='sort']::after {
    content: '↑' / '';
  }
  [aria-sort='descending'] [part='sort']::after {
    content: '↓' / '';
  }
  [part='offers'] tbody :is(th, td) {
    vertical-align: top;
  }
  [part='offers'] tbody th {
    inline-size: 26%;
  }
  [part='offers'] label {
    display: inline-flex;
    align-items: start;
    gap: 10px;
    margin-block: -10px;
    padding-block: 10px;
    cursor: pointer;
  }
  [part='offers'] [type='radio'] {
    flex: none;
    min-height: 0;
    width: 18px;
    height: 18px;
    margin: 0.2em 0 0;
    padding: 0;
    accent-color: var(--accent);
  }
  tr:has(:checked) .name {
    font-weight: 650;
  }
  .takes {
    font-size: var(--small);
  }
  .price {
    inline-size: 8.5em;
    font-weight: 600;
    text-wrap: balance;
  }
  table + button {
    margin-top: 6px;
  }
  @container (max-width: 600px) {
    thead tr,
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 14px;
      padding-block: 8px;
      border-bottom: 1px solid var(--line);
    }
    tbody tr:last-child {
      border-bottom: 0;
    }
    thead tr {
      padding-block: 0;
    }
    [part='offers'] :is(th, td) {
      padding: 0;
      border: 0;
    }
    [part='offers'] tbody th {
      inline-size: auto;
    }
    thead th:nth-child(2),
    thead th:nth-child(3) {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    [part='offers'] tbody :is(.via, .takes) {
      grid-column: 1 / -1;
      padding-inline-start: 28px;
    }
    tbody .via {
      grid-row: 2;
      font-size: var(--small);
    }
    tbody .price {
      grid-area: 1 / 2;
      inline-size: auto;
      max-inline-size: 8.5em;
    }
  }
`;
