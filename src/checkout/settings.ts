import type { Seed } from '../base/seed.js';
import { warnOnce } from '../base/warn-once.js';
import { plainAmount } from '../pricing/money.js';
import type { Deadlines } from '../providers/image-provider.js';
import { listed, parseOptions, type RequestOptions } from './request.js';
import type { SandboxScript } from '../providers/sandbox-script.js';

/**
 * What a page may set: the attributes of `<user-pays-image>`, as properties. Amounts are US dollars
 * as decimal text, sizes `WIDTHxHEIGHT` in pixels.
 */
export interface CheckoutSettings {
  readonly provider: string;
  /**
   * Who the reader may choose to pay, separated by spaces; the first is paid where `provider` names
   * none of them. Empty: only `provider`.
   */
  readonly providers: string;
  /** Catalogue id; empty: the provider's cheapest adequate one. */
  readonly model: string;
  /** Ids the reader may choose from, separated by spaces; empty: all with a price. */
  readonly models: string;
  /** Who serves it where a provider has several; empty: the cheapest. */
  readonly route: string;
  /** What the model offers beside size, by the provider's names; as text `quality=high steps=8`. */
  readonly options: RequestOptions;
  readonly size: string;
  /** Sizes the reader may choose from, separated by spaces; empty: what the model makes. */
  readonly sizes: string;
  readonly count: number;
  readonly maxCount: number;
  readonly prompt: string;
  readonly references: readonly Blob[];
  /** For models that take a mask: white where the first reference may change. */
  readonly mask: Blob | undefined;
  readonly seed: Seed | undefined;
  /** The page owner's cap for a session. */
  readonly budget: string | undefined;
  /** Asks before a purchase that may cost more; `undefined`: see `askedOver`. */
  readonly confirmOver: string | undefined;
  /** `live`, `bundled`, or the https address of a price list. */
  readonly prices: string;
  /** https address of a relay for providers that refuse browsers, or `puter`. */
  readonly relay: string | undefined;
  /** Base address of an OpenAI-compatible server. */
  readonly endpoint: string | undefined;
  /**
   * What a picture costs on that server; empty: nothing on this machine, elsewhere unknown. Less than
   * $0.0001 elsewhere is unknown, too.
   */
  readonly unitPrice: string;
  /** The page's own id at a provider whose sign-in wants one; empty: the reader pastes a key. */
  readonly clientId: string;
  /** Puter: a reader without an account may go on with a temporary one. */
  readonly temporaryAccount: boolean;
  readonly disabled: boolean;
  readonly sandbox: SandboxScript;
  /** Milliseconds; defaults apply to missing ones. */
  readonly deadlines: Partial<Deadlines>;
  /** For the interface: another currency, its amount per dollar, and a smaller layout. */
  readonly currency: string;
  readonly rate: string | undefined;
  readonly compact: boolean;
}

/** The limit above which a purchase is asked about, unless the page says otherwise. */
export const askedOver = '0.50';

/**
 * Characters. No provider documents more than a few thousand words, and a browser lays out longer
 * ones for seconds.
 */
export const longestPrompt = 100_000;

/** What counts where the page sets nothing; new objects each time. */
export function usualSettings(): CheckoutSettings {
  return {
    provider: 'puter',
    providers: '',
    model: '',
    models: '',
    route: '',
    options: {},
    size: '1024x1024',
    sizes: '',
    count: 1,
    maxCount: 4,
    prompt: '',
    references: [],
    mask: undefined,
    seed: undefined,
    budget: undefined,
    confirmOver: undefined,
    prices: 'live',
    relay: undefined,
    endpoint: undefined,
    unitPrice: '',
    clientId: '',
    temporaryAccount: false,
    disabled: false,
    sandbox: {},
    deadlines: {},
    currency: 'USD',
    rate: undefined,
    compact: false,
  };
}

/**
 * Settings as a page has them: text may come as a number and the other way round, nothing means
 * what is usual.
 */
export type SettingChanges = { readonly [Name in keyof CheckoutSettings]?: unknown };

type Reader = readonly [
  read: (text: string, value?: unknown) => unknown,
  instead?: string,
  attribute?: string,
];

/** Settings whose text can be invalid, and the value used then: an unreadable limit allows nothing. */
const texts: Readonly<Record<string, Reader>> = {
  budget: [amountOf, '0'],
  confirmOver: [amountOf, '0', 'confirm-over'],
  rate: [amountOf],
  relay: [String],
  endpoint: [String],
  prices: [(text) => /^(live|bundled|https:\/\/\S+)$/.exec(text)?.[0], 'bundled'],
  seed: [seedFrom],
};

