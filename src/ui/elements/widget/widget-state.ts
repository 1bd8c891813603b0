import type { ReactiveController } from 'lit';
import { isBusy, type Generation } from '../../../generation/machine.js';
import { priceText } from '../../amount.js';
import { addWords, loadTerms, onTerms } from '../../i18n/index.js';
import { partMissing } from '../../part-missing.js';
import type { Widget } from './view.js';

/** Milliseconds of quiet before a changed price is spoken. */
const calm = 800;

/** What the reader can open and close. */
export type Section = 'receipt' | 'exact' | 'details' | 'gallery' | 'drafts';

/**
 * What is on the till beside the purchase itself: what is open, what ticks, what is said aloud,
 * where the focus goes back to.
 */
export class WidgetState implements ReactiveController {
  /** The price as it is spoken; empty until it changes for the first time. */
  said = '';
  /** A failure the reader has dealt with. */
  dismissed: Generation | undefined;
  /** True while pictures hang over the till. */
  dragging = false;
  /** The models a draft and its final are made on. */
  plan: { readonly draft: string; readonly final: string } | undefined;
  /** Until when the provider asked to be left alone, by the page's clock. */
  retryAt = 0;

  readonly #host: Widget;
  readonly #open = new Set<Section>();
  readonly #memos = new Map<string, { on: readonly unknown[]; value: unknown }>();
  readonly #parts = new Map<unknown, unknown>();
  #seen: Generation | undefined;
  #shown: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #every = 0;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #focused: Element | null = null;
  #unhear: (() => void) | undefined;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  isOpen(fold: Section): boolean {
    return this.#open.has(fold);
  }

  toggle(fold: Section, open = !this.#open.has(fold)): void {
    if (open) this.#open.add(fold);
    else this.#open.delete(fold);
    this.#host.requestUpdate();
  }

  /**
   * What `make` made for the same `on` as last time, without making it again: prices of a whole
   * menu on each key press.
   */
  memo<T>(name: string, on: readonly unknown[], make: () => T): T {
    const known = this.#memos.get(name);
    if (
      known &&
      known.on.length === on.length &&
      known.on.every((one, index) => Object.is(one, on[index]))
    )
      return known.value as T;
    const value = make();
    this.#memos.set(name, { on, value });
    return value;
  }

  /** A part that is fetched when it is first needed; `undefined` until it is here. */
  lazy<T extends object>(load: () => Promise<T>): T | undefined {
    if (!this.#parts.has(load)) {
      this.#parts.set(load, undefined);
      load().then(
        (part) => {
          this.#parts.set(load, part);
          if ('words' in part) addWords(part.words as object);
          if ('style' in part && typeof part.style === 'string') this.#wear(part.style);
          this.#host.requestUpdate();
        },
        (cause: unknown) => {
          this.#parts.delete(load);
          partMissing(cause);
        },
      );
    }
    return this.#parts.get(load) as T | undefined;
  }

  /**
   * What is shown beyond the first look: receipt, advice, progress, prints, failures. Asked for
   * with the first look, so that it is here before the first press.
   */
  get deferred(): Awaited<ReturnType<typeof loadDeferred>> | undefined {
    return this.lazy(loadDeferred);
  }

  /** Milliseconds until the button may be pressed again. */
  get wait(): number {
    return Math.max(0, this.retryAt - this.#host.pageServices.clock.now());
  }

  get isOffline(): boolean {
    return typeof navigator !== 'undefined' && !navigator.onLine;
  }

  hostConnected(): void {
    const update = (): void => this.#host.requestUpdate();
    const watch = new MutationObserver(update);
    watch.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
    const stops = [
      onTerms(update),
      this.#host.pageServices.recovered.subscribe(update),
      this.#host.pageServices.prices.subscribe(update),
    ];
    for (const type of ['online', 'offline']) addEventListener(type, update);
    this.#unhear = () => {
      watch.disconnect();
      for (const stop of stops) stop();
      for (const type of ['online', 'offline']) removeEventListener(type, update);
    };
  }

  hostDisconnected(): void {
    this.#unhear?.();
    this.#tick(0);
    clearTimeout(this.#speaking);
  }

  hostUpdate(): void {
    const { generation, pageServices, language } = this.#host;
    void loadTerms(language);
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    if (generation === this.#seen) return;
    this.#seen = generation;
    const after = generation.name === 'failed' ? Number(generation.error.facts.retryAfterMs) : NaN;
    // Only what failed now: an element that comes back to the page must not start waiting anew.
    if (after > 0) this.retryAt = pageServices.clock.now() + Math.min(after, 3_600_000);
  }

  hostUpdated(): void {
    this.#tick(isBusy(this.#host.generation) ? 100 : this.wait > 0 ? 250 : 0);
    this.#speak();
    this.#refocus();
  }

  /** Draws again and again while something on show depends on the time. */
  #tick(every: number): void {
    if (every === this.#every) return;
    clearInterval(this.#timer);
    this.#every = every;
    if (every)
      this.#timer = setInterval(() => {
        if (document.visibilityState === 'visible') this.#host.requestUpdate();
      }, every);
  }

  #speak(): void {
    const { quote, amounts, terms } = this.#host;
    const text = priceText(quote, amounts) ?? terms.priceUnknown;
    if (text === this.#shown) return;
    const first = this.#shown === undefined;
    this.#shown = text;
    clearTimeout(this.#speaking);
    // Nothing is spoken at load: the price stands in the button.
    if (!first)
      this.#speaking = setTimeout(() => {
        this.said = text;
        this.#host.requestUpdate();
      }, calm);
  }

  /**
   * What had the focus may be gone: the question was answered, the way out taken. The focus stays
   * in the widget then.
   */
  #refocus(): void {
    const root = this.#host.shadowRoot;
    const question = root?.querySelector<HTMLElement>('.confirm');
    if (question && !question.contains(root?.activeElement ?? null)) question.focus();
    if (!this.#focused || this.#focused.isConnected) return;
    const next =
      root?.querySelector<HTMLElement>('.buy:not(:disabled)') ??
      root?.querySelector<HTMLElement>('textarea');
    next?.focus();
  }

  #wear(style: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }
}

function loadDeferred(): Promise<typeof import('./deferred/index.js')> {
  return import('./deferred/index.js');
}
