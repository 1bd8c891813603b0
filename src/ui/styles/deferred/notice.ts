import { css } from '../css.js';

/** What went wrong, and ways out. */
export const noticeStyles = css`
  [part='doubts'] > .note {
    padding: 4px var(--space) 12px;
  }
  .notice .answers,
  .note .answers {
    margin-block-start: 4px;
    align-items: center;
  }
  .notice pre {
    overflow-x: auto;
    margin: 0;
    font-size: var(--small);
    user-select: all;
  }
  .notice {
    display: grid;
    gap: 8px;
    border-inline-start: 4px solid var(--care);
    padding-inline-start: calc(var(--space) - 4px);
  }
  .notice b {
    display: block;
    font-size: var(--large);
  }
  .notice p {
    text-wrap: pretty;
  }
  [data-charge='none'] {
    border-inline-start-color: var(--edge);
  }
  [data-charge='possible'] b {
    color: var(--care);
  }
  [data-charge='charged'] {
    border-inline-start-color: var(--bad);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
