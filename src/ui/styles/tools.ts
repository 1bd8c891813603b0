import { css } from './css.js';

/** A picture's tools and the large view. */
export const toolsStyles = css`
  .open {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
  }
  .print .paper + figcaption + .open {
    opacity: 0;
  }
  .print:hover .open,
  .open:focus-visible {
    opacity: 1 !important;
  }
  @media (hover: none) {
    .print .paper + figcaption + .open {
      opacity: 1;
    }
  }
  .icon.open {
    display: grid;
    place-items: center;
    width: 44px;
    min-height: 44px;
    padding: 0;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 0.7);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
  }
  .tools .said {
    color: var(--good);
    font-size: 0.9em;
  }
  .more::after {
    content: '▾';
    content: '▾' / '';
    padding-inline-start: 0.4em;
    color: var(--quiet);
  }
  .more[aria-expanded='true']::after {
    content: '▴';
    content: '▴' / '';
  }
  .rest {
    display: none;
    flex-basis: 100%;
    order: 9;
    flex-wrap: wrap;
    gap: 8px;
  }
  .more[aria-expanded='true'] + .rest {
    display: flex;
  }
  @container (min-width: 560px) {
    .prints[data-count='1'] .more {
      display: none;
    }
    .prints[data-count='1'] .rest {
      display: contents;
    }
  }
  dialog {
    box-sizing: border-box;
    width: 100vw;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    color: #f2f2ef;
    background: #111;
  }
  dialog .sheet {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    padding: 12px;
    box-sizing: border-box;
  }
  dialog :is(img, canvas) {
    max-width: 100%;
    max-height: calc(100dvh - 24px);
    width: auto;
    height: auto;
    border-radius: 0;
    background: none;
  }
  dialog .shut {
    position: fixed;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    min-height: 44px;
    padding: 0 18px;
    font: inherit;
    color: #111;
    background: #f2f2ef;
    border: 1px solid #111;
    border-radius: 8px;
    cursor: pointer;
  }
  dialog .shut:focus-visible {
    outline: 3px solid #f2f2ef;
    outline-offset: 3px;
  }
`;
