import { css } from './css.js';

/**
 * What all elements are drawn with: colours, corners, room, three text sizes. Quiet text is mixed
 * from the page's own ink and paper. What no first look shows stands in `state-tokens.ts`.
 */
export const tokens = css`
  :host {
    --accent: var(--user-pays-accent, light-dark(#2f5d50, #92c9b8));
    --on-accent: light-dark(#fff, #10201b);
    --ink: var(--user-pays-ink, light-dark(#1c1c1a, #ececea));
    --paper: var(--user-pays-paper, light-dark(#fff, #1c1d1f));
    --line: var(--user-pays-line, light-dark(#dcdcd8, #393a3e));
    --quiet: color-mix(in oklab, var(--ink) 70%, var(--paper));
    --tint: color-mix(in oklab, var(--ink) 4%, var(--paper));
    --radius: var(--user-pays-radius, 12px);
    --corner: calc(var(--radius) * 0.6);
    --space: var(--user-pays-space, 24px);
    --small: 0.9em;
    --text: 0.96em;
    --large: 1.05em;
  }
  @supports (color: oklch(from red l c h)) {
    :host {
      --on-accent: oklch(from var(--accent) clamp(0.12, (0.66 - l) * 1000, 1) 0 0);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --line: var(--ink);
      --quiet: var(--ink);
    }
  }
`;
