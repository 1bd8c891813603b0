import type { TemplateResult } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { ModelChoice } from '../../../../checkout/choices.js';
import type { CheckoutSettings } from '../../../../checkout/settings.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { css } from '../../../styles/css.js';
import { minus, toText, usd, compareUsd, sum } from '../../../../pricing/money.js';
import { html, nothing } from 'lit';
import { priceText, amount, inFull } from '../../../amount.js';

/** The models of the draft and of the final, with their prices. */
interface Planned {
  readonly draft: ModelChoice;
  readonly final: ModelChoice;
}

export const style = css`
  .plan {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 0 4px;
  }
  .plan .pick {
    font-size: 0.96em;
  }
  .plan [aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .plan p {
    flex: 1 1 100%;
    margin: 0;
    color: var(--quiet);
    font-size: 0.92em;
  }
`;

/** What each draft saves, for the receipt. */
export function planNoteView(model: WidgetModel): View {
  const saving = amountsOf(model)?.saving;
  return saving === undefined ? nothing : html`<p class="quiet">${savingText(model, saving)}</p>`;
}

function amountsOf(
  model: WidgetModel,
): { low: string; high: string; saving: string | undefined } | undefined {
  const plan = planned(model);
  const [low, high] = [plan?.draft.priced.total?.high, plan?.final.priced.total?.high];
  return low === undefined || high === undefined
    ? undefined
    : {
        low,
        high,
        saving:
          compareUsd(usd(low), usd(high)) < 0 ? toText(minus(usd(high), usd(low))) : undefined,
      };
}

/** The plan's two models, each with its price for one picture of the displayed request. */
function planned(model: WidgetModel): Planned | undefined {
  const { plan } = model;
  const find = (id: string | undefined): ModelChoice | undefined => {
    const choice = model.models.find((each) => each.id === id);
    return choice && { ...choice, priced: model.priceWith({ model: choice.id, count: 1 }) };
  };
  const [draft, final] = [find(plan?.draft), find(plan?.final)];
  return draft && final ? { draft, final } : undefined;
}

function savingText({ words, dollars }: WidgetModel, saving: string | undefined): View | string {
  return saving === undefined ? nothing : words.draftSaves(amount(saving, dollars, { down: true }));
}

/**
 * A draft and its final, both priced before the first click, and what drafting saves. The menu of
 * models changes the one that is chosen.
 */
export function planView(model: WidgetModel, actions: WidgetActions): View {
  const { words, plan, open } = model;
  const both = planned(model);
  if (!plan || !both) return nothing;
  const saving = open.has('receipt') ? nothing : savingText(model, amountsOf(model)?.saving);
  return html`<div class="plan" role="group" aria-label=${words.drafts} part="plan">
    ${choiceView(model, actions, both.draft, 'draft')}${choiceView(model, actions, both.final, 'final')}
    <button
      type="button"
      class="plain"
      part="draft"
      @click=${() => actions.toggle('drafts', false)}
    >
      ${words.draftStop}
    </button>
    <p>${togetherView(model, both)} ${saving}</p>
  </div>`;
}

/** One of the two with its price; pressed if the button buys it. */
function choiceView(
  { words, plan, amounts }: WidgetModel,
  actions: WidgetActions,
  { id, priced }: ModelChoice,
  which: 'draft' | 'final',
): TemplateResult {
  const price = priceText(priced, amounts) ?? words.priceUnknown;
  return html`<button
    type="button"
    class="pick"
    part=${which === 'draft' ? 'draft-choice' : 'final-choice'}
    aria-pressed=${plan?.on === which}
    @click=${() => actions.change({ model: id, route: '' })}
  >
    ${which === 'draft' ? words.draftChoice(price) : words.finalChoice(price)}
  </button>`;
}

/** Both models, what each costs, and the sum. With every digit, so that they add up. */
function togetherView(model: WidgetModel, { draft, final }: Planned): View {
  const { words, dollars } = model;
  const both = amountsOf(model);
  if (!both) return nothing;
  const whole = (text: string): string => amount(text, dollars, inFull(both.low, both.high));
  const each = (name: string, price: string): string => `${name} (${whole(price)})`;
  const together = whole(toText(sum([usd(both.low), usd(both.high)])));
  return html`${words.draftPlan(each(draft.name, both.low), each(final.name, both.high), together)}`;
}

/**
 * One click from a draft to its final: the same words, seed and size on the best model, at the
 * price on the button.
 */
export function promoteView(
  model: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
): View {
  const plan = planned(model);
  if (!plan || picture.receipt?.model !== plan.draft.id || plan.draft.id === plan.final.id)
    return nothing;
  const { words: terms, amounts } = model;
  const price = priceText(plan.final.priced, amounts) ?? terms.priceUnknown;
  return html`<button
    type="button"
    class="second final"
    part="promote"
    ?disabled=${model.isOff}
    @click=${(event: MouseEvent) => {
      if (event.detail < 2)
        actions.buyAt(plan.final.priced.total?.high, finalOf(picture, plan.final));
    }}
  >
    ${terms.makeFinal(plan.final.name, plan.final.simulated ? terms.simulated(price) : price)}
  </button>`;
}

/** The draft's words and seed on the model of the final. */
function finalOf(
  { image, seed }: PictureState,
  { id, seed: takesSeed }: ModelChoice,
): Partial<CheckoutSettings> {
  const settings = { model: id, route: '', count: 1, seed: takesSeed ? seed : undefined };
  return image?.alt ? { ...settings, prompt: image.alt } : settings;
}
