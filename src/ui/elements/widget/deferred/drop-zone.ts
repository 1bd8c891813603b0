import { html, nothing } from 'lit';
import { addReferences } from '../actions.js';
import type { DeferredPorts, View, WidgetModel } from '../model.js';

/** Says over the whole widget what becomes of the files that are dragged over it. */
export function dropView({ isDragging, words }: WidgetModel): View {
  return isDragging ? html`<p class="drop" aria-hidden="true">${words.dropHere}</p>` : nothing;
}

/** Files dragged over the widget, and dropped on it. Only if the model takes references. */
export class DropZone {
  /** True while files are over the widget. */
  isDragging = false;
  readonly #ports: DeferredPorts;

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
    const root = ports.root();
    root?.addEventListener('dragover', (event) => this.#follow(event as DragEvent, true));
    root?.addEventListener('dragleave', (event) => {
      const { relatedTarget } = event as DragEvent;
      if (!root.contains(relatedTarget as Node | null)) this.#follow(event as DragEvent, false);
    });
    root?.addEventListener('drop', (event) => {
      this.#follow(event as DragEvent, false);
      addReferences(ports, (event as DragEvent).dataTransfer?.files);
    });
  }

  #follow(event: DragEvent, isDragging: boolean): void {
    const { checkout, redraw } = this.#ports;
    const hasFiles = event.dataTransfer?.types.includes('Files');
    if (!hasFiles || checkout.choices.mostReferences === 0) return;
    event.preventDefault();
    if (this.isDragging === isDragging) return;
    this.isDragging = isDragging;
    redraw();
  }
}
