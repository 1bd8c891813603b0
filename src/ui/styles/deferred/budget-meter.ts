import { css } from '../css.js';

/** How much of a limit is spent. */
export const budgetMeterStyles = css`
  .budget {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: 10px;
    max-width: 30em;
  }
  .budget meter {
    flex: 1 1 5em;
    min-width: 3em;
    height: 6px;
    appearance: none;
    border: 0;
    border-radius: 3px;
    background: var(--line);
  }
  .budget meter::-webkit-meter-bar {
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--line);
  }
  .budget meter::-webkit-meter-optimum-value {
    background: var(--accent);
    border-radius: 3px;
  }
  .budget meter::-webkit-meter-suboptimum-value {
    background: var(--care);
    border-radius: 3px;
  }
  .budget meter::-moz-meter-bar {
    background: var(--accent);
    border-radius: 3px;
  }
  .budget meter:-moz-meter-sub-optimum::-moz-meter-bar {
    background: var(--care);
  }
`;
