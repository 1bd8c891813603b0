/** What is read of the widget a tally is for. */
type Priced = Element & { readonly quote?: { readonly simulated?: boolean } };

/** True if the widget with this id uses simulated money; `undefined` without such a widget. */
export function isSimulatedIn(root: Node, id: string): boolean | undefined {
  const widget = id
    ? ((root as Partial<Document>).getElementById?.(id) as Priced | null | undefined)
    : undefined;
  return widget?.quote && Boolean(widget.quote.simulated);
}
