/** Where lines are counted, by purchase. */
export interface Counted {
  /** Different purchases with a line here. */
  purchases: number;
}

/**
 * Counts purchases, of which a batch has several lines, in several places at once. Most have but
 * one line, and cost next to nothing.
 */
export interface PurchaseCount<Place extends Counted> {
  /** One more line of the purchase, in all these places. */
  add(purchase: string, places: readonly Place[]): void;
  /** The same line is gone again. */
  take(purchase: string, places: readonly Place[]): void;
  /**
   * Different purchases in places taken together, such as days, of which a line stands in one: a
   * purchase that reaches into two is still one.
   */
  across(places: readonly Place[]): number;
}

export function createPurchaseCount<Place extends Counted>(): PurchaseCount<Place> {
  // A purchase of one line: its places. Of several: how many lines in each.
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
