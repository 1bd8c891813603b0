// The whole widget on a page that listens to everything, for the search for a key.
import '../../src/define/user-pays-image.js';

/**
 * Every text this page can see of itself: documents and shadow trees with all attributes and field
 * values, storage, events, its own addresses.
 */
async function texts(): Promise<string[]> {
  const found: string[] = [
    location.href,
    document.title,
    document.cookie,
    JSON.stringify(history.state),
    ...performance.getEntries().map((entry) => JSON.stringify(entry)),
  ];
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) found.push(`${name}=${value}`);
      if (
        node instanceof HTMLInputElement ||
        node instanceof HTMLTextAreaElement ||
        node instanceof HTMLSelectElement
      )
        found.push(node.value);
      if (node.shadowRoot) walk(node.shadowRoot);
    } else found.push(node.textContent ?? '');
    for (const child of node.childNodes) walk(child);
  };
  walk(document);
  for (const store of [localStorage, sessionStorage])
    found.push(...Object.entries(store as unknown as Record<string, string>).flat());
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done, stop) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        done(request.result);
      };
      request.onerror = () => {
        stop(new Error('database'));
      };
    });
    for (const table of database.objectStoreNames) {
      const all = database.transaction(table).objectStore(table).getAll();
      await new Promise((done) => {
        all.onsuccess = done;
        all.onerror = done;
      });
      found.push(JSON.stringify(all.result));
    }
    database.close();
  }
  return found;
}

const events: string[] = [];
/** Plain data of anything, with what an error hides; deep enough to find a text in it. */
function shown(value: unknown, depth = 6): string {
  if (value instanceof Error)
    return `${value.message} ${String(value.stack)} ${shown([Object.entries(value), value.cause], depth - 1)}`;
  if (typeof value !== 'object' || value === null || depth === 0) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${shown(inner, depth - 1)}`)
    .join(', ');
}
for (const type of [
  'user-pays-quote',
  'user-pays-before-charge',
  'user-pays-state',
  'user-pays-done',
  'user-pays-error',
  'user-pays-tally',
  'input',
  'change',
  'submit',
  'paste',
]) {
  document.addEventListener(type, (event) => {
    events.push(
      `${type} ${shown((event as CustomEvent<unknown>).detail)} ${event
        .composedPath()
        .slice(0, 1)
        .map((target) => (target instanceof HTMLInputElement ? target.value : ''))
        .join('')}`,
    );
  });
}
addEventListener('error', ({ message }) => {
  events.push(message);
});
addEventListener('unhandledrejection', ({ reason }) => {
  events.push(shown(reason));
});

Object.assign(globalThis, { texts, heard: events });
