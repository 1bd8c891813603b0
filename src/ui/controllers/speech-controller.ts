import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds of quiet before a change is spoken. */
const calm = 800;

/**
 * What a screen reader is told, politely: nothing at load, and later only what reads differently,
 * once it has come to rest.
 */
export class SpeechController implements ReactiveController {
  /** For the one `<output role="status">`. */
  said = '';
  #shown: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly text: () => string | undefined,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const shown = this.text();
    if (shown === undefined || shown === this.#shown) return;
    clearTimeout(this.#timer);
    if (this.#shown !== undefined) {
      this.#timer = setTimeout(() => {
        this.said = shown;
        this.host.requestUpdate();
      }, calm);
    }
    this.#shown = shown;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
