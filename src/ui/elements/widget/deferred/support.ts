import type { Generation } from '../../../../generation/machine.js';
import { providerName } from '../../../../accounts/provider-records.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';

type Failed = Extract<Generation, { readonly name: 'failed' }>;

/** The result of the last press of "copy", by failure. */
const pressed = new WeakMap<object, 'copied' | 'not-copied'>();

/**
 * One press copies what a provider needs to find a purchase: time, request, amount and its own
 * words, but neither key nor prompt. If the browser can't copy, the text is displayed.
 */
export function supportView(model: WidgetModel, actions: WidgetActions, failed: Failed): View {
  const { words } = model;
  const { error } = failed;
  const text = detailsOf(failed);
  const became = pressed.get(error);
  const end = (how: 'copied' | 'not-copied') => (): void => {
    pressed.set(error, how);
    actions.redraw();
  };
  const copy = (): void =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(end('copied'), end('not-copied'));
  return html`<p class="answers">
      <button type="button" class="second" part="copy-details" @click=${copy}>
        ${words.copyDetails}
      </button>
      <span role="status">${became === 'copied' ? words.copied : nothing}</span>
    </p>
    ${became === 'not-copied' ? html`<pre part="details-text" lang="en" dir="ltr">${text}</pre>` : nothing}`;
}

/** In English, which support reads; one fact a line. */
function detailsOf({ error, quote, state }: Failed): string {
  const pictures = state?.pictures ?? [];
  const { request } = quote;
  const at = pictures.find(({ receipt }) => receipt)?.receipt?.at;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Provider', providerName(request.provider)],
    ['Model', [request.model, request.route].filter(Boolean).join(' via ')],
    ['Size', `${request.width} × ${request.height}`],
    ['Time', at === undefined ? undefined : new Date(at).toISOString()],
    ['Charged, USD', error.facts['amount']],
    ['What happened', error.code],
    ['Their words', error.facts['detail']],
    ['Picture', error.facts['url']],
    ['Purchase', state?.id],
  ];
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n');
}
