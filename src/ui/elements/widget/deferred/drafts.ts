import type { TemplateResult } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { ModelChoice } from '../choices.js';
import { isOff } from '../is-off.js';
import type { View, Widget } from '../view.js';
import { css } from '../../../styles/css.js';
import { modelChoices, priceWith, takeModel } from '../choices.js';
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
export function planNoteView(widget: Widget): View {
  const saving = amountsOf(widget)?.saving;
  return saving === undefined ? nothing : html`<p class="quiet">${savingText(widget, saving)}</p>`;
}

function amountsOf(
  widget: Widget,
): { low: string; high: string; saving: string | undefined } | undefined {
  const plan = planned(widget);
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
function planned(widget: Widget): { draft: ModelChoice; final: ModelChoice } | undefined {
  const { plan } = widget.widgetState;
  const find = (id: string | undefined): ModelChoice | undefined => {
    const choice = modelChoices(widget).find((model) => model.id === id);
    return choice && { ...choice, priced: priceWith(widget, { model: choice.id, count: 1 }) };
  };
  const [draft, final] = [find(plan?.draft), find(plan?.final)];
  return draft && final ? { draft, final } : undefined;
}

function savingText({ words, dollars }: Widget, saving: string | undefined): View | string {
  return saving === undefined ? nothing : words.draftSaves(amount(saving, dollars, { down: true }));
}

/** A draft and its final, both priced before the first click, and what drafting saves. */
export function planView(widget: Widget): View {
  const { words: terms, widgetState, amounts } = widget;
  const plan = planned(widget);
  if (!plan) return nothing;
  const { draft, final } = plan;
  const menu = (which: 'draft' | 'final', label: string): TemplateResult =>
    html`<label class="field"
      >${label}
      <select
        part=${`${which}-model`}
        @change=${(event: Event) => {
          widgetState.plan = {
            draft: draft.id,
            final: final.id,
            [which]: (event.target as HTMLSelectElement).value,
          };
          if (which === 'draft') takeModel(widget, widgetState.plan.draft);
          widget.requestUpdate();
        }}
      >
        ${modelChoices(widget)
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
      ${togetherView(widget)}${widgetState.isOpen('receipt') ? nothing : html` ${savingText(widget, amountsOf(widget)?.saving)}`}
    </p>
    <button
      type="button"
      class="plain"
      part="draft"
      @click=${() => widgetState.toggle('drafts', false)}
    >
      ${terms.draftStop}
    </button>
  </div>`;
}

/** What a draft and its final cost, and both together, with every digit: they add up. */
function togetherView(widget: Widget): View {
  const { words, dollars } = widget;
  const both = amountsOf(widget);
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
export function promoteView(widget: Widget, picture: PictureState): View {
  const plan = planned(widget);
  if (!plan || picture.receipt?.model !== plan.draft.id || plan.draft.id === plan.final.id)
    return nothing;
  const { words: terms, amounts } = widget;
  const price = priceText(plan.final.priced, amounts) ?? terms.priceUnknown;
  return html`<button
    type="button"
    class="second final"
    part="promote"
    ?disabled=${isOff(widget)}
    @click=${(event: MouseEvent) => {
      if (event.detail < 2) promote(widget, picture, plan.final).catch(() => undefined);
    }}
  >
    ${terms.makeFinal(plan.final.name, plan.final.simulated ? terms.simulated(price) : price)}
  </button>`;
}

/** Sets the widget up for the final and buys it, if it still costs what the button said. */
async function promote(widget: Widget, picture: PictureState, final: ModelChoice): Promise<void> {
  const { image, seed } = picture;
  takeModel(widget, final.id);
  widget.count = 1;
  if (image?.alt) widget.prompt = image.alt;
  widget.seed = final.seed ? seed : undefined;
  await widget.updateComplete;
  const now = widget.quote;
  if (now?.request.model === final.id && now.total?.high === final.priced.total?.high)
    await widget.generate();
}
