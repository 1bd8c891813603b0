import { css } from './css.js';

/**
 * Colours of what is not there at first look, for every style sheet that comes later: the edges of
 * fields, mixed from the page's own ink and paper, and how something ended.
 */
export const stateTokens = css`
  :host {
    --edge: color-mix(in oklab, var(--ink) 52%, var(--paper));
    --good: light-dark(#1f6b3a, #86d3a0);
    --care: light-dark(#7a5200, #e3b56a);
    --bad: light-dark(#9a2f1f, #f0a08f);
  }
  @media (prefers-contrast: more) {
    :host {
      --edge: var(--ink);
    }
  }
`;
