// Registers every element and exposes a widget's internals. For tests and demo scenes only, never
// for a page with readers.
import './index.js';
import { insideOf as widgetOf } from '../ui/elements/widget/widget.js';

/** What is inside a widget. It has no type here: it changes with every release. */
export const insideOf: (element: object) => unknown = widgetOf;
