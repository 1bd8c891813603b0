import { css } from '../css.js';

/** Pictures to start from. */
export const referencesStyles = css`
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
`;
