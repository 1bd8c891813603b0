import { css } from '../css.js';

/** The question before a purchase. */
export const confirmStyles = css`
  .confirm {
    border-block: 2px solid var(--accent);
    background: var(--tint);
  }
  .confirm:focus {
    outline: 2px solid var(--accent);
    outline-offset: -4px;
    border-radius: 0;
  }
  /* About as high as the progress was: the pictures below stay where they are. */
  .summary {
    box-sizing: border-box;
    display: grid;
    align-content: center;
    min-block-size: calc(44px + 2.4em);
    padding: 0 var(--space);
    border-top: 1px solid var(--line);
    font-weight: 600;
  }
  .summary + .prints {
    border-top: 0;
    padding-block-start: 10px;
  }
  .confirm p:first-child {
    font-size: var(--large);
    font-weight: 600;
    text-wrap: balance;
  }
`;
