import { css } from '../css.js';

/** Model, size, count, references. */
export const controlsStyles = css`
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
`;