/** Settings with some of them changed; `payee` is whom the page or the reader last named. */
export function changedSettings(
  settings: CheckoutSettings,
  changes: SettingChanges,
  payee: unknown,
): CheckoutSettings {
  const known = Object.keys(settings) as (keyof CheckoutSettings)[];
  const read = known
    .filter((name) => Object.hasOwn(changes, name))
    .map((name) => [name, normalized(name, changes[name])]);
  const all = { ...settings, ...(Object.fromEntries(read) as object) };
  const [first, ...others] = listed(all.providers);
  const provider = normalized('provider', payee || first);
  return { ...all, provider: first && !others.includes(provider) ? first : provider };
}

/**
 * What a setting comes to, whatever a page sets it to: nothing, also as empty text, means what is
 * usual; frameworks and templates set text as numbers and numbers as text. Never throws; a mistake
 * is said once on the console.
 */
function normalized<Name extends keyof CheckoutSettings>(
  name: Name,
  value: unknown,
): CheckoutSettings[Name] {
  return read(name, value, usualSettings()[name]) as CheckoutSettings[Name];
}

function read(name: string, value: unknown, usual: unknown): unknown {
  if (value === null || value === undefined || value === '') return usual;
  if (name === 'options') return optionsFrom(value);
  const text = written(value);
  if (/^provider/.test(name)) return text.toLowerCase();
  const reader = texts[name];
  if (reader) return readText(name, text, reader, value) ?? usual;
  if (typeof usual === 'number') return Number(text);
  if (typeof usual === 'boolean') return Boolean(value);
  // JavaScript writes small numbers with an exponent.
  if (typeof value === 'number' && usual === '') return plainAmount(text) ?? text;
  if (typeof usual === 'string') return typeof value === 'string' ? value : text;
  if (name === 'mask') return blobsIn(name, value)[0];
  if (Array.isArray(usual)) return blobsIn(name, value);
  if (typeof usual !== 'object') return value;
  return typeof value === 'object' ? value : usual;
}

/** One, or several in an array or in a `FileList`. Anything else is named on the console. */
function blobsIn(name: string, value: unknown): Blob[] {
  const isList = typeof value === 'object' && 'length' in (value as object);
  const all = isList ? ([].slice.call(value) as unknown[]) : [value];
  return all.filter((one): one is Blob => {
    // A file of another window is no instance of this window's `Blob`.
    const kind = {}.toString.call(one).slice(8, -1);
    if (one instanceof Blob || /^(Blob|File)$/.test(kind)) return true;
    warnOnce(`${name}: ${typeof one === 'string' ? one : kind} is no file`);
    return false;
  });
}

function written(value: unknown): string {
  return String(value).trim();
}

function optionsFrom(value: unknown): RequestOptions {
  return typeof value === 'object'
    ? { ...(value as RequestOptions) }
    : parseOptions(written(value));
}

function readText(
  name: string,
  text: string,
  [readIt, instead, attribute]: Reader,
  value: unknown,
): unknown {
  if (!text) return undefined;
  const found = readIt(text, value);
  if (found !== undefined) return found;
  // "$1" and "1 USD" are not taken for a limit, but for a slip of the pen.
  const [meant = ''] = /[\d.]+/.exec(text) ?? [];
  const isPlain = meant && !/[,-]/.test(text) && Number(readIt(meant)) === Number(meant);
  const hint = isPlain ? `; did you mean "${meant}"?` : '';
  warnOnce(`${attribute ?? name} can’t be ${JSON.stringify(text)}${hint}`);
  return instead;
}

/**
 * Tells the page's author once. A reference still being measured or a route that can't take one is
 * the reader's business, not a mistake of the page.
 */
export function warnOfMistake(code: string, text: string): void {
  if (!/reference|no-price|not-hosted/.test(code)) warnOnce(`${code}: ${text}`);
}

/** A number beyond 2^53 has lost its last digits; text has not. */
function seedFrom(text: string, value: unknown): Seed | undefined {
  if (/\d$/.test(text) && Number.isSafeInteger(+text)) return +text;
  return typeof value === 'string' && /^\d{16,20}$/.test(text) ? text : undefined;
}

/** An amount as an author may have typed it; `undefined` when it is none. */
function amountOf(text: string): string | undefined {
  const amount = plainAmount(text.replace(/^\./, '0.'));
  return amount?.startsWith('-') ? undefined : amount;
}
