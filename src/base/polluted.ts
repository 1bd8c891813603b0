/**
 * True where something has put data on `Object.prototype`, which every object then seems to have: a
 * page that merges its query string into an object does so for `?__proto__[relay]=…`. Methods, which
 * old libraries add, are not data. While it is so nothing has a price and nothing is sent.
 */
export function isPolluted(): boolean {
  return Object.values(Object.prototype).some((value) => typeof value !== 'function');
}
