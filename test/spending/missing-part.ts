import { browserJournal } from '../../src/spending/browser-journal.js';
import type {} from './frame.js';

// From here on no script loads: as where a part is not served, or the page's policy forbids it.
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = "script-src 'none'";
document.head.append(policy);

window.journal = browserJournal();
