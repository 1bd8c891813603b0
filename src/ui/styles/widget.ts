import { css } from 'lit';

/**
 * The till at first look: the page's font and colours, one accent, lines instead of shadows.
 * Figures line up.
 */
export const widgetStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: inherit;
    font-family: var(--user-pays-font, inherit);
    line-height: 1.45;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .widget {
    position: relative;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: clip;
    font-variant-numeric: tabular-nums;
  }
  .ask,
  .pay,
  .notice,
  .tally {
    padding: calc(var(--space) * 0.7) var(--space);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    border: 0;
  }
  .ask {
    padding-block: calc(var(--space) * 0.75) calc(var(--space) * 0.5);
  }
  .pay,
  .notice,
  .tally,
  .progress {
    border-top: 1px solid var(--line);
  }
  p,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .quiet {
    color: var(--quiet);
  }
  p.quiet,
  ul.quiet {
    font-size: var(--small);
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .prompt {
    display: block;
  }
  textarea {
    display: block;
    width: 100%;
    field-sizing: content;
    min-height: 1lh;
    max-height: 14lh;
    margin: 0;
    padding: 6px 0 12px;
    resize: none;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: max(16px, 1.3em);
    line-height: 1.35;
  }
  textarea:focus-visible {
    outline: 0;
    box-shadow: inset 0 -2px var(--accent);
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    font-size: var(--text);
  }
  .pick,
  .plain {
    padding: 0 12px;
    background: var(--tint);
    border: 1px solid var(--line);
    border-radius: var(--corner);
  }
  :is(.pick, .plain):hover {
    border-color: var(--edge);
  }
  :is(.pick, .plain)[aria-expanded='true'] {
    border-color: var(--accent);
  }
  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
    max-width: 100%;
  }
  svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .menu .shown::after {
    content: '▾';
    display: inline-block;
    padding-inline-start: 0.4em;
    color: var(--quiet);
  }
  .pick select,
  .pick input {
    position: absolute;
    inset: -1px;
    width: calc(100% + 2px);
    height: calc(100% + 2px);
    margin: 0;
    opacity: 0;
    cursor: pointer;
    font-size: 16px;
  }
  .pick select option {
    color: #1c1c1a;
    background: #fff;
  }
  .pick:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  :is(.pick, .plain):focus-visible {
    border-radius: var(--corner);
  }

  .payer {
    display: flex;
    align-items: baseline;
    gap: 0 18px;
    color: var(--quiet);
    font-size: var(--text);
    text-wrap: pretty;
  }
  .doors {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .plain {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 44px;
    font-size: var(--small);
    text-align: start;
    cursor: pointer;
  }
  a.plain {
    padding: 0;
    background: none;
    border: 0;
  }
  .deal {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 24px;
    margin-block-start: 10px;
  }
  .line {
    flex: 1 1 12em;
    min-height: 44px;
    padding: 0;
    text-align: start;
    text-wrap: pretty;
    background: none;
    border: 0;
    font-size: var(--text);
  }
  button.line {
    cursor: pointer;
  }
  .line b {
    font-weight: 600;
  }
  .from,
  .reason {
    display: block;
    font-size: var(--small);
  }
  .reason {
    font-weight: 600;
  }
  .fold::after {
    content: '';
    display: inline-block;
    width: 0.45em;
    height: 0.45em;
    margin-inline: 0.6em 0.2em;
    border: solid var(--quiet);
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  [aria-expanded='true'] .fold::after {
    transform: translateY(0.1em) rotate(-135deg);
  }
  .line:hover .fold::after {
    border-color: var(--ink);
  }
  .buy {
    min-height: 48px;
    padding: 8px 18px;
    text-wrap: balance;
    border-radius: var(--corner);
    border: 1px solid transparent;
    cursor: pointer;
  }
  .deal .buy {
    min-inline-size: min(100%, 16em);
    margin-inline-start: auto;
  }
  .buy {
    color: var(--on-accent);
    background: var(--accent);
    font-weight: 600;
    font-size: max(16px, 1em);
  }
  .buy:hover:not(:disabled, [aria-disabled='true'], [data-blocked]) {
    background: color-mix(in oklab, var(--accent) 88%, var(--ink));
  }
  .buy:active:not(:disabled, [aria-disabled='true'], [data-blocked]) {
    transform: translateY(1px);
  }
  .buy:focus-visible {
    border-radius: var(--corner);
    outline-offset: 3px;
  }
  .buy:is(:disabled, [aria-disabled='true'], [data-blocked]) {
    color: var(--quiet);
    background: var(--tint);
    border-color: var(--line);
    cursor: default;
  }
  .wait {
    font-weight: 400;
  }
  .sum {
    white-space: nowrap;
  }

  .tally,
  .sums {
    display: flex;
    align-items: baseline;
    gap: 0 14px;
  }
  .sums {
    flex: 1;
    flex-wrap: wrap;
    padding-block: 8px;
  }
  .tally {
    padding-block: 8px;
    color: var(--quiet);
    background: var(--tint);
    font-size: var(--text);
  }
  .tally b {
    color: var(--ink);
    font-size: var(--large);
    font-weight: 650;
  }
  .doubt {
    color: var(--care);
  }

  @container (max-width: 480px) {
    .widget {
      --space: var(--user-pays-space, 16px);
    }
    .deal > * {
      flex-basis: 100%;
    }
    .line {
      order: 1;
    }
    .deal .buy {
      flex-basis: 100%;
      min-height: 62px;
      padding-inline: 14px;
    }
    .tally {
      flex-wrap: wrap;
    }
    .sums {
      flex-basis: 100%;
      padding-block-end: 0;
    }
  }
  @container (min-width: 900px) {
    textarea {
      font-size: max(16px, 1.45em);
    }
  }
  @media (forced-colors: active) {
    .widget {
      border-color: CanvasText;
    }
    .buy {
      border-color: ButtonText;
    }
    .buy:is(:disabled, [aria-disabled='true'], [data-blocked]) {
      border-color: GrayText;
    }
    .fold::after {
      border-color: ButtonText;
    }
    textarea:focus-visible {
      outline: 2px solid Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
    .buy:active {
      transform: none !important;
    }
  }
`;
