/**
 * What woke the journal: the changed key of another tab's write and its new value; no key when
 * everything should be looked at again.
 */
export type Hint = (key?: string, value?: string | null) => void;

/** Subscribes to whatever may mean that another tab wrote; the returned function ends it. */
export type TabEvents = (hint: Hint) => () => void;

const MINUTE = 60_000;

/**
 * The browser's signs: `storage` events, and for what they miss (a frozen tab, one brought back by
 * the back button) becoming visible again.
 * And once a minute while it is looked at: midnight and the end of a visit give no sign.
 * WebKit sends no `storage` event to a tab that has not read localStorage before, so the caller
 * reads first.
 */
export const pageTabEvents: TabEvents = (hint) => {
  const stored = (event: StorageEvent): void => {
    if (event.key === null) hint();
    else hint(event.key, event.newValue);
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') hint();
  };
  const again = (): void => hint();
  addEventListener('storage', stored);
  addEventListener('pageshow', again);
  addEventListener('focus', again);
  document.addEventListener('visibilitychange', shown);
  const ticking = setInterval(shown, MINUTE);
  return () => {
    clearInterval(ticking);
    removeEventListener('storage', stored);
    removeEventListener('pageshow', again);
    removeEventListener('focus', again);
    document.removeEventListener('visibilitychange', shown);
  };
};
