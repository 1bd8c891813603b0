import type { ReactiveControllerHost } from 'lit';

/** What a controller needs of the thing it serves: an element, or the inside of one. */
export type Drawn = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>;
