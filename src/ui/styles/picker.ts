import { css } from './css.js';

/** The list of all models: a sheet over the page, the whole screen on a phone. */
export const pickerStyles = css`
  .models {
    inline-size: min(46rem, 100vw - 32px);
    max-inline-size: none;
    block-size: min(46rem, 100dvh - 48px);
    max-block-size: none;
    padding: 0;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: clip;
    font-size: max(16px, 1em);
  }
  .models::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .models .sheet {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .models header,
  .models [role='status'] {
    padding-inline: 20px;
  }
  .models header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding-block: 8px 0;
  }
  .models h3 {
    margin: 0;
    font-size: var(--large);
    font-weight: 650;
  }
  .models input {
    flex: none;
    min-block-size: 44px;
    margin: 4px 20px 0;
    padding: 6px 12px;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    font-size: max(16px, 1em);
  }
  .models input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .models [role='status'] {
    padding-block: 6px;
  }
  .models .list {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--line);
  }
  .models .list:focus-visible {
    outline-offset: -2px;
  }
  .models .family {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 10px 20px 6px;
    color: var(--quiet);
    background: var(--paper);
    font-size: var(--small);
    font-weight: 600;
  }
  .models .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-content: center;
    align-items: baseline;
    min-block-size: 44px;
    padding: 6px 20px;
    padding-inline-start: 40px;
    scroll-margin-block: 44px 8px;
    cursor: pointer;
  }
  .models .row:hover {
    background: var(--tint);
  }
  .models .row.at {
    background: color-mix(in oklab, var(--accent) 12%, var(--paper));
  }
  .models .row[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset-block-start: 13px;
    inset-inline-start: 20px;
    inline-size: 6px;
    block-size: 11px;
    border: solid var(--accent);
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
  }
  .models .row[aria-disabled] {
    cursor: default;
  }
  .models .row[aria-disabled] .name {
    color: var(--quiet);
    font-weight: 400;
  }
  .models .row .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .models .row .via {
    display: inline-block;
    color: var(--quiet);
    font-weight: 400;
  }
  .models .row .price {
    max-inline-size: 11em;
    text-align: end;
    text-wrap: balance;
    font-variant-numeric: tabular-nums;
  }
  .models .row .price.quiet {
    font-size: var(--small);
  }
  .models .row .facts,
  .models .row .warning {
    grid-column: 1 / -1;
    font-size: var(--small);
    text-wrap: pretty;
  }
  .models .row .facts {
    color: var(--quiet);
  }
  .models .row .warning {
    color: var(--care);
  }
  @media (max-width: 600px) {
    .models {
      inline-size: 100vw;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .models header,
    .models [role='status'],
    .models .family {
      padding-inline: 16px;
    }
    .models input {
      margin-inline: 16px;
    }
    .models .row {
      padding-inline: 36px 16px;
    }
    .models .row[aria-selected='true']::before {
      inset-inline-start: 16px;
    }
    .models .row .price {
      max-inline-size: 8em;
    }
  }
  @media (forced-colors: active) {
    .models .row.at {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .models .row[aria-disabled] .name {
      color: GrayText;
    }
  }
`;
