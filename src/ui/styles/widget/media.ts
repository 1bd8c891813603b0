import { css } from '../css.js';

/** Narrow and wide places, forced colours. */
export const mediaStyles = css`
  @container (max-width: 480px) {
    .widget {
      --space: var(--user-pays-space, 16px);
    }
    .deal > * {
      flex-basis: 100%;
    }
    .line {
      order: 1;
    }
    .deal .buy {
      flex-basis: 100%;
      max-inline-size: none;
      min-height: 62px;
      padding-inline: 14px;
    }
    .tally {
      flex-wrap: wrap;
    }
    .sums {
      flex-basis: 100%;
      padding-block-end: 0;
    }
  }
  /* Large text in a narrow place: only there may a price break, where it has no room. */
  @container (max-width: 14em) {
    .widget {
      overflow-wrap: anywhere;
    }
    .sum {
      display: inline-block;
      white-space: normal;
    }
  }
  @container (min-width: 900px) {
    textarea {
      font-size: max(16px, 1.45em);
    }
  }
  @media (forced-colors: active) {
    .widget {
      border-color: CanvasText;
    }
    .buy,
    .fold::after {
      border-color: ButtonText;
    }
    .buy:is([aria-disabled='true'], [data-blocked]) {
      border-color: GrayText;
    }
    textarea:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
