import { css } from '../css.js';

/** Who pays. */
export const paymentLineStyles = css`
  .payer {
    display: flex;
    align-items: baseline;
    gap: 0 18px;
    color: var(--quiet);
    font-size: var(--text);
    text-wrap: pretty;
  }
  .doors {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .plain {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 44px;
    font-size: var(--small);
    text-align: start;
    cursor: pointer;
  }
`;
