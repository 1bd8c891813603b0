import { isAmount } from '../../../pricing/money.js';
import { warnOnce as sayOnce } from '../../warn-once.js';

/** What a page may set, as Lit wants to know it. */
export const attributes = {
  provider: { type: String },
  model: { type: String },
  models: { type: String },
  route: { type: String },
  size: { type: String },
  sizes: { type: String },
  count: { type: Number },
  maxCount: { type: Number, attribute: 'max-count' },
  prompt: { type: String },
  references: { attribute: false },
  seed: { type: Number },
  budget: { type: String },
  confirmOver: { type: String, attribute: 'confirm-over' },
  prices: { type: String },
  relay: { type: String },
  endpoint: { type: String },
  unitPrice: { type: String, attribute: 'unit-price' },
  temporaryAccount: { type: Boolean, attribute: 'temporary-account' },
  currency: { type: String },
  rate: { type: String },
  compact: { type: Boolean, reflect: true },
  disabled: { type: Boolean, reflect: true },
  lang: { type: String },
  sandbox: { attribute: false },
  deadlines: { attribute: false },
} as const;

/** Asked before a purchase that may cost more, unless the page says otherwise; US dollars. */
export const usualLimit = '0.50';

/** Texts that can be wrong, and what counts then: a limit nobody can read lets nothing pass. */
const texts: Readonly<
  Record<string, readonly [read: (text: string, value: unknown) => unknown, instead?: string]>
> = {
  budget: [amountOf, '0'],
  confirmOver: [amountOf, '0'],
  rate: [amountOf],
  prices: [(text) => /^(live|bundled|https:\/\/\S+)$/.exec(text)?.[0], 'bundled'],
  seed: [(_, value) => (Number.isSafeInteger(value) ? value : undefined)],
};

const values = new WeakMap<object, Record<string, unknown>>();

/** What counts where the page sets nothing; new objects each time. */
export function usual() {
  return {
    provider: 'puter',
    model: '',
    models: '',
    route: '',
    size: '1024x1024',
    sizes: '',
    count: 1,
    maxCount: 4,
    prompt: '',
    references: [],
    confirmOver: usualLimit,
    prices: 'live',
    unitPrice: '0',
    temporaryAccount: false,
    currency: 'USD',
    compact: false,
    disabled: false,
    sandbox: {},
    deadlines: {},
  };
}

/**
 * Bad markup is said once on the console, for the page's author; the reader sees it in the widget.
 * A reference still being measured or a
 * route that can't take one is the reader's business, not a mistake in the markup.
 */
export function warnOnce({ code, text }: { readonly code: string; readonly text: string }): void {
  if (!/reference|no-price|not-hosted/.test(code)) sayOnce(`<user-pays-image>: ${text}`);
}

/**
 * Gives a prototype accessors that put in order whatever a page sets. Lit wraps those that are
 * there before it.
 */
export function putInOrder(prototype: object): void {
  for (const name of Object.keys(attributes)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: object) {
        return values.get(this)?.[name];
      },
      set(this: object, value: unknown) {
        values.set(this, { ...values.get(this), [name]: tidied(name, value) });
      },
    });
  }
}

/**
 * What a property comes to, whatever a page sets it to: nothing means what is usual, text may come
 * as a number. A mistake is said once.
 */
function tidied(name: string, value: unknown): unknown {
  const standard = (usual() as Readonly<Record<string, unknown>>)[name];
  if (value === null || value === undefined) return standard;
  const text = written(value);
  const [read, instead] = texts[name] ?? [];
  if (read) {
    if (!text) return standard;
    const found = read(text, value);
    if (found === undefined)
      warnOnce({ code: name, text: `${name} can’t be ${JSON.stringify(text)}` });
    return found ?? instead;
  }
  if (typeof standard === 'string') return typeof value === 'string' ? value : text;
  return typeof standard === 'object' &&
    (typeof value !== 'object' || Array.isArray(standard) !== Array.isArray(value))
    ? standard
    : value;
}

function written(value: unknown): string {
  return String(value).trim();
}

/**
 * US dollars, or a rate, as a page's author may have typed it; `undefined` when it is no amount.
 */
function amountOf(text: string): string | undefined {
  const amount = text.replace(/^\./, '0.');
  return isAmount(amount) && amount[0] !== '-' ? amount : undefined;
}
