import type { AccountState, Keep, SignInOptions } from '../accounts/account.js';
import { warnOnce } from '../base/warn-once.js';
import { putBundledPrices } from '../generation/bundled-prices.js';
import type { Generation } from '../generation/machine.js';
import type { Purchase } from '../generation/purchase.js';
import type { OptionSpec } from '../pricing/price-list-types.js';
import type { PricedRequest, Quote } from '../pricing/quote-types.js';
import { sizeText, sizeValue } from '../pricing/size-text.js';
import type { Tally } from '../spending/entry.js';
import { CheckoutCore, type CheckoutHost, type CheckoutServices } from './core.js';
import { optionChoices } from './option-choices.js';
import { ownServices } from './own-services.js';
import { providerChoices } from './provider-choices.js';
import { settingMistakes } from './setting-mistakes.js';
import type { CheckoutSettings, SettingChanges } from './settings.js';

export type { SettingChanges as CheckoutOptions } from './settings.js';

/** What a checkout is created with. */
export type CreateOptions = Partial<CheckoutSettings> & {
  /**
   * Called before each purchase. If it returns false, or a promise, nothing is sent and the purchase
   * is `vetoed`.
   */
  readonly beforeCharge?: (quote: Quote) => boolean;
};

/** A choice, with what the request would then cost. */
export interface Choice {
  /** For `update`: a model's id, a size as `WIDTHxHEIGHT`. */
  readonly value: string;
  readonly label: string;
  /** US dollars as decimal text; `undefined`: unknown. `low === high` where it is exact. */
  readonly total: { readonly low: string; readonly high: string } | undefined;
  readonly exactness: Quote['exactness'];
  /** True for play money. */
  readonly simulated: boolean;
}

/** An option of the model and its possible values. */
export interface OptionChoices {
  /** For `update`: a key of `options`. */
  readonly name: string;
  readonly type: OptionSpec['type'];
  /** The chosen value as text, else the default; `undefined`: nothing is sent. */
  readonly value: string | undefined;
  /** The possible values, each with what the request would cost; empty if the value is typed. */
  readonly choices: readonly Choice[];
}

export interface Choices {
  /** Cheapest first, those without a price last. */
  readonly models: readonly Choice[];
  readonly sizes: readonly Choice[];
  /** The model's options besides size, in the order of the provider's list. */
  readonly options: readonly OptionChoices[];
  /**
   * The providers to choose from (the setting `providers`, else the one provider of the settings),
   * each with the price after `update({ provider })`.
   */
  readonly providers: readonly Choice[];
}

/**
 * A purchase without an interface: settings in; quote, state, choices, account and tally out.
 * Values read from it never change later.
 */
export interface Checkout {
  readonly settings: CheckoutSettings;
  /**
   * The price of exactly these settings. A purchase is made at the quote last read. A model beyond
   * the first price list (`unknown-model`), or a reference that is still being measured, has its
   * price a moment later: `subscribe` tells.
   */
  readonly quote: Quote;
  readonly generation: Generation;
  readonly account: AccountState;
  /** What was spent in this browser, in all tabs. Simulated money is separate. */
  readonly tally: Tally;
  readonly choices: Choices;
  /**
   * Changes some settings. Never throws: an invalid value is replaced by the default and reported
   * once on the console.
   */
  update(changes: SettingChanges): void;
  /**
   * Calls back after any change, once for all changes of a turn; not for what is so already. The
   * returned function ends it. What a listener throws is reported and keeps nothing from others.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Buys at the price last read. While a purchase is under way, the same promise. Real money needs
   * the reader's act: the event of their press, or `navigator.userActivation`. Where the reader must
   * be asked first, the state is `confirming` until `confirm` or `cancel`. A press that is refused
   * at once (`invalid-input`, `no-gesture`) or held back leaves the state as it was: only the
   * promise tells.
   *
   * @throws UserPaysError (as a rejection)
   */
  generate(by?: Event): Promise<Purchase>;
  /**
   * The reader's yes to the quote of the state `confirming`. Needs their act, like `generate`;
   * without it, or for another quote, nothing happens.
   */
  confirm(quoteId: string, by?: Event): void;
  /**
   * Stops waiting, or says no to what is asked. What was already sent may still be charged; at Puter,
   * which can't be told to stop, it goes on and its picture is kept.
   */
  cancel(): void;
  /**
   * Call it when the reader first touches the interface: loads live prices, the balance and what
   * signing in needs.
   */
  touch(): void;
  /** Opens the provider's window; call it in the reader's act. */
  signIn(options?: SignInOptions): Promise<AccountState>;
  signOut(): void;
  setKey(key: string, options?: { keep?: Keep }): Promise<AccountState>;
  /** Removes all listeners. A purchase in progress goes on; the next checkout recovers it. */
  close(): void;
}

