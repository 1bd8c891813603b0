import { html, nothing, type TemplateResult } from 'lit';
import { actionView } from './action.js';
import { controlsView } from './controls.js';
import type { WidgetActions } from './action-types.js';
import type { WidgetModel } from './model.js';
import { promptView } from './prompt.js';
import { tallyView } from './tally.js';

/**
 * The whole widget, top to bottom: what, who pays and how much, what is happening, what came of it,
 * what was spent.
 */
export function widgetView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, isOff, settings } = model;
  const { deferred, drafts, form } = model.parts;
  return html` <div
    class="widget"
    part="panel"
    role="group"
    aria-label=${terms.widget}
    lang=${terms.tag}
    dir=${terms.dir}
    @dragover=${deferred?.over(model, actions, true)}
    @dragleave=${deferred?.left(model, actions)}
    @drop=${deferred?.dropped(model, actions)}
  >
    <slot name="header"></slot>
    <fieldset class="ask" ?disabled=${isOff}>
      ${promptView(model, actions)}${deferred?.thumbnailsView(model, actions)}
      ${controlsView(model, actions)}${model.open.has('drafts') ? drafts?.planView(model, actions) : nothing}
    </fieldset>
    <fieldset class="pay" ?disabled=${isOff}>
      ${actionView(model, actions)}${deferred?.hintsView(model, actions, 'useful')}
      ${deferred?.optionsView(model, actions)}
    </fieldset>
    ${deferred?.receiptView(model, actions)} ${deferred?.confirmView(model, actions)}
    ${deferred ? deferred.noticeView(model, actions) : plainNotice(model)}
    ${deferred?.progressView(model, actions)}
    ${deferred ? deferred.resultsView(model, actions) : html`<slot name="empty"></slot>`}
    ${form?.chosenView(model, actions)} ${settings.compact ? nothing : tallyView(model, actions)}
    <slot name="footer"></slot>
    <output class="spoken" role="status">${model.spoken}</output>
    <div class="spoken" role="status" part="result">${deferred?.resultText(model)}</div>
    ${deferred?.dropView(model)}
  </div>`;
}

/** Until the deferred part is here, or should it never come: the bare facts, money first. */
function plainNotice({ quote, generation, terms }: WidgetModel): TemplateResult | typeof nothing {
  if (quote.problem) return html`<div class="notice" part="problem">${quote.problem.text}</div>`;
  if (generation.name !== 'failed') return nothing;
  return html`<div class="notice" part="error" role="alert">
    ${terms.charge[generation.error.charge]} (${generation.error.code})
  </div>`;
}
