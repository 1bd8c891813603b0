import { css } from '../css.js';

/** Pictures, each with its cost. */
export const resultsStyles = css`
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
  .prints[data-count='1'] > .print > :is(figcaption, .final),
  .prints[data-count='1'] > .print > slot > .tools {
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
  .print :is(img, canvas) {
    display: block;
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
    scroll-margin-block: 60px 16px;
    display: block;
    height: auto;
    fill: var(--tint);
  }
  .frame path {
    fill: none;
    stroke: color-mix(in oklab, var(--ink) 28%, var(--paper));
    vector-effect: non-scaling-stroke;
  }
  :is([data-stage='submitting'], [data-stage='polling'], [data-stage='saving'])
    :is(.frame, .words) {
    animation: breathe 2.4s ease-in-out infinite;
  }
  [data-stage='failed'] .frame {
    outline: 1px dashed var(--edge);
    outline-offset: -1px;
  }
  .print > figcaption b {
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
      background-color: color-mix(in oklab, var(--accent) 14%, var(--paper));
    }
  }
  .print > figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding-top: 8px;
    color: var(--quiet);
    font-size: var(--small);
  }
  /* Of several: the cost in one line, the size in the next, as high as while they are made. */
  .prints:not([data-count='1']) > .print > figcaption {
    display: block;
  }
  .prints:not([data-count='1']) > .print > figcaption > span {
    display: block;
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
  /* As high as the tools of a picture: the others stay where they are when one comes. */
  .tools-place {
    block-size: 52px;
  }
  .paper > .place {
    inline-size: auto;
    block-size: auto;
    max-inline-size: 100%;
    max-block-size: max(24rem, min(84vh, 46rem));
    visibility: hidden;
  }
  .paper > :is(.place, .place + img, .frame, .words) {
    grid-area: 1 / 1;
  }
  .print .words {
    position: relative;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    align-self: center;
    max-inline-size: 74%;
    margin: 0;
    overflow: hidden;
    color: var(--quiet);
    text-align: center;
    text-wrap: balance;
    /* That of the frame under it, which is a drawing and no background to those who check. */
    background-color: var(--tint);
  }
`;
