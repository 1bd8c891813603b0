import { css } from '../css.js';

/** Who pays, and what is left. */
export const accountStyles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    flex: 1;
  }
  .payer b,
  .left {
    color: var(--ink);
    font-weight: 600;
  }
  .left span {
    color: var(--quiet);
    font-weight: 400;
    white-space: nowrap;
  }
  @container (max-width: 640px) {
    .payer:has(.doors) {
      display: grid;
      grid-template-columns: 1fr auto;
    }
    .who {
      display: contents;
    }
    .left {
      grid-column: 1 / -1;
    }
    .payer .doors {
      grid-area: 1 / 2;
    }
  }
`;
