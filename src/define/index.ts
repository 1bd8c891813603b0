// Registers every element. To register one, import its file in this folder.
import './user-pays-calculator.js';
import './user-pays-image.js';
import './user-pays-price.js';
import './user-pays-tally.js';

export { addTerms } from '../ui/i18n/index.js';
export { define } from './define.js';
