import { css } from '../css.js';

/** Sizes as drawn shapes. */
export const shapesStyles = css`
  .shapes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
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
    stroke-linejoin: round;
    margin-block-end: 4px;
  }
  .shapes [aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .shapes b {
    font-weight: 600;
  }
`;
