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
  .summary {
    padding: calc(var(--space) * 0.7) var(--space) 0;
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
