import type { ActionPorts } from './action-types.js';
import type { Field } from './field.js';

/** The element whose value it is. */
export interface FormElement extends HTMLElement {
  readonly name: string;
  readonly required: boolean;
}

/** What of a widget its value in a form works on. */
export type FormSource = Pick<ActionPorts, 'checkout' | 'change' | 'redraw'>;

/** What the value of a widget in a form is made of. */
export interface FormPorts extends FormSource {
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
