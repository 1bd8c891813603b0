import { UserPaysTally } from '../ui/elements/user-pays-tally.js';
import { define } from './define.js';

define('user-pays-tally', UserPaysTally);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-tally': UserPaysTally;
  }
}
