import { html, nothing, type TemplateResult } from 'lit';
import { longestPrompt } from '../../../checkout/settings.js';
import { buttonView, pagesPress, priceLineView } from './action.js';
import { countMenuView, exact, modelMenuView, sizeMenuView } from './controls.js';
import type { WidgetActions } from './action-types.js';
import type { WidgetModel } from './model.js';
import { paymentLineView } from './payment-line.js';
import { pasted, shortcut, typed } from './prompt.js';
import { referencesView } from './references.js';
import { tallyView } from './tally.js';

/**
 * The whole widget, top to bottom: what, who pays and how much, what is happening, what came of it,
 * what was spent. What is always there stands here in one template, because each costs the first look
 * some half a millisecond.
 */
export function widgetView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, isOff, open, settings } = model;
  const { deferred, drafts, form } = model.parts;
  return html`<div
    class="widget notranslate"
    translate="no"
    part="panel"
    role="group"
    aria-label=${terms.widget}
    lang=${terms.tag}
    dir=${terms.dir}
  >
    <slot name="header"></slot>
    <fieldset class="ask" ?disabled=${isOff}>
      <label class="prompt">
        <span class="spoken">${terms.describe}</span>
        <textarea
          part="prompt"
          rows="1"
          dir="auto"
          placeholder=${terms.describe}
          maxlength=${longestPrompt}
          .shown=${settings.prompt.slice(0, longestPrompt)}
          @input=${typed(actions)}
          @keydown=${shortcut(actions)}
          @paste=${pasted(actions)}
        ></textarea>
      </label>
      ${deferred?.thumbnailsView(model, actions)}
      <div class="controls">
        ${deferred?.payeesView(model, actions)} ${modelMenuView(model, actions)}
        ${sizeMenuView(model, actions)} ${countMenuView(model, actions)}
        ${referencesView(model, actions)}
      </div>
      ${open.has('shapes') ? deferred?.shapesView(model, actions) : nothing}
      ${open.has(exact) ? deferred?.exactView(model, actions) : nothing}
      ${open.has('drafts') ? drafts?.planView(model, actions) : nothing}
    </fieldset>
    <fieldset class="pay" ?disabled=${isOff}>
      ${paymentLineView(model, actions)}
      <div class="deal">
        ${priceLineView(model, actions)}
        <slot name="actions" @click=${pagesPress(actions)} @slotchange=${() => actions.redraw()}
          >${buttonView(model, actions)}</slot
        >
      </div>
      ${deferred?.hintsView(model, actions, 'useful')} ${deferred?.optionsView(model, actions)}
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
