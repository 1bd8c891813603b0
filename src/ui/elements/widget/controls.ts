import { html, nothing, type TemplateResult } from 'lit';
import { priceText } from '../../amount.js';
import { modelChoices, sizeChoices, sizeText, sizeValue, takeModel } from './choices.js';
import { menuView } from './menu.js';
import { referencesView } from './references.js';
import type { Widget } from './view.js';

const exact = 'exact';

export function controlsView(widget: Widget): TemplateResult {
  return html` <div class="controls">
      ${modelMenu(widget)}${sizeMenu(widget)}${countMenu(widget)}${referencesView(widget)}
    </div>
    ${widget.widgetState.isOpen('exact') ? (widget.widgetState.deferred?.exactView(widget) ?? nothing) : nothing}`;
}

function modelMenu(widget: Widget): TemplateResult {
  const { terms, quote, amounts } = widget;
  const current = quote?.request.model ?? '';
  const choices = modelChoices(widget).map(({ id, name, priced }) => {
    const price = priceText(priced, amounts);
    return { value: id, name, text: price === undefined ? name : `${name} · ${price}` };
  });
  const shown = choices.find(({ value }) => value === current);
  if (choices.length === 1 && shown) return html`<span class="pick">${shown.name}</span>`;
  return menuView({
    label: terms.model,
    part: 'model',
    shown: shown?.name ?? current,
    value: current,
    choices: shown ? choices : [{ value: current, text: current }, ...choices],
    chosen: (id) => takeModel(widget, id),
  });
}

function sizeMenu(widget: Widget): TemplateResult {
  const { terms, quote, amounts, widgetState } = widget;
  const { width = NaN, height = NaN } = quote?.request ?? {};
  const sizes = sizeChoices(widget).map(({ ratio, priced, ...size }) => ({
    value: sizeValue(size),
    text: [sizeText(size), ratio, priceText(priced, amounts)].join(' · '),
  }));
  const current = {
    value: sizeValue({ width, height }),
    text: width > 0 && height > 0 ? sizeText({ width, height }) : widget.size,
  };
  const known = sizes.some(({ value }) => value === current.value);
  if (widget.sizes && known && sizes.length === 1)
    return html`<span class="pick">${current.text}</span>`;
  return menuView({
    label: terms.size,
    part: 'size',
    shown: current.text,
    value: current.value,
    choices: [
      ...(known ? [] : [current]),
      ...sizes,
      ...(widget.sizes ? [] : [{ value: exact, text: terms.exactSize }]),
    ],
    chosen: (value) => {
      if (value !== exact) widget.size = value;
      widgetState.toggle('exact', value === exact);
    },
  });
}

function countMenu(widget: Widget): TemplateResult | typeof nothing {
  const { terms, count } = widget;
  const most = Math.max(
    1,
    Math.min(16, Math.floor(widget.maxCount) || 1),
    Number.isInteger(count) ? Math.min(count, 99) : 1,
  );
  return most === 1
    ? nothing
    : menuView({
        label: terms.count,
        part: 'count',
        shown: Number.isInteger(count) ? terms.pictures(count) : terms.count,
        value: String(count),
        choices: Array.from({ length: most }, (_, index) => ({
          value: String(index + 1),
          text: terms.pictures(index + 1),
        })),
        chosen: (value) => {
          widget.count = Number(value);
        },
      });
}
