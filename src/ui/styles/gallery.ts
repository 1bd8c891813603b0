import { css } from './css.js';

/** The pictures this browser keeps: a square grid, and the strip of the last ones. */
export const galleryStyles = css`
  .gallery {
    padding: calc(var(--space) * 0.7) var(--space) var(--space);
    border-top: 1px dashed var(--line);
    background: var(--tint);
  }
  .gallery h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin: 0 0 8px;
    font-size: 1em;
    font-weight: 600;
  }
  .gallery h3 .plain {
    font-weight: 400;
  }
  .gallery .prints {
    padding: 0;
    border: 0;
    gap: 20px 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
    align-items: start;
  }
  .gallery [type='search'] {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-end: 8px;
    padding: 6px 12px;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.6);
    font-size: max(16px, 1em);
  }
  .gallery [role='status']:not(.spoken, .said):not(:empty) {
    padding-block-end: 8px;
  }
  .gallery .paper {
    position: relative;
    aspect-ratio: 1;
    overflow: clip;
    background: var(--paper);
    border-radius: calc(var(--radius) * 0.5);
  }
  .gallery .paper :is(img, canvas) {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    max-block-size: none;
    object-fit: cover;
  }
  .gallery .why {
    min-block-size: 0;
    font-size: 0.8em;
    overflow: auto;
  }
  .gallery .icon.open {
    inset: 0 0 auto;
    inline-size: 100%;
    min-block-size: 0;
    aspect-ratio: 1;
    align-content: start;
    justify-content: end;
    padding: 8px;
    background: none;
    border-color: transparent;
    border-radius: calc(var(--radius) * 0.5);
    cursor: zoom-in;
  }
  .gallery .open .mark {
    box-sizing: content-box;
    padding: 6px;
    background: var(--paper);
    border-radius: calc(var(--radius) * 0.5);
  }
  .gallery .print > figcaption {
    display: block;
    font-size: 0.85em;
  }
  .gallery .print > figcaption > * {
    display: block;
    overflow-wrap: anywhere;
  }
  .gallery .title {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .gallery .drive {
    margin-block-start: 12px;
    padding: 0;
  }
  .gallery .size {
    white-space: nowrap;
  }
  /* Text in the other direction stays on the same side as the rest. */
  [dir='rtl'] .gallery .print > figcaption {
    text-align: right;
  }
  .gallery [part='caption'] {
    color: var(--ink);
  }
  .strip {
    padding: 8px var(--space);
    border-top: 1px solid var(--line);
  }
  .strip ul {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 72px));
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .strip button[part='strip-picture'] {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    aspect-ratio: 1;
    padding: 0;
    overflow: clip;
    background: none;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 0.5);
    cursor: zoom-in;
  }
  .strip :is(img, canvas) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .strip button:hover {
    border-color: var(--edge);
  }
  @container (max-width: 480px) {
    .strip ul {
      gap: 4px;
    }
  }
  @container (max-width: 14em) {
    .gallery .size {
      white-space: normal;
    }
  }
`;
