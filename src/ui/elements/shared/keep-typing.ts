const fields = 'input,select,textarea,canvas,.list';

/** Keys that a page around a field needs to hear: those that leave it, and modifiers. */
const passed = /^(Esc|Tab|F\d|Shift|Con|Alt|Meta|Caps)/;

/**
 * Keeps what is typed into an element's own fields from listeners of the page, which see the element
 * and no field, and would take letters and arrows for their shortcuts. Keys with Ctrl, Command or
 * Alt go on, and listeners that capture hear everything. Call it once for each shadow root.
 */
export function keepTyping(root: ShadowRoot): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    root.addEventListener(type, (event) => {
      const { target, key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (ctrlKey || metaKey || altKey || passed.test(key)) return;
      // A field of the page's own, in one of our slots, is the page's.
      if ((target as Element).matches(fields) && root.contains(target as Element))
        event.stopPropagation();
    });
}
