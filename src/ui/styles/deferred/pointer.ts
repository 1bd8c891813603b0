import { css } from '../css.js';

/** How the first parts answer a pointer and look unfolded: nobody reaches for them before. */
export const pointerStyles = css`
  :is(.pick, .plain):hover {
    border-color: var(--edge);
  }
  :is(.pick, .plain)[aria-expanded='true'] {
    border-color: var(--accent);
  }
  [aria-expanded='true'] .fold::after {
    transform: translateY(0.1em) rotate(-135deg);
  }
  .line:hover .fold::after {
    border-color: var(--ink);
  }
  .buy:hover:not(:disabled, [aria-disabled='true'], [data-blocked]) {
    background: color-mix(in oklab, var(--accent) 88%, var(--ink));
  }
  .buy:active:not(:disabled, [aria-disabled='true'], [data-blocked]) {
    transform: translateY(1px);
  }
  @media (prefers-reduced-motion: reduce) {
    .buy:active {
      transform: none !important;
    }
  }
`;
