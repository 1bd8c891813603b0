import { css } from '../css.js';

/** What was spent. */
export const tallyStyles = css`
  .tally,
  .sums {
    display: flex;
    align-items: baseline;
    gap: 0 14px;
  }
  .sums {
    flex: 1;
    flex-wrap: wrap;
    padding-block: 8px;
  }
  .tally {
    padding-block: 8px;
    color: var(--quiet);
    background: var(--tint);
    font-size: var(--text);
  }
  .tally b {
    color: var(--ink);
    font-size: var(--large);
    font-weight: 650;
  }
`;
