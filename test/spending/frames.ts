import type { SpendingJournal } from '../../src/spending/journal.js';
import type {} from './frame.js';
import { holds } from './real-ports.js';

/** Frames that share this origin's storage, each with a journal of its own. */
export async function openFrames(
  count: number,
  namespace: string,
): Promise<{ journals: readonly SpendingJournal[]; close(): void }> {
  const frames = Array.from({ length: count }, () => {
    const frame = document.createElement('iframe');
    frame.src = `${new URL('./frame.html', import.meta.url).pathname}#${namespace}`;
    document.body.append(frame);
    return frame;
  });
  await holds(() => frames.every((frame) => frame.contentWindow?.journal), 20_000);
  const journals = frames.flatMap((frame) => frame.contentWindow?.journal ?? []);
  return {
    journals,
    close: () => {
      for (const journal of journals) journal.close();
      for (const frame of frames) frame.remove();
    },
  };
}
