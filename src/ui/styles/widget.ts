import { css } from 'lit';

/** The till: the page's font and colours, one accent, lines instead of shadows. */
export const widgetStyles = css`
  :host { display: block; container-type: inline-size; font: inherit; font-family: var(--user-pays-font, inherit); line-height: 1.45;
    --accent: var(--user-pays-accent, light-dark(#2f5d50, #92c9b8)); --on-accent: light-dark(#fff, #10201b);
    --ink: var(--user-pays-ink, light-dark(#1c1c1a, #ececea)); --paper: var(--user-pays-paper, light-dark(#fff, #1c1d1f));
    --line: var(--user-pays-line, light-dark(#d9d9d6, #3a3b3f)); --quiet: light-dark(#5c5c58, #a9aaad); --tint: light-dark(#f5f5f3, #242529);
    --radius: var(--user-pays-radius, 10px); --space: var(--user-pays-space, 20px); }
  :host([hidden]) { display: none; }
  .till { color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); overflow: clip; }
  .ask, .pay, .receipt, .confirm, .notice, .progress, .prints, .tally { padding: calc(var(--space) * .7) var(--space); }
  .pay, .receipt, .confirm, .notice, .progress, .prints, .tally { border-top: 1px solid var(--line); }
  textarea { display: block; box-sizing: border-box; width: 100%; field-sizing: content; min-height: 2.2lh; resize: vertical; border: 0; padding: 8px 0;
    background: none; color: inherit; font: inherit; font-size: max(16px, 1.15em); }
  textarea::placeholder { color: var(--quiet); opacity: 1; }
  .controls { display: flex; flex-wrap: wrap; gap: 4px 24px; }
  select { font: inherit; font-size: max(16px, .95em); min-height: 44px; max-width: 100%; color: inherit; background: var(--paper); border: 0; border-bottom: 1px dotted var(--quiet); border-radius: 0; }
  .deal { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; }
  .payer { margin: 0 0 8px; }
  .payer, .beside, .detail, .source, .conflict, summary, figcaption, .tally { color: var(--quiet); font-size: .92em; }
  .buy { font: inherit; min-height: 44px; padding: 8px 20px; border: 1px solid transparent; border-radius: calc(var(--radius) * .7); color: var(--on-accent); background: var(--accent);
    font-variant-numeric: tabular-nums; cursor: pointer; }
  .buy:disabled { color: var(--quiet); background: var(--tint); border-color: var(--line); cursor: default; }
  .plain { font: inherit; min-height: 44px; padding: 4px 8px; color: inherit; background: none; border: 0; text-decoration: underline; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  summary { min-height: 28px; cursor: pointer; }
  .receipt { background: var(--tint); border-top-style: dashed; }
  table { width: 100%; border-collapse: collapse; font-family: ui-monospace, monospace; font-size: .92em; font-variant-numeric: tabular-nums; }
  th { text-align: start; font-weight: normal; } td { text-align: end; padding-inline-start: 12px; white-space: nowrap; }
  .sum > * { border-top: 1px solid currentColor; font-weight: bold; padding-top: 4px; }
  a { color: inherit; }
  .hint { color: light-dark(#7a5200, #e3b56a); font-size: .92em; }
  .notice p, .confirm p, .receipt p, .progress p { margin: 4px 0; }
  progress { display: block; width: 100%; height: 6px; accent-color: var(--accent); }
  .progress p { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px; }
  .prints { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr)); gap: 16px; }
  figure { margin: 0; } img { display: block; max-width: 100%; height: auto; border-radius: calc(var(--radius) * .5); background: var(--tint); }
  figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 12px; padding-top: 6px; font-variant-numeric: tabular-nums; }
  .tally { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; background: var(--tint); }
  .tally b { color: var(--ink); font-size: 1.1em; } .figures { font-variant-numeric: tabular-nums; }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;
