import { css } from '../css.js';

/** While pictures are dragged over the widget. */
export const dropStyles = css`
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
`;
