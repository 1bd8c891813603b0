import { UserPaysError } from '../base/error.js';
import { text } from '../base/json.js';
import { pageText, pageValue } from '../base/page-value.js';
import { isPolluted } from '../base/polluted.js';
import { shared } from '../base/shared.js';
import { trustedPolicy } from '../base/trusted-policy.js';
import { documentValue } from './document-value.js';

/**
 * The part of Puter's SDK we use (checked against 2.6.3). The page may bring its own copy as
 * `window.puter`.
 */
export interface PuterSdk {
  readonly auth: {
    signIn(options?: {
      attempt_temp_user_creation?: boolean;
      request_auth?: boolean;
      /** Of releases after 2.6.3, which passes over both. */
      email?: string;
      returnUrl?: string;
    }): Promise<{ username?: string } | undefined>;
    signOut(): void;
    isSignedIn(): boolean;
  };
  readonly authToken?: string | null;
  readonly whoami?: { readonly username?: string };
  setAuthToken?(token: string): void;
  /** Calls back when the token or the server changes. */
  onAuthStateChanged?(listener: () => void): () => void;
}

export interface SdkOptions {
  /**
   * URL of the SDK; `https://js.puter.com/v2/` by default (evergreen). A self-hosted copy of a
   * release pins its version.
   */
  readonly url?: string;
  /** Milliseconds that loading may take before it counts as blocked. */
  readonly patience?: number;
}

/** Puter's own copy of the SDK. */
const standard = 'https://js.puter.com/v2/';

/** Settings that the SDK reads from the page whenever it needs them. */
const puterNames = ['PUTER_SDK_URL', 'PUTER_API_ORIGIN', 'PUTER_ORIGIN'];

/** Names that tell the SDK it does not run in a page. */
const otherPlaces = [
  'process',
  'WorkerGlobalScope',
  'ServiceWorkerGlobalScope',
  'puter_gui_enabled',
];

/** The page's SDK object, if it is loaded. */
export function presentSdk(): PuterSdk | undefined {
  const puter = pageValue('puter') as Partial<PuterSdk> | undefined;
  return typeof puter?.auth?.signIn === 'function' ? (puter as PuterSdk) : undefined;
}

/**
 * Keeps markup from setting what the SDK reads from `window`: `<a id="PUTER_ORIGIN">` would name
 * the server of its sign-in window. A name that no script of the page set to a text becomes an own
 * property of `window` without a value. Called before the SDK is loaded or signs in.
 */
export function hideNamedElements(): void {
  for (const name of puterNames) if (pageText(name) === undefined) setOnPage(name, undefined);
  for (const name of otherPlaces)
    if (!Object.hasOwn(globalThis, name) && name in globalThis) setOnPage(name, undefined);
}

function setOnPage(name: string, value: unknown): void {
  Reflect.defineProperty(globalThis, name, {
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor);
}

/**
 * Loads Puter's SDK, once and only on demand: nothing at import, nothing while the page loads.
 * Rejects with `blocked-by-browser`, charge `none`, when it can't be loaded (network, Content
 * Security Policy, Trusted Types, an ad blocker's empty script); the next call tries again. The SDK
 * itself reads `PUTER_API_ORIGIN` and `PUTER_ORIGIN` from the page; `PUTER_SDK_URL` names another
 * copy of the SDK.
 */
export function loadPuterSdk({ url, patience = 20_000 }: SdkOptions = {}): Promise<PuterSdk> {
  hideNamedElements();
  const sdk = presentSdk();
  if (sdk) return Promise.resolve(sdk);
  const flight = shared<{ now?: Promise<PuterSdk> | undefined }>('puter-sdk', 1, () => ({}));
  if (isPolluted())
    return Promise.reject(blocked(standard, 'something put data on Object.prototype'));
  const wanted = text(url) ?? pageText('PUTER_SDK_URL') ?? standard;
  const address = new URL(wanted, documentValue('baseURI')).href;
  flight.now ??= load(address, patience).finally(() => {
    flight.now = undefined;
  });
  return flight.now;
}

function load(url: string, patience: number): Promise<PuterSdk> {
  return new Promise((resolve, reject) => {
    // Disable the console banner, and the socket for file changes, which nothing here uses.
    if (pageValue('PUTER_QUIET') == null) setOnPage('PUTER_QUIET', true);
    if (pageValue('puter_socket_enabled') == null) setOnPage('puter_socket_enabled', false);
    const own = pending(url) === undefined;
    let script: HTMLScriptElement | undefined;
    const end = (detail: string): void => {
      clearTimeout(timer);
      const sdk = presentSdk();
      if (sdk) return resolve(sdk);
      if (own) script?.remove();
      reject(blocked(url, detail));
    };
    const timer = setTimeout(() => end('no answer'), patience);
    try {
      script = pending(url) ?? add(url);
      script.addEventListener('load', () => end('an empty script came'), { once: true });
      script.addEventListener('error', () => end('the script was refused'), { once: true });
    } catch (error) {
      end(String(error).slice(0, 200));
    }
  });
}

/**
 * The page's own script tag for the SDK, while the page is still loading. Loading a second copy
 * would replace the first one's object.
 */
function pending(url: string): HTMLScriptElement | undefined {
  return documentValue('readyState') === 'complete'
    ? undefined
    : [...documentValue('scripts')].find((script) => script.src === url);
}

function blocked(url: string, detail: string): UserPaysError {
  return new UserPaysError('blocked-by-browser', {
    stage: 'account',
    charge: 'none',
    retry: 'safe',
    facts: { host: new URL(url).host, detail },
  });
}

function add(url: string): HTMLScriptElement {
  const script = documentValue('createElement').call(document, 'script') as HTMLScriptElement;
  script.async = true;
  script.src = trusted(url);
  documentValue('head').append(script);
  return script;
}

/** Trusted Types requires a policy for a script's address; ours accepts the SDK's address only. */
function trusted(url: string): string {
  const { scripts, made } = trustedPolicy();
  scripts.add(url);
  return made?.createScriptURL(url) ?? url;
}
