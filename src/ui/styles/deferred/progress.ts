import { css } from '../css.js';

/** How long it takes. */
export const progressStyles = css`
  .progress {
    border-top: 1px solid var(--line);
    padding: 0 var(--space) calc(var(--space) * 0.15);
  }
  .progress p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 10px;
  }
  .progress p > span {
    flex: 1 1 4em;
    min-inline-size: 0;
    line-height: 1.25;
  }
  @container (max-width: 479px) {
    .progress .doing {
      display: none;
    }
  }
  .progress .plain {
    padding-inline: 10px;
  }
  .progress progress {
    display: block;
    width: calc(100% + 2 * var(--space));
    height: 4px;
    margin: 0 calc(var(--space) * -1) 4px;
    appearance: none;
    border: 0;
    overflow: hidden;
    background: var(--line);
    color: var(--accent);
  }
  .progress progress::-webkit-progress-bar {
    background: var(--line);
  }
  .progress progress::-webkit-progress-value {
    background: var(--accent);
    transition: inline-size 0.15s linear;
  }
  .progress progress::-moz-progress-bar {
    background: var(--accent);
  }
  .progress progress:indeterminate {
    background: linear-gradient(90deg, transparent 35%, var(--accent) 35% 65%, transparent 65%) 0
      0 / 300% 100% var(--line);
    animation: pass 1.8s linear infinite;
  }
  .progress progress:indeterminate::-webkit-progress-bar {
    background: none;
  }
  .progress progress:indeterminate::-moz-progress-bar {
    background: none;
  }
  @keyframes pass {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
`;
