import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { models } from '../../../pricing/models.js';
import { referencesView } from './references.js';
import type { Widget } from './view.js';

const presets = ['512x512', '1024x1024', '1024x768', '768x1024', '1280x720', '720x1280', '1536x1024', '1024x1536', '2048x2048'];

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

const spaced = (size: string): string => size.replace(/\s*[x×]\s*/i, ' × ');

const modelMenu = (widget: Widget): TemplateResult => {
  const allowed = widget.models.split(/\s+/).filter(Boolean);
  const offered = models(widget.provider, widget.shop.prices.get()).filter(({ id }) => allowed.length === 0 || allowed.includes(id));
  const current = widget.quote?.request.model ?? '';
  return html`<label><span class="spoken">${widget.terms.model}</span>
    <select part="model" .value=${live(current)} @change=${(event: Event) => { widget.model = chosen(event); widget.route = ''; }}>
      ${offered.map(({ id, name }) => html`<option value=${id} ?selected=${id === current}>${name}</option>`)}
      ${offered.some(({ id }) => id === current) ? nothing : html`<option value=${current} selected>${current}</option>`}
    </select></label>`;
};

const sizeMenu = (widget: Widget): TemplateResult => {
  const sizes = presets.includes(widget.size) ? presets : [widget.size, ...presets];
  return html`<label><span class="spoken">${widget.terms.size}</span>
    <select part="size" .value=${live(widget.size)} @change=${(event: Event) => { widget.size = chosen(event); }}>
      ${sizes.map((size) => html`<option value=${size} ?selected=${size === widget.size}>${spaced(size)}</option>`)}
    </select></label>`;
};

const countMenu = (widget: Widget): TemplateResult => {
  const most = Math.max(1, Math.min(16, Math.floor(widget.maxCount) || 1), Number.isInteger(widget.count) ? widget.count : 1);
  return html`<label><span class="spoken">${widget.terms.count}</span>
    <select part="count" .value=${live(String(widget.count))} @change=${(event: Event) => { widget.count = Number(chosen(event)); }}>
      ${Array.from({ length: most }, (_, index) => index + 1).map((n) => html`
        <option value=${n} ?selected=${n === widget.count}>${widget.terms.pictures(n)}</option>`)}
    </select></label>`;
};

export const controlsView = (widget: Widget): TemplateResult => html`
  <div class="controls">${modelMenu(widget)}${sizeMenu(widget)}${countMenu(widget)}${referencesView(widget)}</div>`;
