import { css } from '../css.js';

/** Narrow places, forced colours, less motion, paper. */
export const mediaStyles = css`
  .receipt:dir(rtl) table {
    font-family: inherit;
  }
  @container (max-width: 480px) {
    .receipt tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 2px;
    }
    .receipt th {
      overflow-wrap: anywhere;
    }
    .receipt tbody td:first-of-type {
      grid-area: 2 / 1;
      padding: 0;
      text-align: start;
    }
    .receipt tfoot td:first-of-type {
      display: none;
    }
  }
  @container (max-width: 14em) {
    .receipt {
      font-size: 0.8em;
    }
    .left span {
      white-space: normal;
    }
  }
  @container (min-width: 480px) {
    .prints[data-count='2'],
    .prints[data-count='4'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .second,
    .receipt,
    .confirm {
      border-color: CanvasText;
    }
    [aria-pressed='true'],
    .doors [aria-expanded='true'] {
      outline: 2px solid Highlight;
    }
    .progress progress,
    .budget meter {
      height: 10px;
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
      color: Highlight;
    }
    .progress progress::-webkit-progress-value {
      background: Highlight;
    }
    .progress progress::-moz-progress-bar {
      background: Highlight;
    }
    .budget meter::-webkit-meter-bar {
      height: 8px;
      background: Canvas;
    }
    .budget meter::-webkit-meter-optimum-value {
      background: Highlight;
    }
    .budget meter::-webkit-meter-suboptimum-value {
      background: Highlight;
    }
    .budget meter::-moz-meter-bar {
      background: Highlight;
    }
    .frame {
      fill: Canvas;
      animation: none !important;
    }
    .frame rect,
    .frame path {
      stroke: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media print {
    .controls,
    .deal,
    .tools,
    .doors {
      display: none;
    }
  }
`;
