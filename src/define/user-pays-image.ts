import { UserPaysImage } from '../ui/elements/user-pays-image.js';
import { tallyReady } from '../ui/tally-ready.js';
import { define } from './define.js';

// In a browser that has bought before, the element waits for the journal, so that `tally` is correct
// as soon as it exists. Other browsers don't wait, and no module does: a top-level await stops
// several bundlers, and `require`.
const ready = tallyReady();
if (ready) void ready.then(() => define('user-pays-image', UserPaysImage));
else define('user-pays-image', UserPaysImage);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-image': UserPaysImage;
  }
}
