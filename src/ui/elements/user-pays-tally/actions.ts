import { isUserPaysError } from '../../../base/error.js';
import { utcDate } from '../../../base/utc-date.js';
import type { TallyTerms } from '../../i18n/en/tally.js';
import { typed } from '../../typed.js';
import type { TallyActions, TallyPorts } from './statement.js';

/** What a reader can do with one tally. */
export function tallyActions(ports: TallyPorts): TallyActions {
  return { change: ports.change, ...lineActions(ports), ...fileActions(ports) };
}

type LineVerb = 'settle' | 'setLimits' | 'newSession' | 'reset' | 'undoReset';

function lineActions({ journal, model, change }: TallyPorts): Pick<TallyActions, LineVerb> {
  const terms = (): TallyTerms => model().terms;
  return {
    settle: async (entry, charged, what) => {
      if (!(await isDone(() => journal.settleByReader([{ id: entry.id, charged }])))) return;
      const said =
        charged === '0'
          ? terms().settledAsNothing(what)
          : terms().settledAs(what, model().dollars(charged, typed));
      change({ said }, '[part=status]');
    },
    setLimits: async (caps, raise = false) => {
      try {
        const isSet = await isDone(() => journal.setReaderCaps(caps, { raise }));
        if (isSet) change({ raise: undefined, said: terms().limitsSet }, '[part=status]');
      } catch (error) {
        if (!isUserPaysError(error) || error.facts['reason'] !== 'raise') throw error;
        change({ raise: caps, said: '' }, '[part=raise] button');
      }
    },
    newSession: async () => {
      if (await isDone(() => journal.newSession())) change({ said: terms().sessionBegun });
    },
    reset: async () => {
      if (!(await isDone(() => journal.reset()))) return;
      change({ resetting: false, undoable: true, said: terms().resetDone }, '[part=undo]');
    },
    undoReset: async () => {
      const isUndone = await journal.undoReset();
      change({ undoable: false, said: isUndone ? terms().undone : '' }, '[part=status]');
    },
  };
}

/** Calls it at once. False where it needed the reader's act, and a script pressed. */
async function isDone(work: () => Promise<void> | void): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isUserPaysError(error) && error.code === 'no-gesture') return false;
    throw error;
  }
}

type FileVerb = 'exportAs' | 'takeIn' | 'share';

function fileActions({ journal, model, change }: TallyPorts): Pick<TallyActions, FileVerb> {
  const terms = (): TallyTerms => model().terms;
  return {
    exportAs: async (ending) => {
      await journal.ready;
      if (ending === 'csv') {
        const { exportCsv } = await import('../../../spending/export-csv.js');
        save(exportCsv(journal.entries()), 'text/csv', ending);
      } else {
        const { exportJson } = await import('../../../spending/export-json.js');
        save(exportJson(journal), 'application/json', ending);
      }
    },
    takeIn: async (file) => {
      const { importJson } = await import('../../../spending/import-json.js');
      const outcome = await importJson(journal, await file.text());
      const said =
        outcome.kind === 'merged'
          ? terms().imported(outcome.added, outcome.known)
          : [terms().refused[outcome.reason], outcome.line && terms().refusedLine(outcome.line)]
              .filter(Boolean)
              .join(' ');
      change({ said });
    },
    share: async () => {
      try {
        const { shareTally } = await import('../../../generation/share-tally.js');
        const { merged, left } = await shareTally();
        const isOut = left === 'unreachable' || left === 'too-large';
        change({ said: isOut ? terms().notShared : terms().shared(merged) });
      } catch {
        change({ said: terms().notShared });
      }
    },
  };
}

function save(text: string, type: string, ending: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type }));
  link.href = url;
  link.download = `pictures-spent-${utcDate(Date.now())}.${ending}`;
  link.click();
  // Some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
