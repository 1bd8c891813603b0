import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import { realPorts } from './real-ports.js';

declare global {
  interface Window {
    journal?: SpendingJournal;
  }
}

// Another tab as far as storage goes: its own memory, its own database connection, storage events
// from the others.
window.journal = createJournal(realPorts(location.hash.slice(1)));
