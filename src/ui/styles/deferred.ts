import { css } from './css.js';

/**
 * What comes after the first look: the receipt, advice, questions, progress, prints. The picture is
 * the only loud thing. Plain text: it is fetched with those parts.
 */
export const deferredStyles = css`
  .receipt,
  .confirm,
  .back,
  .prints,
  .details {
    padding: calc(var(--space) * 0.7) var(--space);
  }
  .second {
    min-height: 44px;
    padding: 6px 16px;
    text-wrap: balance;
    border-radius: var(--corner);
    background: none;
    border: 1px solid var(--edge);
    cursor: pointer;
  }
  .second:hover {
    border-color: var(--ink);
    background: var(--tint);
  }
  .second:focus-visible {
    border-radius: var(--corner);
    outline-offset: 3px;
  }
  .plain.icon {
    justify-content: center;
    padding: 0;
  }
  .shapes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5em, 1fr));
    gap: 8px;
    padding-block: 8px;
    font-size: var(--small);
  }
  .shapes .pick {
    flex-direction: column;
    align-items: start;
    padding: 8px 10px;
    text-align: start;
  }
  .shapes svg {
    inline-size: 32px;
    block-size: 32px;
    margin-block-end: 4px;
  }
  .shapes [aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .shapes b {
    font-weight: 600;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    flex: 1;
  }
  .payer b,
  .left {
    color: var(--ink);
    font-weight: 600;
  }
  .left span {
    color: var(--quiet);
    font-weight: 400;
    white-space: nowrap;
  }
  @container (max-width: 640px) {
    .payer:has(.doors) {
      display: grid;
      grid-template-columns: 1fr auto;
    }
    .who {
      display: contents;
    }
    .left {
      grid-column: 1 / -1;
    }
    .payer .doors {
      grid-area: 1 / 2;
    }
  }
  .exact,
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 14px;
    padding: 4px 0 10px;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 10px 18px;
    padding: 10px 0 8px;
  }
  .options > .field {
    flex: 0 1 auto;
    min-width: 0;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
  }
  .more-options {
    flex-basis: 100%;
  }
  .more-options summary {
    color: var(--quiet);
    cursor: pointer;
    padding: 10px 0;
    min-height: 44px;
    box-sizing: border-box;
    width: max-content;
    max-width: 100%;
  }
  .exact > span {
    padding-bottom: 10px;
  }
  .field {
    display: grid;
    gap: 3px;
    color: var(--quiet);
    font-size: var(--small);
  }
  .field input,
  .field select {
    min-height: 44px;
    padding: 6px 10px;
    max-width: 100%;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    font-size: max(16px, var(--large));
  }
  .field input[type='number'] {
    width: 7.5em;
  }
  .key .field {
    flex: 1 1 15em;
  }
  .key .field:first-child {
    flex-basis: 24em;
  }
  .key .field > * {
    width: 100%;
  }
  .key p {
    flex-basis: 100%;
  }
  .references {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 18px;
    padding-bottom: 4px;
  }
  .references li {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: var(--small);
  }
  .references :is(img, canvas) {
    width: 44px;
    height: 44px;
    object-fit: cover;
    border-radius: var(--corner);
    border: 1px solid var(--line);
  }
  .mark {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .hints {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pay .hints {
    margin-block: 8px 0;
  }
  .hints .plain {
    display: inline-block;
    padding-block: 10px;
    text-wrap: pretty;
  }
  .hint {
    color: var(--care);
    font-size: var(--small);
  }
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
  .confirm {
    border-block: 2px solid var(--accent);
    background: var(--tint);
  }
  .confirm:focus {
    outline: 2px solid var(--accent);
    outline-offset: -4px;
    border-radius: 0;
  }
  .summary {
    padding: calc(var(--space) * 0.7) var(--space) 0;
    border-top: 1px solid var(--line);
    font-weight: 600;
  }
  .summary + .prints {
    border-top: 0;
    padding-block-start: 10px;
  }
  .confirm p:first-child {
    font-size: var(--large);
    font-weight: 600;
    text-wrap: balance;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-block-start: 12px;
  }
  .about {
    padding: 0 var(--space) calc(var(--space) * 0.7);
    text-wrap: pretty;
  }
  ul.about {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: calc(var(--space) + 1.2em);
  }
  a.second {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
  [part='doubts'] > .note {
    padding: 4px var(--space) 12px;
  }
  .notice .answers,
  .note .answers {
    margin-block-start: 4px;
    align-items: center;
  }
  .notice pre {
    overflow-x: auto;
    margin: 0;
    font-size: var(--small);
    user-select: all;
  }
  .notice {
    display: grid;
    gap: 8px;
    border-inline-start: 4px solid var(--care);
    padding-inline-start: calc(var(--space) - 4px);
  }
  .notice b {
    display: block;
    font-size: var(--large);
  }
  .notice p {
    text-wrap: pretty;
  }
  [data-charge='none'] {
    border-inline-start-color: var(--good);
  }
  [data-charge='none'] b {
    color: var(--good);
  }
  [data-charge='possible'] b {
    color: var(--care);
  }
  [data-charge='charged'] {
    border-inline-start-color: var(--bad);
  }
  [data-charge='charged'] b {
    color: var(--bad);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .progress {
    padding: 0 var(--space) calc(var(--space) * 0.5);
  }
  .progress p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
  }
  progress {
    display: block;
    width: calc(100% + 2 * var(--space));
    height: 4px;
    margin: 0 calc(var(--space) * -1) 4px;
    appearance: none;
    border: 0;
    overflow: hidden;
    background: var(--line);
    color: var(--accent);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
    transition: inline-size 0.15s linear;
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  progress:indeterminate {
    background: linear-gradient(90deg, transparent 35%, var(--accent) 35% 65%, transparent 65%) 0
      0 / 300% 100% var(--line);
    animation: pass 1.8s linear infinite;
  }
  progress:indeterminate::-webkit-progress-bar {
    background: none;
  }
  progress:indeterminate::-moz-progress-bar {
    background: none;
  }
  @keyframes pass {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  .prints {
    display: grid;
    gap: 20px;
    padding-block: var(--space);
    border-top: 1px solid var(--line);
  }
  .progress + .prints {
    border-top: 0;
    padding-block-start: 4px;
  }
  .prints[data-count='2'],
  .prints[data-count='3'],
  .prints[data-count='4'] {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
    align-items: start;
  }
  .prints[data-count='1'] .print {
    width: fit-content;
    min-width: min(100%, 17em);
    max-width: 100%;
    margin-inline: auto;
  }
  .prints[data-count='1'] :is(figcaption, .tools, .final) {
    contain: inline-size;
  }
  .print {
    position: relative;
    min-width: 0;
  }
  .paper {
    display: grid;
    justify-items: center;
  }
  .print :is(img, canvas),
  .frame {
    border-radius: var(--corner);
  }
  img,
  canvas {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .print :is(img, canvas),
  .frame {
    width: auto;
    max-width: 100%;
    max-height: max(24rem, min(84vh, 46rem));
    object-fit: contain;
  }
  .frame {
    display: block;
    height: auto;
    fill: var(--tint);
  }
  .frame path {
    fill: none;
    stroke: color-mix(in oklab, var(--ink) 28%, var(--paper));
    vector-effect: non-scaling-stroke;
  }
  [data-stage='submitting'] .frame,
  [data-stage='polling'] .frame,
  [data-stage='saving'] .frame {
    animation: breathe 2.4s ease-in-out infinite;
  }
  [data-stage='failed'] .frame {
    outline: 1px dashed var(--edge);
    outline-offset: -1px;
  }
  figcaption b {
    display: block;
    color: var(--ink);
    font-weight: 600;
  }
  .why {
    display: grid;
    place-content: center;
    justify-self: stretch;
    min-height: 12rem;
    margin: 0;
    padding: 16px;
    text-align: center;
    text-wrap: balance;
    background: var(--tint);
    border-radius: var(--corner);
  }
  @keyframes breathe {
    50% {
      fill: color-mix(in oklab, var(--accent) 14%, var(--paper));
    }
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding-top: 8px;
    color: var(--quiet);
    font-size: var(--small);
  }
  .cost[data-sure='true'] {
    color: var(--good);
    font-weight: 600;
  }
  .cost .quiet {
    display: block;
    font-weight: 400;
    text-wrap: pretty;
  }
  .print p {
    margin: 6px 0 0;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .drive {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 0 var(--space) 10px;
  }
  .drive input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .print .final {
    width: 100%;
    margin-block-start: 8px;
  }
  .back {
    border-top: 1px solid var(--line);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
  }
  .back .prints {
    padding: 12px 0 0;
    border: 0;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px var(--space);
    border-top: 1px solid var(--line);
    background: var(--tint);
  }
  .drop {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    font-size: var(--large);
    background: color-mix(in oklab, var(--paper) 88%, transparent);
    border: 2px dashed var(--accent);
    border-radius: inherit;
    pointer-events: none;
  }
  .budget {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: 10px;
    max-width: 30em;
  }
  meter {
    flex: 1 1 5em;
    min-width: 3em;
    height: 6px;
    appearance: none;
    border: 0;
    border-radius: 3px;
    background: var(--line);
  }
  meter::-webkit-meter-bar {
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--line);
  }
  meter::-webkit-meter-optimum-value {
    background: var(--accent);
    border-radius: 3px;
  }
  meter::-webkit-meter-suboptimum-value {
    background: var(--care);
    border-radius: 3px;
  }
  meter::-moz-meter-bar {
    background: var(--accent);
    border-radius: 3px;
  }
  meter:-moz-meter-sub-optimum::-moz-meter-bar {
    background: var(--care);
  }
  .details {
    padding: 0;
    border-top: 1px dashed var(--line);
    --user-pays-space: var(--space);
  }
  .details > ::part(panel) {
    border: 0;
    border-radius: 0;
  }
  .widget:dir(rtl) table {
    font-family: inherit;
  }
  @container (max-width: 480px) {
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 2px;
    }
    th {
      overflow-wrap: anywhere;
    }
    tbody td:first-of-type {
      grid-area: 2 / 1;
      padding: 0;
      text-align: start;
    }
    tfoot td:first-of-type {
      display: none;
    }
  }
  @container (max-width: 14em) {
    .receipt {
      font-size: 0.8em;
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
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    progress,
    meter {
      height: 10px;
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
      color: Highlight;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
    meter::-webkit-meter-bar {
      height: 8px;
      background: Canvas;
    }
    meter::-webkit-meter-optimum-value {
      background: Highlight;
    }
    meter::-webkit-meter-suboptimum-value {
      background: Highlight;
    }
    meter::-moz-meter-bar {
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
  @media print {
    .controls,
    .deal,
    .tools,
    .doors {
      display: none;
    }
  }
`;
