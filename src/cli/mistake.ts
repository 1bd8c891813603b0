/** What somebody typed can't be meant: one sentence that names the argument. */
export class Mistake extends Error {}
