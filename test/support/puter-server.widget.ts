// The whole widget, for pages that buy from Puter.
import '../../src/define/user-pays-image.js';
import '../../src/define/user-pays-tally.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';

declare global {
  interface Window { widget: UserPaysImage }
}
