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
  // The places of a purchase with one entry; for a purchase with several, the entries in each
  // place.
  const single = new Map<string, readonly Place[]>();
  const several = new Map<string, Map<Place, number>>();

  const shift = (lines: Map<Place, number>, places: readonly Place[], by: 1 | -1): void => {
    for (const place of places) {
      const before = lines.get(place) ?? 0;
      if (before + by) lines.set(place, before + by);
      else lines.delete(place);
      if (!before || !(before + by)) place.purchases += by;
    }
  };

  return {
    add: (purchase, places) => {
      const first = single.get(purchase);
      const lines = several.get(purchase) ?? (first && new Map(first.map((place) => [place, 1])));
      if (!lines) {
        single.set(purchase, places);
        for (const place of places) place.purchases += 1;
        return;
      }
      single.delete(purchase);
      several.set(purchase, lines);
      shift(lines, places, 1);
    },
    take: (purchase, places) => {
      const lines = several.get(purchase);
      if (lines) shift(lines, places, -1);
      else if (single.delete(purchase)) for (const place of places) place.purchases -= 1;
      if (!lines?.size) several.delete(purchase);
    },
    across: (places) => {
      let total = places.reduce((sum, { purchases }) => sum + purchases, 0);
      if (places.length > 1)
        for (const lines of several.values())
          total -= Math.max(0, places.filter((place) => lines.has(place)).length - 1);
      return total;
    },
  };
}
