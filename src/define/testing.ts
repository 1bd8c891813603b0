// Registers every element, and hands out what is inside of a widget: for tests and demo scenes,
// never for a page with readers.
import './index.js';

export { insideOf } from '../ui/elements/widget/host.js';
