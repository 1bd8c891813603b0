import { UserPaysPrice } from '../ui/elements/user-pays-price.js';
import { define } from './define.js';

define('user-pays-price', UserPaysPrice);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-price': UserPaysPrice;
  }
}
