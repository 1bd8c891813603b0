import { html, nothing, type TemplateResult } from 'lit';
import { modelChoices, takeModel } from './choices.js';
import type { Widget } from './view.js';

/** `flux-2` of `flux-2-pro`: models of a family draw alike. */
const familyOf = (id: string): string => id.split('-', 2).join('-');

/** Drafts on the cheapest model there is, the final on the dearest of its family, until the reader chooses otherwise. */
const startDrafts = (widget: Widget): void => {
  const { panel } = widget;
  const [draft, ...others] = modelChoices(widget).filter(({ priced }) => priced.total);
  const final = others.findLast(({ id }) => draft && familyOf(id) === familyOf(draft.id)) ?? others.at(-1);
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
