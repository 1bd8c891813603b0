/** What a page may set, as Lit wants to know it. */
export const attributes = {
  provider: { type: String }, model: { type: String }, models: { type: String }, route: { type: String },
  size: { type: String }, sizes: { type: String }, count: { type: Number }, maxCount: { type: Number, attribute: 'max-count' },
  prompt: { type: String }, references: { attribute: false }, seed: { type: Number },
  budget: { type: String }, confirmOver: { type: String, attribute: 'confirm-over' }, prices: { type: String },
  relay: { type: String }, endpoint: { type: String }, unitPrice: { type: String, attribute: 'unit-price' },
  temporaryAccount: { type: Boolean, attribute: 'temporary-account' }, currency: { type: String }, rate: { type: String }, compact: { type: Boolean, reflect: true }, disabled: { type: Boolean, reflect: true },
  lang: { type: String }, sandbox: { attribute: false }, deadlines: { attribute: false },
} as const;

/** Asked before a purchase that may cost more, unless the page says otherwise; US dollars. */
export const usualLimit = '0.50';

/** What counts where the page sets nothing; new objects each time. */
export const usual = () => ({
  provider: 'puter', model: '', models: '', route: '', size: '1024x1024', sizes: '', count: 1, maxCount: 4, prompt: '', references: [],
  confirmOver: usualLimit, prices: 'live', unitPrice: '0', temporaryAccount: false, currency: 'USD', compact: false, disabled: false, sandbox: {}, deadlines: {},
});

const warned = new Set<string>();

/**
 * Bad markup is said once on the console, for the page's author; the reader sees it in the widget. A reference still being measured or a
 * route that can't take one is the reader's business, not a mistake in the markup.
 */
export const warnOnce = ({ code, text }: { readonly code: string; readonly text: string }): void => {
  if (warned.has(text) || /reference|no-price|not-hosted/.test(code)) return;
  warned.add(text);
  console.warn(`<user-pays-image>: ${text}`);
};
