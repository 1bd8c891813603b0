import { UserPaysImage } from '../ui/elements/user-pays-image.js';
import { tallyReady } from '../ui/tally-ready.js';
import { define } from './define.js';

// Who has bought here before finds `tally` right from the element's first moment; nobody else
// waits.
const ready = tallyReady();
if (ready) await ready;
define('user-pays-image', UserPaysImage);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-image': UserPaysImage;
  }
}
