import { css } from '../css.js';

/** The price, and the button that buys. */
export const actionStyles = css`
  .deal {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 24px;
    margin-block-start: 10px;
  }
  .line {
    flex: 1 1 9em;
    min-height: 44px;
    padding: 0;
    text-align: start;
    text-wrap: pretty;
    background: none;
    border: 0;
    font-size: var(--text);
  }
  button.line {
    cursor: pointer;
  }
  .line b {
    font-weight: 600;
  }
  .from,
  .reason {
    display: block;
    font-size: var(--small);
  }
  .reason {
    font-weight: 600;
  }
  .fold::after {
    content: '';
    display: inline-block;
    width: 0.45em;
    height: 0.45em;
    margin-inline: 0.6em 0.2em;
    border: solid var(--quiet);
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  .buy {
    min-height: 48px;
    padding: 8px 18px;
    border-radius: var(--corner);
    border: 1px solid transparent;
    cursor: pointer;
    color: var(--on-accent);
    background: var(--accent);
    font-weight: 600;
    font-size: max(16px, 1em);
  }
  .deal .buy {
    min-inline-size: min(100%, 14em);
    max-inline-size: calc(100% - 12em);
    margin-inline-start: auto;
  }
  .buy:is([aria-disabled='true'], [data-blocked]) {
    color: var(--quiet);
    background: var(--tint);
    border-color: var(--line);
    cursor: default;
  }
  .sum {
    white-space: nowrap;
  }
`;
