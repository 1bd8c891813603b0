import { UserPaysCalculator } from '../ui/elements/user-pays-calculator.js';
import { define } from './define.js';

define('user-pays-calculator', UserPaysCalculator);

declare global {
  interface HTMLElementTagNameMap {
    'user-pays-calculator': UserPaysCalculator;
  }
}
