import { css } from './css.js';

/**
 * What the tally and the calculator have in common, as text: they are loaded with their views. The
 * page's font and colours, one accent.
 */
export const panelStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-size: min(640px, 90vw);
    max-width: 100%;
    font: inherit;
    font-family: var(--user-pays-font, inherit);
    line-height: 1.45;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .panel {
    color: var(--ink);
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    font-size: max(1em, 9px);
    letter-spacing: 0;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: 0;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: clip;
    padding: var(--space);
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--large);
    font-weight: 650;
  }
  h3 {
    font-size: 1em;
  }
  p {
    margin: 4px 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .quiet {
    color: var(--quiet);
    font-size: var(--small);
  }
  .doubt {
    color: var(--warm);
  }
  .figures,
  table,
  input {
    font-variant-numeric: tabular-nums;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  td,
  thead th:not(:first-child) {
    text-align: end;
  }
  th,
  td {
    padding: 7px 0 7px;
    padding-inline-start: 14px;
    vertical-align: baseline;
    border-bottom: 1px solid var(--line);
  }
  th:first-child {
    padding-inline-start: 0;
  }
  thead th {
    color: var(--quiet);
    font-size: var(--small);
    padding-block: 2px;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    font: inherit;
    min-height: 44px;
    padding: 6px 14px;
    color: inherit;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    background: var(--tint);
  }
  input,
  select {
    font: inherit;
    font-size: max(16px, 1em);
    min-height: 44px;
    padding: 6px 10px;
    color: inherit;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    max-width: 100%;
  }
  input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  :focus-visible,
  .button:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  summary {
    min-height: 44px;
    display: flex;
    align-items: center;
    gap: 8px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    width: 7px;
    height: 7px;
    margin-inline-start: auto;
    margin-inline-end: 4px;
    border: solid var(--quiet);
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  [open] > summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  .money {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--quiet);
  }
  .money input {
    color: var(--ink);
    width: 7.5em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    display: block;
  }
  [dir='rtl'] svg {
    scale: -1 1;
  }
  rect {
    fill: var(--accent);
  }
  @container (max-width: 480px) {
    .panel {
      --space: var(--user-pays-space, 16px);
    }
  }
  @media (forced-colors: active) {
    rect {
      fill: CanvasText;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`;
