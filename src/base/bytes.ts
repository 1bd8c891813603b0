/** Bytes of their own, spelled so that TypeScript before 5.7 reads our types, too. */
export type Bytes = ReturnType<typeof Uint8Array.of>;
