import type { DeferredPorts, Picker } from '../model.js';
import { PickerState } from './picker/picker-state.js';

export { pickerView } from './picker/view.js';
export { pickerStyles as style } from '../../../styles/picker.js';

/** The choice among many models, for one widget. */
export function createPicker(ports: DeferredPorts): Picker {
  return new PickerState(ports);
}
