// Registers every element from a classic script, which has no top-level await.
import { UserPaysCalculator } from '../ui/elements/user-pays-calculator.js';
import { UserPaysImage } from '../ui/elements/user-pays-image.js';
import { UserPaysPrice } from '../ui/elements/user-pays-price.js';
import { UserPaysTally } from '../ui/elements/user-pays-tally.js';
import { addTerms } from '../ui/i18n/index.js';
import { tallyReady } from '../ui/tally-ready.js';
import { define } from './define.js';

function defineAll(): void {
  define('user-pays-calculator', UserPaysCalculator);
  define('user-pays-image', UserPaysImage);
  define('user-pays-price', UserPaysPrice);
  define('user-pays-tally', UserPaysTally);
}

const ready = tallyReady();
if (ready) void ready.then(defineAll);
else defineAll();

export { addTerms, define };
