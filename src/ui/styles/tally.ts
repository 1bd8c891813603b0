import { css } from './css.js';

/** The statement: figures aligned, the running sum large, everything else one press away. */
export const tallyStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-height: 32px;
  }
  .switch {
    display: inline-flex;
    margin-block-end: 16px;
  }
  .switch button {
    border-radius: 0;
    margin-inline-start: -1px;
    min-height: 36px;
    padding: 2px 12px;
    color: var(--quiet);
    font-size: var(--small);
  }
  .switch button:first-child {
    border-start-start-radius: var(--corner);
    border-end-start-radius: var(--corner);
  }
  .switch button:last-child {
    border-start-end-radius: var(--corner);
    border-end-end-radius: var(--corner);
  }
  .switch [aria-pressed='true'] {
    color: var(--ink);
    background: var(--tint);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--accent);
  }
  table {
    margin-top: 6px;
  }
  td {
    white-space: nowrap;
  }
  .spent {
    display: block;
    font-weight: 600;
  }
  td :is(.doubt, .under-way) {
    display: block;
    white-space: normal;
    font-size: var(--small);
  }
  .under-way {
    color: var(--quiet);
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 14px;
    margin-block: 10px 12px;
    font-variant-numeric: tabular-nums;
  }
  .figure .spent {
    font-size: 2em;
    line-height: 1.2;
  }
  .chart {
    margin: 0 0 12px;
  }
  .chart svg {
    display: block;
    inline-size: 100%;
    block-size: 60px;
  }
  .chart figcaption {
    margin-block-start: 6px;
    font-size: var(--small);
  }
  .spent-day {
    fill: var(--accent);
  }
  .limit-line {
    stroke: var(--care);
    stroke-dasharray: 4 3;
    vector-effect: non-scaling-stroke;
  }
  th .bar {
    max-width: 16em;
    margin-top: 5px;
  }
  details,
  section[part='doubts'],
  .notice {
    border-top: 1px solid var(--line);
    margin-inline: calc(var(--space) * -1);
    padding-inline: var(--space);
  }
  .notice {
    margin-block: 0;
    padding-block: 10px;
    color: var(--care);
    font-size: var(--small);
  }
  p + section[part='doubts'] {
    margin-top: 10px;
  }
  details[open] {
    padding-bottom: calc(var(--space) * 0.8);
  }
  section[part='doubts'] {
    padding-block: 14px;
    background: var(--tint);
  }
  .rail {
    fill: var(--line);
  }
  li {
    padding-block: 10px;
    border-top: 1px dashed var(--line);
  }
  li:first-child {
    border: 0;
    padding-top: 6px;
  }
  li:last-child {
    padding-bottom: 0;
  }
  li p {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    margin: 0 0 8px;
    font-variant-numeric: tabular-nums;
  }
  li form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .limit {
    display: grid;
    grid-template-columns: 6em auto 1fr auto;
    gap: 4px 14px;
    align-items: center;
    padding-block: 4px;
  }
  details form > button {
    margin-top: 10px;
  }
  .ask {
    margin-top: 14px;
    padding: 12px 14px;
    border: 1px solid var(--care);
    border-radius: var(--corner);
  }
  .ask p {
    margin: 0 0 10px;
  }
  .ask b {
    display: block;
    font-weight: 600;
  }
  .ask button {
    margin-inline-end: 4px;
  }
  .button input {
    position: absolute;
    opacity: 0;
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
  }
  .said:not(:empty) {
    display: block;
    margin-top: 12px;
    padding-top: 10px;
    border-top: 1px solid var(--line);
    color: var(--quiet);
    font-size: var(--small);
  }
  @container (max-width: 14em) {
    table {
      font-size: 0.76em;
    }
    .figure .spent {
      font-size: 1.5em;
    }
    th + th,
    td {
      padding-inline-start: 4px;
    }
  }
  @container (max-width: 420px) {
    .figure + .switch {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 4px;
    }
    .figure + .switch button {
      margin: 0;
      border-radius: var(--corner);
    }
    th,
    td {
      padding-inline-start: 8px;
    }
    .limit {
      grid-template-columns: 6em 1fr;
    }
    .limit .bar,
    .limit .quiet {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .spent-day {
      fill: CanvasText;
    }
    .rail {
      fill: GrayText;
    }
    .limit-line {
      stroke: Highlight;
    }
  }
`;