type Acts = Pick<
  Checkout,
  'update' | 'generate' | 'confirm' | 'cancel' | 'touch' | 'signIn' | 'signOut' | 'setKey'
>;

/** Creates a checkout on the page's own services, which all checkouts and elements share. */
export function createCheckout(options: CreateOptions = {}): Checkout {
  // Without an element to load them later, all providers' prices are loaded at once.
  putBundledPrices(ownServices.page().prices);
  return checkoutOn(ownServices, options);
}

/** Creates a checkout on services of the caller's. */
export function checkoutOn(
  services: CheckoutServices,
  { beforeCharge, ...settings }: CreateOptions,
): Checkout {
  const listeners = new Set<() => void>();
  const core = new CheckoutCore(hostFor(listeners, beforeCharge), services);
  const acts = actsOn(core);
  acts.update(settings);
  let stopPrices: (() => void) | undefined;
  if (globalThis.location) core.connect();
  // Outside a page there is nothing to listen to but prices.
  else stopPrices = services.page().prices.subscribe(() => core.update({}));
  return Object.freeze<Checkout>({
    get settings() {
      return core.settings;
    },
    get quote() {
      return core.show();
    },
    get generation() {
      return core.generation;
    },
    get account() {
      return core.account.state;
    },
    get tally() {
      return core.page.journal.tally();
    },
    get choices() {
      return choicesOf(core);
    },
    subscribe: (listener) => {
      // The same function may be given twice, and each is ended by itself.
      const one = (): void => listener();
      listeners.add(one);
      return () => void listeners.delete(one);
    },
    ...acts,
    close: () => {
      listeners.clear();
      stopPrices?.();
      core.disconnect();
    },
  });
}

function hostFor(
  listeners: ReadonlySet<() => void>,
  beforeCharge: CreateOptions['beforeCharge'],
): CheckoutHost {
  let isWaiting = false;
  const changed = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      for (const listener of [...listeners])
        try {
          // One of them may have ended it.
          if (listeners.has(listener)) listener();
        } catch (error) {
          // It is reported to the page and does not affect other listeners.
          setTimeout(() => {
            throw error;
          });
        }
    });
  };
  return {
    changed,
    isOff: () => false,
    askForKey: () => undefined,
    mayCharge: (quote) => {
      const answer: unknown = beforeCharge?.(quote);
      // A promise is no yes: its answer would come after the order was sent.
      return answer !== false && !(answer instanceof Promise);
    },
    onState: changed,
    onFailure: changed,
    onTally: changed,
  };
}

/** The methods, as calls of the core. */
function actsOn(core: CheckoutCore): Acts {
  return {
    update: (changes) => {
      // A page may pass nothing. Own names only: no setting comes from a prototype.
      for (const name of Object.keys(Object(changes) as object))
        try {
          core.update({ [name]: changes[name as keyof SettingChanges] });
        } catch {
          // What can't be read is what no setting takes: a limit then allows nothing.
          core.update({ [name]: '?' });
        }
      core.show();
      settingMistakes(core.source).forEach(warnOnce);
    },
    generate: (by) => core.generate(by),
    confirm: (quoteId, by) => core.purchases.confirm(quoteId, by),
    cancel: () => void core.purchases.cancel(),
    touch: () => core.touched(),
    signIn: (options) => core.account.signIn(options),
    signOut: () => core.account.signOut(),
    setKey: (key, keeping) => core.account.setKey(key, keeping),
  };
}

function choicesOf(core: CheckoutCore): Choices {
  return {
    models: core.choices.models.map(({ id, name, priced }) => choice(id, name, priced)),
    sizes: core.choices.sizes.map(({ priced, ...size }) =>
      choice(sizeValue(size), sizeText(size), priced),
    ),
    options: optionChoices(core.source, core.quote).map(({ name, spec, value, values }) => ({
      name,
      type: spec.type,
      value,
      choices: values.map((one) => choice(one.value, one.value, one.priced)),
    })),
    providers: providerChoices(core).map(({ id, name, priced }) => choice(id, name, priced)),
  };
}

function choice(
  value: string,
  label: string,
  { total, exactness, simulated }: Pick<PricedRequest, 'total' | 'exactness' | 'simulated'>,
): Choice {
  return { value, label, total, exactness, simulated: simulated === true };
}
