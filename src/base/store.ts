/**
 * Text under names, as localStorage keeps it. `set` throws a `QuotaExceededError` when full and a
 * `SecurityError` when blocked.
 */
export interface TextStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** A value that tells its listeners when it changed. */
export interface Observable<T> {
  get(): T;
  set(value: T): void;
  /** Calls back on each change; the returned function stops it. */
  subscribe(listener: (value: T) => void): () => void;
}

/**
 * A store that forgets with the page: for tests, and for the sandbox when the browser keeps
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
