import { html, nothing, type TemplateResult } from 'lit';
import { actionView } from './action.js';
import { controlsView } from './controls.js';
import { isOff } from './is-off.js';
import { promptView } from './prompt.js';
import type { WidgetHost } from './host.js';
import { planView } from './lazy/drafts.js';
import { tallyView } from './tally.js';

/** What every part of the widget is drawn from: the inside of its element. */
export type Widget = WidgetHost;

/** What a part of the widget comes to: a template, or lit's `nothing`. */
export type View = TemplateResult | symbol;

/**
 * The whole till, top to bottom: what, who pays and how much, what is happening, what came of it,
 * what was spent.
 */
export function widgetView(widget: Widget): TemplateResult {
  const { terms, widgetState } = widget;
  const { deferred } = widgetState;
  const off = isOff(widget);
  return html` <div
    class="widget"
    part="panel"
    lang=${terms.tag}
    dir=${terms.dir}
    @dragover=${deferred?.over(widget, true)}
    @dragleave=${deferred?.left(widget)}
    @drop=${deferred?.dropped(widget)}
  >
    <slot name="header"></slot>
    <fieldset class="ask" ?disabled=${off}>
      ${promptView(widget)}${deferred?.thumbnailsView(widget)}${controlsView(widget)}${planView(widget)}
    </fieldset>
    <fieldset class="pay" ?disabled=${off}>
      ${actionView(widget)}${deferred?.hintsView(widget, 'useful')}
    </fieldset>
    ${deferred?.receiptView(widget)} ${deferred?.confirmView(widget)}
    ${deferred ? deferred.noticeView(widget) : plainNotice(widget)}
    ${deferred?.progressView(widget)} ${deferred?.resultsView(widget)}
    ${widget.compact ? nothing : tallyView(widget)}
    <slot name="footer"></slot>
    <output class="spoken" role="status">${widgetState.said}</output>
    <div class="spoken" role="status" part="result">${deferred?.resultText(widget)}</div>
    ${widgetState.dragging ? html`<p class="drop" aria-hidden="true">${terms.dropHere}</p>` : nothing}
  </div>`;
}

/** Until the deferred part is here, or should it never come: the bare facts, money first. */
function plainNotice({ quote, generation, terms }: Widget): TemplateResult | typeof nothing {
  if (quote?.problem) return html`<div class="notice" part="problem">${quote.problem.text}</div>`;
  if (generation.name !== 'failed') return nothing;
  return html`<div class="notice" part="error" role="alert">
    ${terms.charge[generation.error.charge]} (${generation.error.code})
  </div>`;
}
