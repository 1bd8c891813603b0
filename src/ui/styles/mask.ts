import { css } from './css.js';

/** Where a reader paints what may change of a picture. */
export const maskStyles = css`
  .mask {
    padding-block: 8px;
  }
  .mask p {
    margin-block: 0 8px;
  }
  .mask canvas {
    display: block;
    max-inline-size: 100%;
    max-block-size: min(60vh, 32rem);
    border-radius: var(--corner);
    cursor: crosshair;
    touch-action: none;
  }
  .mask-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 18px;
    padding-block-start: 8px;
  }
  .mask-tools input[type='range'] {
    min-block-size: 44px;
    accent-color: var(--accent);
  }
`;
