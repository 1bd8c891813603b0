import type { Account } from './account.js';

/** A registry of accounts by name. Only code that holds the map can reach its accounts. */
export type Known = Map<string, Account>;

/**
 * The default registry. The purchase services use one of their own, so that a script which imports
 * this file finds none of the reader's accounts.
 */
export const ownKnown: Known = new Map();

export function once(known: Known, name: string, make: () => Account): Account {
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}
