import { markIn } from '../../src/accounts/sign-in-handover.js';

/**
 * A sign-in window as its opener sees it: readable before it leaves, elsewhere at the provider,
 * readable again once it is back.
 */
interface Popup {
  closed: boolean;
  readonly asked: URL;
  /** The mark in the address it comes back to. */
  readonly mark: string;
  /** It stands at the provider for two looks of ours, then this happens. */
  later(what: () => void): void;
  /** Back at our page, with this added to the address. */
  back(more: (callback: URL) => void): void;
}
export type Way = (popup: Popup) => void;

/** Windows that a provider took over; `way` is what the reader does in each. */
export async function withWindow<T>(
  way: Way | 'blocked',
  work: () => Promise<T> | T,
): Promise<{ result?: T; error?: unknown; opened: number; closed: number }> {
  const real = window.open;
  const seen = { opened: 0, closed: 0 };
  window.open = () => {
    seen.opened += 1;
    if (way === 'blocked') return null;
    let search = '';
    let looks = 0;
    const waiting: (() => void)[] = [];
    const location = {
      get search(): string {
        if (search) return search;
        looks += 1;
        if (looks > 2) for (const what of waiting.splice(0)) what();
        throw new DOMException('', 'SecurityError');
      },
      set href(href: string) {
        popup.asked = new URL(href);
        way(popup);
      },
    };
    const popup = {
      closed: false,
      location,
      asked: new URL('about:blank'),
      close: () => {
        popup.closed = true;
        seen.closed += 1;
      },
      get callback() {
        const query = popup.asked.searchParams;
        const address = new URL(query.get('callback_url') ?? query.get('redirect_uri') ?? '');
        const state = query.get('state');
        if (state !== null) address.searchParams.set('state', state);
        return address;
      },
      get mark() {
        return markIn(popup.callback.search) ?? '';
      },
      later: (what: () => void) => void waiting.push(what),
      back: (more: (callback: URL) => void) => {
        const { callback } = popup;
        more(callback);
        search = callback.search;
      },
    };
    return popup as unknown as Window;
  };
  try {
    return { result: await work(), ...seen };
  } catch (error) {
    return { error, ...seen };
  } finally {
    window.open = real;
  }
}
export function backWith(more: (callback: URL) => void): Way {
  return (popup) => popup.back(more);
}
export const back = backWith((callback) => {
  callback.searchParams.set('code', 'the-code');
});
