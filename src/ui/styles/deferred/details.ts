import { css } from '../css.js';

/** The tally inside the widget. */
export const detailsStyles = css`
  .details {
    padding: 0;
    border-top: 1px dashed var(--line);
    --user-pays-space: var(--space);
  }
  .details > ::part(panel) {
    border: 0;
    border-radius: 0;
  }
`;
