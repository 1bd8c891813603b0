import { css } from '../css.js';

/** What is left of an earlier visit, and what undo offers. */
export const pendingStyles = css`
  .back {
    border-top: 1px solid var(--line);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
  }
  .back .prints {
    padding: 12px 0 0;
    border: 0;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px var(--space);
    border-top: 1px solid var(--line);
    background: var(--tint);
  }
`;
