import type { ActionPorts } from './action-types.js';
import type { Field } from './field.js';

/** What the value of a widget in a form is made of. */
export interface FormPorts extends Pick<ActionPorts, 'checkout' | 'change' | 'redraw'> {
  readonly element: () => {
    readonly name: string;
    readonly required: boolean;
    readonly isOff: boolean;
  };
  readonly field: Field;
  /** Where the browser shows what is missing. */
  readonly prompt: () => HTMLElement | null;
  /** Other pictures go with the form, by a purchase or by the reader's choice. */
  readonly changed: () => void;
}
