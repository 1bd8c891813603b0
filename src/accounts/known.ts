import type { Account } from './account.js';

/** Accounts made so far, by name. Whoever made the map is the only one to get at what is in it. */
export type Known = Map<string, Account>;

/**
 * For those who bring none. The till brings its own, so that a script that imports this file meets
 * no account of the reader's.
 */
export const ownKnown: Known = new Map();

export function once(known: Known, name: string, make: () => Account): Account {
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}
