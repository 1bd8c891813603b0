import { css } from '../css.js';

/** What a reader can answer or look up. */
export const answersStyles = css`
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-block-start: 12px;
  }
  .about {
    padding: 0 var(--space) calc(var(--space) * 0.7);
    text-wrap: pretty;
  }
  p.about {
    font-size: var(--small);
  }
  ul.about {
    scroll-margin-block-end: 8px;
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: calc(var(--space) + 1.2em);
  }
  a.second {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
`;
