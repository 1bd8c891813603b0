import { html, nothing, type TemplateResult } from 'lit';
import { priceText } from '../../amount.js';
import { sizeText, sizeValue } from '../../../pricing/size-text.js';
import type { SizeChoice, SizeOffer } from '../../../checkout/choices.js';
import { menuView } from './menu.js';
import { shapePath } from './shape.js';
import type { WidgetActions } from './action-types.js';
import type { View, WidgetModel } from './model.js';
import { times } from '../../../base/times.js';

/** The size menu's last choice. */
export const exact = 'exact';

export function modelMenuView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, quote, amounts } = model;
  const current = quote.request.model;
  const priced = new Map(model.isTouched ? model.models.map((each) => [each.id, each.priced]) : []);
  const choices = (model.shortlist ?? model.offered.models).map(({ id, name }) => {
    const price = priceText(priced.get(id), amounts);
    return { value: id, name, text: price === undefined ? name : `${name} · ${price}` };
  });
  const shown = choices.find(({ value }) => value === current);
  const unknown = model.parts.deferred?.readableName(current) ?? current;
  if (choices.length === 1 && shown) return html`<span class="pick">${shown.name}</span>`;
  return menuView({
    label: terms.model,
    part: 'model',
    shown: shown?.name ?? unknown,
    value: current,
    choices: shown ? choices : [{ value: current, text: unknown }, ...choices],
    // A route is a model's own.
    chosen: (id) => actions.change({ model: id, route: '' }),
  });
}

export function sizeMenuView(model: WidgetModel, actions: WidgetActions): View {
  const { terms, quote, amounts, settings } = model;
  const { width, height } = quote.request;
  const offered: readonly (SizeOffer & Partial<SizeChoice>)[] = model.isTouched
    ? model.sizes
    : model.offered.sizes;
  const sizes = offered.map((size) => {
    const words = [sizeText(size, terms.dir), size.ratio, priceText(size.priced, amounts)];
    return { value: sizeValue(size), text: words.filter(Boolean).join(' · ') };
  });
  const current = {
    value: sizeValue({ width, height }),
    text: width > 0 && height > 0 ? sizeText({ width, height }, terms.dir) : settings.size,
  };
  const known = sizes.some(({ value }) => value === current.value);
  if (settings.sizes && known && sizes.length === 1)
    return html`<span class="pick">${current.text}</span>`;
  const menu = menuView({
    label: terms.size,
    part: 'size',
    shown: current.text,
    value: current.value,
    choices: [
      ...(known ? [] : [current]),
      ...sizes,
      ...(settings.sizes ? [] : [{ value: exact, text: terms.exactSize }]),
    ],
    chosen: (value) => {
      if (value !== exact) actions.change({ size: value });
      actions.toggle(exact, value === exact);
    },
  });
  return [shapeButton(model, actions), menu];
}

/** The shape on show, its price read aloud with it; opens all that there are. */
function shapeButton(
  { terms, open, quote, offered, amounts }: WidgetModel,
  { toggle }: WidgetActions,
): TemplateResult {
  const value = sizeValue(quote.request);
  return html`<button
    type="button"
    class="pick"
    part="shape"
    title=${terms.shape}
    aria-expanded=${open.has('shapes')}
    @click=${() => toggle('shapes')}
  >
    <span class="spoken">${terms.shape}</span>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shapePath(quote.request)}></path></svg
    >&nbsp;${offered.sizes.find((size) => sizeValue(size) === value)?.ratio}<span class="spoken">
      · ${priceText(quote, amounts)}</span
    >
  </button>`;
}

export function countMenuView(
  { terms, settings: { count, maxCount } }: WidgetModel,
  actions: WidgetActions,
): TemplateResult | typeof nothing {
  const isWhole = Number.isInteger(count);
  const allowed = Math.min(16, Math.floor(maxCount) || 1);
  const most = Math.max(1, allowed, isWhole ? Math.min(count, 99) : 1);
  if (most === 1) return nothing;
  return menuView({
    label: terms.count,
    part: 'count',
    shown: isWhole ? terms.pictures(count) : terms.count,
    value: String(count),
    choices: times(most, (index) => ({
      value: String(index + 1),
      text: terms.pictures(index + 1),
    })),
    chosen: (value) => actions.change({ count: Number(value) }),
  });
}
