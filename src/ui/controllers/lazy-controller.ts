import { adoptStyles, unsafeCSS, type LitElement, type ReactiveController } from 'lit';
import { partMissing } from '../../base/part-missing.js';
import { warnOnce } from '../../base/warn-once.js';

/** A view that is fetched when its element first stands in a page. */
export interface LazyPart {
  readonly styles: string;
}

/**
 * Loads an element's view, once; a load that failed is tried again the next time somebody asks or
 * the element is put into a page.
 */
export class LazyController<T extends LazyPart> implements ReactiveController {
  #part: T | undefined;
  #ready: Promise<void> | undefined;
  /** True once the view is there or could not be had. */
  settled = false;
  readonly #host: LitElement;
  readonly #load: () => Promise<T>;

  constructor(host: LitElement, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** `undefined` until it is there. */
  get part(): T | undefined {
    return this.#part;
  }

  /** Resolves when the view is there or could not be had. */
  get ready(): Promise<void> {
    return (this.#ready ??= this.#fetch());
  }

  hostConnected(): void {
    void this.ready;
  }

  async #fetch(): Promise<void> {
    const host = this.#host;
    try {
      const part = await this.#load();
      const { elementStyles } = host.constructor as typeof LitElement;
      adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, unsafeCSS(part.styles)]);
      this.#part = part;
    } catch (cause) {
      partMissing(cause);
      warnOnce(`<${host.localName}>: its view could not be loaded`);
      this.#ready = undefined;
    }
    this.settled = true;
    host.requestUpdate();
  }
}
