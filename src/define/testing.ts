// Registers every element and exposes a widget's internals. For tests and demo scenes only, never
// for a page with readers.
import './index.js';

export { insideOf } from '../ui/elements/widget/widget.js';
