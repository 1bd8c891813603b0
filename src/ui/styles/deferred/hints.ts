import { css } from '../css.js';

/** What could be cheaper, one press away. */
export const hintsStyles = css`
  .hints {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pay .hints {
    margin-block: 8px 0;
  }
  .hints .plain {
    display: inline-block;
    padding-block: 10px;
    text-wrap: pretty;
  }
  .hint {
    color: var(--care);
    font-size: var(--small);
  }
  .hints[inert] {
    visibility: hidden;
  }
`;
