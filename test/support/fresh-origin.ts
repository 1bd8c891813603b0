// The browser keeps an origin's storage from one test file to the next; nothing of that belongs to
// this one.
localStorage.clear();
sessionStorage.clear();
await Promise.all(
  ['upi1', 'user-pays-image.pictures'].map(
    (name) =>
      new Promise<void>((done, stop) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = () => done();
        // Otherwise a browser that never answers would hold up the whole file without a word.
        setTimeout(() => stop(new Error(`IndexedDB did not answer about "${name}"`)), 50_000);
      }),
  ),
);

export {};
