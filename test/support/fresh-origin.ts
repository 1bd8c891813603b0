// The browser keeps an origin's storage from one test file to the next; nothing of that belongs to
// this one.
localStorage.clear();
sessionStorage.clear();
await Promise.all(
  ['upi1', 'user-pays-image.pictures'].map(
    (name) =>
      new Promise<void>((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = () => done();
      }),
  ),
);

export {};
