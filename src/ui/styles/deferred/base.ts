import { css } from '../css.js';

/** What several of these parts have in common: their room, their second button. */
export const baseStyles = css`
  ul,
  figure {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  p.quiet,
  ul.quiet {
    font-size: var(--small);
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .receipt,
  .confirm,
  .back,
  .prints,
  .details {
    padding: calc(var(--space) * 0.7) var(--space);
  }
  a.plain {
    padding: 0;
    background: none;
    border: 0;
  }
  .doubt {
    color: var(--care);
  }
  .wait {
    font-weight: 400;
  }
  .second {
    min-height: 44px;
    padding: 6px 16px;
    border-radius: var(--corner);
    background: none;
    border: 1px solid var(--edge);
    cursor: pointer;
  }
  .second:hover {
    border-color: var(--ink);
    background: var(--tint);
  }
  .plain.icon {
    justify-content: center;
    padding: 0;
  }
`;
