/**
 * Reports that another tab may have written: the changed key and its new value, or no key when
 * everything should be read again.
 */
export type ChangeListener = (key?: string, value?: string | null) => void;

/**
 * Subscribes to all signs that another tab may have written; the returned function unsubscribes.
 */
export type TabEvents = (onChange: ChangeListener) => () => void;

const MINUTE = 60_000;

/**
 * Listens for `storage` events and, since a frozen tab or one restored by the back button misses
 * them, for becoming visible again. Also fires once a minute while visible: midnight and the end of
 * a session cause no event. WebKit sends no `storage` event to a tab that has not read localStorage
 * yet, so the caller must read first.
 */
export const pageTabEvents: TabEvents = (onChange) => {
  const stored = (event: StorageEvent): void => {
    if (event.key === null) onChange();
    else onChange(event.key, event.newValue);
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') onChange();
  };
  const again = (): void => onChange();
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
