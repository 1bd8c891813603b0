import { html, type TemplateResult } from 'lit';

/** Icons in a square of 16, by the name of the part they belong to. */
const drawings: Readonly<Record<string, string>> = {
  open: 'M9.5 2.5h4v4m0-4l-4.5 4.5M6.5 13.5h-4v-4m0 4l4.5-4.5',
  download: 'M8 2v8m-3-3l3 3 3-3M3 13.5h10',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  'as-reference': 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3 3 2-2 3 3M10.5 6h.5',
  share: 'M8 10V2m-3 3l3-3 3 3M5 7.5H3v6.5h10V7.5h-2',
  again: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
  pin: 'M6 2.5h4l.5 5 2 2h-9l2-2zM8 9.5v4',
  more: 'M3 8h.5m4.25 0h.5m4.25 0h.5',
  forget: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  choose: 'M3 8.5l3.5 3.5L13 4.5',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  shut: 'M3.5 3.5l9 9m0-9l-9 9',
  compare: 'M2.5 3.5h4.5v9h-4.5zM9 3.5h4.5v9h-4.5z',
  zoom: 'M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM10 10l3.5 3.5M7 5.5v3M5.5 7h3',
};

export function iconView(part: string): TemplateResult {
  const [name = ''] = part.split(' ');
  // prettier-ignore
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d=${drawings[name] ?? ''}></path></svg>`;
}
