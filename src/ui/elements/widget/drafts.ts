import { html, nothing, type TemplateResult } from 'lit';
import { modelChoices, takeModel } from './choices.js';
import type { Widget } from './view.js';

/** Drafts on the cheapest model there is, the final on the dearest, until the reader chooses otherwise. */
const startDrafts = (widget: Widget): void => {
  const { panel } = widget;
  const [draft, ...others] = modelChoices(widget).filter(({ priced }) => priced.total);
  const final = others.at(-1);
  if (!panel.isOpen('drafts') && draft && final) {
    panel.plan = { draft: draft.id, final: final.id };
    takeModel(widget, draft.id);
  }
  panel.toggle('drafts');
};

/** Drafting needs a cheaper model to draft on. */
export const draftsView = (widget: Widget): TemplateResult | typeof nothing => {
  const { terms, panel } = widget;
  return modelChoices(widget).filter(({ priced }) => priced.total).length < 2 ? nothing
    : html`<button type="button" class="pick toggle" part="draft" aria-pressed=${panel.isOpen('drafts')} @click=${() => startDrafts(widget)}>${terms.draftFirst}</button>`;
};
