import type { TemplateResult } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { ModelChoice } from '../../../../checkout/choices.js';
import type { CheckoutSettings } from '../../../../checkout/settings.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { css } from '../../../styles/css.js';
import { minus, toText, usd, compareUsd, sum } from '../../../../pricing/money.js';
import { html, nothing } from 'lit';
import { priceText, amount, inFull } from '../../../amount.js';

export const style = css`
  .plan {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 8px 20px;
    padding: 12px 0 4px;
  }
  .plan .field {
    flex: 1 1 13em;
  }
  .plan .field select {
    width: 100%;
  }
  .plan p {
    flex: 1 1 auto;
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

/** The plan's two models, each with its price for one picture like the one on show. */
function planned(model: WidgetModel): { draft: ModelChoice; final: ModelChoice } | undefined {
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

/** A draft and its final, both priced before the first click, and what drafting saves. */
export function planView(model: WidgetModel, actions: WidgetActions): View {
  const { words: terms, open, amounts } = model;
  const plan = planned(model);
  if (!plan) return nothing;
  const { draft, final } = plan;
  const menu = (which: 'draft' | 'final', label: string): TemplateResult =>
    html`<label class="field"
      >${label}
      <select
        part=${which === 'draft' ? 'draft-model' : 'final-model'}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          actions.plan({ draft: draft.id, final: final.id, [which]: value });
          if (which === 'draft') actions.change({ model: value, route: '' });
        }}
      >
        ${model.models
          .filter(({ priced }) => priced.total)
          .map(
            ({ id, name, priced }) =>
              html`<option value=${id} ?selected=${id === plan[which].id}>
                ${name} · ${priceText(priced, amounts)}
              </option>`,
          )}
      </select></label
    >`;
  return html`<div class="plan" role="group" aria-label=${terms.drafts} part="plan">
    ${menu('draft', terms.draftOn)}${menu('final', terms.finalOn)}
    <p>
      ${togetherView(model)}${open.has('receipt') ? nothing : html` ${savingText(model, amountsOf(model)?.saving)}`}
    </p>
    <button
      type="button"
      class="plain"
      part="draft"
      @click=${() => actions.toggle('drafts', false)}
    >
      ${terms.draftStop}
    </button>
  </div>`;
}

/** What a draft and its final cost, and both together, with every digit: they add up. */
function togetherView(model: WidgetModel): View {
  const { words, dollars } = model;
  const both = amountsOf(model);
  const whole = (text: string): string =>
    amount(text, dollars, both ? inFull(both.low, both.high) : {});
  const together = (a: string, b: string): string => whole(toText(sum([usd(a), usd(b)])));
  return both
    ? html`${words.draftPlan(whole(both.low), whole(both.high), together(both.low, both.high))}`
    : nothing;
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
