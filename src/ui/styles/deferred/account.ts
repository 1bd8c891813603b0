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
      flex-wrap: wrap;
      row-gap: 4px;
    }
    .who {
      display: contents;
    }
    .who > :first-child {
      flex: auto;
    }
    .left {
      order: 1;
      flex-basis: 100%;
    }
  }
`;
