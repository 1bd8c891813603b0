import { UserPaysImage } from '../ui/elements/user-pays-image.js';
import { tallyReady } from '../ui/tally-ready.js';
import { define } from './define.js';

// In a browser that has bought before, wait for the journal, so that `tally` is correct as soon as
// the element exists. Other browsers don't wait.
const ready = tallyReady();
if (ready) await ready;
define('user-pays-image', UserPaysImage);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-image': UserPaysImage;
  }
}
