/** Something that counts purchases, such as a day or a model. */
export interface Counted {
  /** Number of different purchases with an entry here. */
  purchases: number;
}

/**
 * Counts different purchases in several places at once. A purchase may have several entries; most
 * have one, so that case is kept cheap.
 */
export interface PurchaseCount<Place extends Counted> {
  /** Adds one entry of the purchase to all these places. */
  add(purchase: string, places: readonly Place[]): void;
  /** Removes one entry of the purchase from the places it was added to. */
  take(purchase: string, places: readonly Place[]): void;
  /**
   * Number of different purchases in several places together, such as days, when each entry is in
   * only one of them. A purchase that spans two places counts once.
   */
  across(places: readonly Place[]): number;
}

export function createPurchaseCount<Place extends Counted>(): PurchaseCount<Place> {
  const purchases = new Purchases<Place>();
  return {
    add: (purchase, places) => purchases.add(purchase, places),
    take: (purchase, places) => purchases.take(purchase, places),
    across: (places) => purchases.across(places),
  };
}

class Purchases<Place extends Counted> implements PurchaseCount<Place> {
  /** The places of a purchase with one entry. */
  readonly #single = new Map<string, readonly Place[]>();
  /** For a purchase with several entries: how many are in each place. */
  readonly #several = new Map<string, Map<Place, number>>();

  add(purchase: string, places: readonly Place[]): void {
    const first = this.#single.get(purchase);
    const lines =
      this.#several.get(purchase) ?? (first && new Map(first.map((place) => [place, 1])));
    if (!lines) {
      this.#single.set(purchase, places);
      for (const place of places) place.purchases += 1;
      return;
    }
    this.#single.delete(purchase);
    this.#several.set(purchase, lines);
    shift(lines, places, 1);
  }

  take(purchase: string, places: readonly Place[]): void {
    const lines = this.#several.get(purchase);
    if (lines) shift(lines, places, -1);
    else if (this.#single.delete(purchase)) for (const place of places) place.purchases -= 1;
    if (!lines?.size) this.#several.delete(purchase);
  }

  across(places: readonly Place[]): number {
    let total = places.reduce((sum, { purchases }) => sum + purchases, 0);
    if (places.length > 1)
      for (const lines of this.#several.values())
        total -= Math.max(0, places.filter((place) => lines.has(place)).length - 1);
    return total;
  }
}

/** Counts one entry of a purchase more (`by` 1) or less (-1) in these places. */
function shift<Place extends Counted>(
  lines: Map<Place, number>,
  places: readonly Place[],
  by: 1 | -1,
): void {
  for (const place of places) {
    const before = lines.get(place) ?? 0;
    if (before + by) lines.set(place, before + by);
    else lines.delete(place);
    if (!before || !(before + by)) place.purchases += by;
  }
}
