import type { Strip } from '../gallery-model.js';
import type { DeferredPorts, WidgetModel } from '../model.js';

/** Reads the last pictures at the first touch, and again when there may be a new one. */
export class StripWatch {
  strip: Strip | undefined;
  readonly #ports: DeferredPorts;
  #seen = '';

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
  }

  follow({ isTouched, settings, generation, gallery }: WidgetModel, isConnected: boolean): void {
    if (!isTouched || settings.compact || !isConnected) return this.release();
    const ids = gallery?.list.map(({ id }) => id).join(' ') ?? '';
    const there = this.#ports.checkout.pictures.filter(({ image }) => image).length;
    const now = `${generation.name} ${there} ${ids}`;
    if (now === this.#seen) return;
    this.#seen = now;
    this.refresh();
  }

  refresh(): void {
    void this.#look().catch(() => undefined);
  }

  release(): void {
    this.#seen = '';
    this.strip?.release();
  }

  async #look(): Promise<void> {
    const { checkout, parts, redraw } = this.#ports;
    const services = await checkout.services();
    const { gallery } = parts.here;
    if (this.#seen === '') return;
    if (gallery) {
      this.strip ??= gallery.createStrip(services, redraw);
      return void (await this.strip.refresh());
    }
    // The strip's code loads once there is a picture to show.
    if ((await services.pictures.list()).length === 0) return;
    void parts.load('gallery');
    void parts.load('tools');
    this.#seen = ' ';
  }
}
