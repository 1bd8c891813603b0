/**
 * True while the reader acts: the page is still activated by their last press, or `by` is their own press, being handled right now.
 * The second matters where something else used up the activation between press and release, as a window that opens does.
 */
export const isReadersAct = (by?: Event): boolean =>
  navigator.userActivation?.isActive === true || (by?.isTrusted === true && by.eventPhase !== Event.NONE);
