import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OptionChoice } from '../../../../checkout/option-choices.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { draftOffer, draftView } from './draft-offer.js';
import { choicePrice } from './option-price.js';

type Set = (value: string) => void;

/** So many of those that change the price are named on the button that opens them all. */
const mostNamed = 2;

/**
 * One quiet row under the button that buys, so that the first touch moves nothing: the list of all
 * models, and a fold with a cheaper draft and the model's options besides size.
 */
export function optionsView(model: WidgetModel, actions: WidgetActions): View {
  const offer = draftOffer(model);
  const text = foldText(model, offer !== undefined);
  const picker = model.parts.picker?.pickerView(model, actions) ?? nothing;
  if (text === '' && picker === nothing) return nothing;
  const isOpen = model.open.has('options');
  return html`<div class="extras">
      ${picker}${text === '' ? nothing : foldButton(actions, text, isOpen)}
    </div>
    ${text === '' ? nothing : foldView(model, actions, isOpen, draftView(model, actions, offer))}`;
}

function foldButton(actions: WidgetActions, text: string, isOpen: boolean): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    part="more-options"
    aria-expanded=${isOpen}
    aria-controls="options"
    @click=${() => actions.toggle('options')}
  >
    ${text}<span class="fold" aria-hidden="true"></span>
  </button>`;
}

/** Each choice with what the request would cost. What changes the price comes first. */
function foldView(
  model: WidgetModel,
  actions: WidgetActions,
  isOpen: boolean,
  draft: View,
): TemplateResult {
  const { options, words } = model;
  const sorted = [...priced(options), ...options.filter(({ isPriced }) => !isPriced)];
  return html`<div
    id="options"
    class="options"
    part="options"
    role="group"
    aria-label=${words.options}
    ?hidden=${!isOpen}
  >
    ${draft}${sorted.map((option) => controlView(model, actions, option))}
  </div>`;
}

function priced(options: readonly OptionChoice[]): readonly OptionChoice[] {
  return options.filter(({ isPriced }) => isPriced);
}

/**
 * `Draft · Quality …`: what is folded, by name where it changes the price; empty where there is
 * nothing to unfold.
 */
function foldText(model: WidgetModel, hasDraft: boolean): string {
  const { options, words } = model;
  const named = priced(options).slice(0, mostNamed);
  const names = named.map(({ name }) => labelOf(model, name));
  if (options.length > 0 && names.length === 0) names.push(words.options);
  const text = [...(hasDraft ? [words.draftShort] : []), ...names].join(' · ');
  return named.length > 0 && named.length < options.length ? `${text} …` : text;
}

function controlView(
  model: WidgetModel,
  actions: WidgetActions,
  option: OptionChoice,
): TemplateResult {
  const set = (value: string): void => actions.setOption(option, value);
  if (option.spec.type === 'choice') return choiceView(model, option, set);
  if (option.spec.type === 'switch') return switchView(model, option, set);
  return typedView(model, option, set);
}

function choiceView(model: WidgetModel, option: OptionChoice, set: Set): TemplateResult {
  const { name, value = '', values, isPriced } = option;
  const usual = html`<option value="" selected>${model.words.optionUsual}</option>`;
  const choices = values.map((each) => {
    const price = isPriced ? choicePrice(model, option, each) : undefined;
    const isSigned = price && price.spoken !== price.text;
    // No space before or after the words.
    // prettier-ignore
    return html`<option value=${each.value} ?selected=${each.value === value}
      aria-label=${isSigned ? `${each.value}, ${price.spoken}` : nothing}
      >${price ? `${each.value} · ${price.text}` : each.value}</option>`;
  });
  return html`<label class="field"
    >${labelOf(model, name)}
    <select
      part="option"
      name=${name}
      .value=${live(value)}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      ${value === '' ? usual : nothing}${choices}
    </select></label
  >`;
}

function switchView(model: WidgetModel, option: OptionChoice, set: Set): TemplateResult {
  const { name, value, values, isPriced } = option;
  const isOn = value === 'true';
  const other = values.find((one) => (one.value === 'true') !== isOn);
  const price = isPriced && other ? choicePrice(model, option, other) : undefined;
  const otherwise = price ? ` (${model.words.optionElse(price.spoken)})` : '';
  return html`<label class="switch"
    ><input
      type="checkbox"
      part="option"
      name=${name}
      .checked=${live(isOn)}
      @change=${(event: Event) => set(String((event.target as HTMLInputElement).checked))}
    />${labelOf(model, name)}${otherwise}</label
  >`;
}

function typedView(
  model: WidgetModel,
  { name, value = '', isChosen, spec }: OptionChoice,
  set: Set,
): TemplateResult {
  const isNumber = spec.type === 'number';
  return html`<label class="field"
    >${labelOf(model, name)}
    <input
      type=${isNumber ? 'number' : 'text'}
      part="option"
      name=${name}
      min=${spec.min ?? nothing}
      max=${spec.max ?? nothing}
      step=${isNumber && spec.whole ? '1' : 'any'}
      placeholder=${spec.usual ?? nothing}
      .value=${live(isChosen ? value : '')}
      @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
  /></label>`;
}

/** In plain words if we have some, else as the provider's list spells it. */
function labelOf({ words }: WidgetModel, name: string): string {
  const { optionNames } = words;
  const own = Object.hasOwn(optionNames, name) ? optionNames[name] : undefined;
  const spelt = name.replaceAll('_', ' ');
  return own ?? spelt.charAt(0).toUpperCase() + spelt.slice(1);
}
