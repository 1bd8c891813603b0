import { UserPaysImage } from '../ui/elements/user-pays-image.js';
import { define } from './define.js';

define('user-pays-image', UserPaysImage);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-image': UserPaysImage;
  }
}
