import { css } from '../css.js';

/** The words. */
export const promptStyles = css`
  .prompt {
    display: block;
  }
  textarea {
    display: block;
    width: 100%;
    field-sizing: content;
    min-height: 1lh;
    max-height: 14lh;
    margin: 0 0 6px;
    padding: 6px 0 10px;
    resize: none;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: max(16px, 1.3em);
    line-height: 1.35;
  }
  textarea:focus-visible {
    outline: 0;
    box-shadow: inset 0 -2px var(--accent);
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
`;
