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
    text-wrap: pretty;
  }
  p.about {
    flex: 1 1 15em;
  }
  ul.about {
    scroll-margin-block-end: 8px;
    display: grid;
    gap: 4px;
    margin: 6px 0 0;
    padding-inline-start: 1.2em;
  }
  a.second {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
`;
