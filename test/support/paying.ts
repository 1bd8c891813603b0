import { scriptedFetch, type Network, type SentCall } from '../contract/scripted-fetch.js';
import { pixel } from './pixel.js';
import { readerActs } from './reader-acts.js';
import { widget, type WidgetDriver } from './widget.js';

export function pixelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0));
}
export const pictureReply = { status: 200, json: { data: [{ b64_json: pixel }] } } as const;

export interface PayingPage {
  /** What was sent that costs money, in order. */
  readonly posts: readonly SentCall[];
  /**
   * Puts a widget on the page that buys from a server of one's own at `unit-price` dollars each.
   */
  widget(
    attributes?: Record<string, string>,
    properties?: Parameters<typeof widget>[1],
  ): Promise<WidgetDriver>;
  /** Whether the reader acts before each purchase; see `readerActs`. */
  gesture: boolean;
  close(): void;
}

/**
 * A page on which real money moves: a reader whose acts are simulated unless told otherwise, and a
 * server (the page's `fetch`) that counts what it is asked to make.
 */
export function payingPage(
  network: Network = () => pictureReply,
  acts: 'simulated' | 'real' = 'simulated',
): PayingPage {
  const { sent, restore } = scriptedFetch(network);
  const shown: WidgetDriver[] = [];
  const page = {
    gesture: true,
    get posts() {
      return sent.filter(({ method }) => method === 'POST');
    },
    widget: async (
      attributes: Record<string, string> = {},
      properties: Parameters<typeof widget>[1] = {},
    ) => {
      const made = await widget(
        {
          provider: 'openai-compatible',
          endpoint: 'http://127.0.0.1:9',
          model: 'default',
          'unit-price': '0.03',
          size: '64x64',
          ...attributes,
        },
        { prompt: 'a fox', ...properties },
      );
      shown.push(made);
      await made.element.updateComplete;
      return made;
    },
    close: () => {
      for (const each of shown.splice(0)) each.remove();
      stopActing?.();
      restore();
    },
  };
  const stopActing = acts === 'real' ? undefined : readerActs(() => page.gesture);
  return page;
}

/** How a promise ended: its value, or what it was rejected with. */
export function ended(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => error);
}
