import { css } from '../css.js';

/** The tally inside the widget. */
export const detailsStyles = css`
  :is(.details, .gallery, .receipt) {
    scroll-margin-block: 60px 8px;
  }
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
