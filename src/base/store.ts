/**
 * Key-value storage for text, with the behaviour of localStorage: `set` throws a
 * `QuotaExceededError` when the storage is full and a `SecurityError` when it is blocked.
 */
export interface TextStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** A value that notifies its listeners when it changes. */
export interface Observable<T> {
  get(): T;
  set(value: T): void;
  /** Calls `listener` on each change. Returns a function that ends the subscription. */
  subscribe(listener: (value: T) => void): () => void;
}

/**
 * A store that lasts as long as the page: for tests, and for the sandbox when the browser stores
 * nothing.
 */
export function memoryStore(): TextStore {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, value) => void texts.set(key, value),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}

/** Values are compared with `Object.is`: setting an equal value notifies nobody. */
export function observable<T>(initial: T): Observable<T> {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener(value);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
