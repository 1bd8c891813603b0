import { css } from '../css.js';

/** Fields for an exact size, options and a key. */
export const fieldsStyles = css`
  .exact,
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 14px;
    padding: 4px 0 10px;
  }
  .extras {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    gap: 8px 14px;
    min-height: 44px;
    margin-block-start: 8px;
    font-size: var(--small);
  }
  @container (max-width: 479px) {
    .signs {
      min-height: 94px;
    }
  }
  .extras .doors {
    flex-wrap: nowrap;
  }
  .extras button {
    flex: 0 1 auto;
    padding-inline: 10px;
    color: var(--quiet);
    font-size: inherit;
    line-height: 1.2;
    text-align: start;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 10px 18px;
    padding: 10px 0 8px;
  }
  .options > .field {
    flex: 0 1 auto;
    grid-template-columns: minmax(0, auto);
    min-width: 0;
    max-width: 100%;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
  }
  .exact > span {
    padding-bottom: 10px;
  }
  .field {
    display: grid;
    gap: 3px;
    color: var(--quiet);
    font-size: var(--small);
  }
  .field input,
  .field select {
    min-height: 44px;
    padding: 6px 10px;
    max-width: 100%;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    font-size: max(16px, var(--large));
  }
  .field input[type='number'] {
    width: 7.5em;
  }
  .key .field {
    flex: 1 1 15em;
  }
  .key .field:first-child {
    flex-basis: 24em;
  }
  .key .field > * {
    width: 100%;
  }
  .key p {
    flex-basis: 100%;
  }
`;
