import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { OptionChoice } from '../../../../checkout/option-choices.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { aboutAccountView } from './account.js';
import { draftOffer, draftView } from './draft-offer.js';
import { choicePrice } from './option-price.js';

type Set = (value: string) => void;

/** Options shown at once, besides those that change the price; all others are folded. */
const first = /^(style|style_type|style_preset|background|transparency)$/;
const mostAtOnce = 4;

/**
 * Under the button that buys, so that the first touch does not move it: the options that matter,
 * each choice with what the request would cost, then one quiet row with the list of all models and
 * a fold with a cheaper draft and all other options.
 */
export function optionsView(model: WidgetModel, actions: WidgetActions): View {
  const { options, words, open } = model;
  // While the fold is open, what is chosen in it stays there.
  const atOnce = options
    .filter(
      ({ name, isPriced, isChosen }) =>
        isPriced || (isChosen && !open.has('options')) || first.test(name),
    )
    .slice(0, mostAtOnce);
  const rest = options.filter((option) => !atOnce.includes(option));
  // Many models are priced a little at a time; the row comes once, when that is done.
  const isPricing = model.models.length === 0 && model.offered.models.length > 0;
  const offer = draftOffer(model);
  const isFolding = !isPricing && (rest.length > 0 || offer !== undefined);
  const picker = (!isPricing && model.parts.picker?.pickerView(model, actions)) || nothing;
  const about = aboutAccountView(model);
  const control = (option: OptionChoice): View => controlView(model, actions, option);
  return html`${atOnce.length > 0 ? groupView(words, atOnce.map(control)) : nothing}
  ${
    isPricing || isFolding || picker !== nothing || about !== nothing
      ? html`<div class="extras ${about === nothing ? '' : 'signs'}">
          ${
            isFolding || picker !== nothing
              ? html`<div class="doors">
                  ${picker}${isFolding ? foldButton(model, actions, rest.length, offer !== undefined) : nothing}
                </div>`
              : nothing
          }${about}
        </div>`
      : nothing
  }
  ${
    isFolding
      ? html`<div id="options" ?hidden=${!open.has('options')}>
          ${groupView(words, [draftView(model, actions, offer), ...rest.map(control)])}
        </div>`
      : nothing
  }`;
}

function groupView({ options }: WidgetModel['words'], controls: readonly View[]): TemplateResult {
  return html`<div class="options" part="options" role="group" aria-label=${options}>
    ${controls}
  </div>`;
}

/** Says what is folded: `Draft · 3 more options`. */
function foldButton(
  { words, open }: WidgetModel,
  actions: WidgetActions,
  count: number,
  hasDraft: boolean,
): TemplateResult {
  const folded = [
    ...(hasDraft ? [words.draftShort] : []),
    ...(count > 0 ? [words.moreOptions(count)] : []),
  ];
  return html`<button
    type="button"
    class="plain"
    part="more-options"
    aria-expanded=${open.has('options')}
    aria-controls="options"
    @click=${() => actions.toggle('options')}
  >
    ${folded.join(' · ')}<span class="fold" aria-hidden="true"></span>
  </button>`;
}

function controlView(model: WidgetModel, actions: WidgetActions, option: OptionChoice): View {
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

/**
 * Set when the option changes, not in each render: what is being typed stays. Each option has a field
 * of its own, so that nothing typed for one is left in that of another.
 */
function typedView(
  model: WidgetModel,
  { name, value = '', isChosen, spec }: OptionChoice,
  set: Set,
): View {
  const isNumber = spec.type === 'number';
  const { provider, model: id, route } = model.quote.request;
  const field = html`<label class="field"
    >${labelOf(model, name)}
    <input
      type=${isNumber ? 'number' : 'text'}
      part="option"
      name=${name}
      min=${spec.min ?? nothing}
      max=${spec.max ?? nothing}
      step=${isNumber && spec.whole ? '1' : 'any'}
      placeholder=${spec.usual ?? nothing}
      .value=${isChosen ? value : ''}
      @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
  /></label>`;
  return keyed([provider, id, route, name].join(' '), field) as View;
}

/** In plain words if we have some, else as the provider's list spells it. */
function labelOf({ words }: WidgetModel, name: string): string {
  const { optionNames } = words;
  const own = Object.hasOwn(optionNames, name) ? optionNames[name] : undefined;
  const spelt = name.replaceAll('_', ' ');
  return own ?? spelt.charAt(0).toUpperCase() + spelt.slice(1);
}
