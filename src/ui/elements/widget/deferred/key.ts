import type { TemplateResult } from 'lit';
import type { Keep } from '../../../../accounts/account.js';
import type { WidgetActions } from '../action-types.js';
import type { WidgetModel } from '../model.js';
import { takenForm } from '../../shared/taken-form.js';
import { keyLinkView } from './advice.js';
import { html } from 'lit';

const keeps: readonly Keep[] = ['memory', 'tab', 'device'];

/**
 * A field for the reader's own key. Its input events do not reach the page's listeners. The page's
 * scripts could still read it, and the text says so.
 */
export function keyView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { words: terms, payer } = model;
  const { relay } = model.settings;
  // Puter’s network carries it encrypted to the provider; a relay of the page’s owner could read
  // it.
  const through = relay !== undefined && URL.canParse(relay) ? new URL(relay).host : undefined;
  const taken = takenForm(submitted(model, actions));
  return html`<form
    class="key"
    part="key"
    autocomplete="off"
    @submit=${taken.submit}
    @input=${typed}
    @change=${unheard}
    @paste=${unheard}
    @keydown=${(event: KeyboardEvent) => {
      unheard(event);
      taken.keydown(event);
    }}
  >
    <label class="field"
      >${terms.key(payer.name)}
      <input
        type="password"
        name="key"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="key-missing key-warning"
        data-private
        data-sentry-mask
    /></label>
    <label class="field"
      >${terms.keyKeep}
      <select name="keep">
        ${keeps.map((keep) => html`<option value=${keep}>${terms.keep[keep]}</option>`)}
      </select></label
    >
    <button type="button" class="second" @click=${taken.click}>${terms.keyUse}</button>
    <p class="doubt" id="key-missing" part="key-missing" role="status"></p>
    <p class="quiet" id="key-warning">
      ${terms.keyWarning}
      ${through === undefined ? terms.keyTo(payer.name) : terms.keyThrough(payer.name, through)}
    </p>
    ${keyLinkView(model)}
  </form>`;
}

/**
 * Takes the key out of the field at once: no attribute or property of ours holds it, and the field
 * is empty afterwards.
 */
function submitted({ words, payer }: WidgetModel, actions: WidgetActions) {
  return (form: HTMLFormElement): void => {
    const field = form.elements.namedItem('key') as HTMLInputElement;
    const keep = (form.elements.namedItem('keep') as HTMLSelectElement).value as Keep;
    const key = field.value.trim();
    field.value = '';
    missing(form, key ? '' : words.keyNeeded(payer.name));
    if (key) actions.setKey(key, keep);
    else field.focus();
  };
}

/** Says that the field is empty, or no longer. */
function missing(form: HTMLFormElement, text: string): void {
  const said = form.querySelector('#key-missing');
  if (said && said.textContent !== text) said.textContent = text;
  form.querySelector('[name=key]')?.setAttribute('aria-invalid', String(text !== ''));
}

function typed(event: Event): void {
  unheard(event);
  missing(event.currentTarget as HTMLFormElement, '');
}

function unheard(event: Event): void {
  event.stopPropagation();
}
