import { canBuy } from '../../../checkout/refusal.js';
import { isUnderWay } from '../../../generation/machine.js';
import type { ActionPorts, FirstActions } from './action-types.js';

/** What a reader can do at the first look. */
export function firstActions(ports: ActionPorts): Omit<FirstActions, 'choose'> {
  const { checkout, state, change, redraw, generate, wait } = ports;
  const actions: Omit<FirstActions, 'choose'> = {
    change,
    redraw,
    toggle: (section, open = !state.open.has(section)) => {
      if (open) state.open.add(section);
      else state.open.delete(section);
      redraw();
    },
    addReferences: (files) => addReferences(ports, files),
    type: (prompt, isReaders) => {
      if (isReaders) checkout.typedPrompt = prompt;
      change({ prompt });
    },
    // A double click and a held key are one press.
    press: (by, offer) => {
      const { generation } = checkout;
      if (by.detail > 1 || wait() > 0 || isUnderWay(generation)) return;
      if (canBuy(checkout)) generate(by, offer).catch(() => undefined);
    },
    pressOwn: (by) => actions.press(by, by.isTrusted ? ports.offerAt(by) : undefined),
  };
  return actions;
}

/** Takes as many of the pictures among the files as there is room for: see `FirstActions`. */
export function addReferences(
  { checkout, change }: Pick<ActionPorts, 'checkout' | 'change'>,
  files: Iterable<File> | undefined,
): boolean {
  const { references } = checkout.settings;
  const images = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
  const room = checkout.choices.mostReferences - references.length;
  if (images.length === 0 || room <= 0) return false;
  change({ references: [...references, ...images.slice(0, room)] });
  return true;
}
