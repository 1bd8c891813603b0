// The whole widget, for pages that buy from Puter.
import '../../src/define/user-pays-image.js';
import '../../src/define/user-pays-tally.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

declare global {
  interface Window {
    widget: UserPaysImage;
    insideOf: typeof insideOf;
  }
}

window.insideOf = insideOf;
