import { css } from './css.js';

/** A picture's tools and the large view. */
export const toolsStyles = css`
  .print .open {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
  }
  .print .paper + figcaption + .open {
    opacity: 0;
  }
  .print:hover .open,
  .print .open:focus-visible {
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
    border-radius: var(--corner);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
  }
  .tools:has(.tool) {
    padding-block-start: 8px;
  }
  .tools .said {
    color: var(--good);
    font-size: var(--small);
  }
  .tool {
    justify-content: center;
    inline-size: 44px;
    padding: 0;
  }
  .tool .mark {
    inline-size: 20px;
    block-size: 20px;
  }
  .more .mark {
    stroke-width: 2.5;
    stroke-linecap: round;
  }
  .tool[part~='pinned'] .mark {
    fill: currentColor;
  }
  .tool[data-sure] {
    color: var(--bad);
    border-color: currentColor;
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
  .large {
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
  .large[open] {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto auto;
  }
  .large .sheet {
    display: grid;
    place-items: center;
    min-height: 0;
    padding: 12px;
    overflow: auto;
  }
  .large .sheet:focus-visible,
  .large .plain:focus-visible {
    outline-color: #f2f2ef;
    outline-offset: -3px;
  }
  .large .sheet :is(img, canvas) {
    display: block;
    max-width: 100%;
    max-height: 100%;
    width: auto;
    height: auto;
    min-height: 0;
    border-radius: 0;
    background: none;
    cursor: zoom-in;
  }
  .large .sheet[data-zoomed] {
    display: block;
  }
  .large .sheet[data-zoomed] :is(img, canvas) {
    width: 200%;
    max-width: none;
    max-height: none;
    cursor: zoom-out;
  }
  .large .about-it {
    max-block-size: 30vh;
    padding: 4px 16px;
    overflow: auto;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  /* As well under a picture as in the strip, whose own rules would reach it. */
  .large .about-it p {
    margin: 6px 0 0;
    font-size: var(--small);
  }
  .large .about-it p + p {
    color: #c4c4be;
  }
  .large .tools {
    justify-content: center;
    padding: 8px 12px 12px;
  }
  .large .plain {
    color: #f2f2ef;
    background: #222;
    border-color: #777;
  }
  .large .plain:is(:hover, [aria-pressed='true']) {
    border-color: #f2f2ef;
  }
  .large [part='previous']:dir(rtl) svg,
  .large [part='next']:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .large .shut {
    min-height: 44px;
    padding: 0 18px;
    font: inherit;
    color: #111;
    background: #f2f2ef;
    border: 1px solid #111;
    border-radius: var(--corner);
    cursor: pointer;
  }
  .large .shut:focus-visible {
    outline: 3px solid #f2f2ef;
    outline-offset: 3px;
  }
  .large .pair {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    grid-row: 1 / 3;
    min-height: 0;
  }
  .large .pair figure {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
    margin: 0;
  }
  .large .pair .sheet {
    padding: 12px 6px 4px;
    overflow: clip;
  }
  .large .pair .sheet :is(img, canvas) {
    cursor: default;
  }
  .large .pair .about-it {
    display: block;
    color: inherit;
    overflow: clip;
  }
  .large .pair [part='large-prompt'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  @media (max-width: 560px) {
    .large .pair {
      grid-auto-flow: row;
      grid-auto-columns: auto;
      grid-auto-rows: minmax(0, 1fr);
    }
    .large .pair [part='large-prompt'] {
      -webkit-line-clamp: 2;
    }
  }
`;
