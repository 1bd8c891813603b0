import { adoptStyles, unsafeCSS, type LitElement, type ReactiveController } from 'lit';
import { warnOnce } from '../warn-once.js';

/** A view that is fetched when its element first stands in a page. */
export interface LazyPart {
  readonly styles: string;
}

/** Loads an element's view, once; a load that failed is tried again the next time the element is put into a page. */
export class LazyController<T extends LazyPart> implements ReactiveController {
  #part: T | undefined;

  constructor(private readonly host: LitElement, private readonly load: () => Promise<T>) {
    host.addController(this);
  }

  /** `undefined` until it is there. */
  get part(): T | undefined {
    return this.#part;
  }

  hostConnected(): void {
    if (!this.#part) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.#part = await this.load();
    } catch {
      warnOnce(`<${this.host.localName}>: its view could not be loaded`);
      return;
    }
    await this.host.updateComplete;
    adoptStyles(this.host.renderRoot as ShadowRoot, [unsafeCSS(this.#part.styles)]);
    this.host.requestUpdate();
  }
}
