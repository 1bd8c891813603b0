import { html, type TemplateResult } from 'lit';

export interface Choice {
  readonly value: string;
  /** With its price, for the open list. */
  readonly text: string;
}

/**
 * A native select that is as wide as what it shows: the list may say more (each choice's price)
 * than the control.
 */
export function menuView({
  label,
  part,
  shown,
  value,
  choices,
  chosen,
}: {
  readonly label: string;
  readonly part: string;
  readonly shown: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly chosen: (value: string) => void;
}): TemplateResult {
  return html`<label class="pick menu"
    ><span class="shown" aria-hidden="true">${shown}</span>
    <select
      part=${part}
      aria-label=${label}
      .shown=${value}
      .choices=${choices}
      @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}
    ></select
  ></label>`;
}
