/** An argument is invalid: one sentence that names it. */
export class Mistake extends Error {}
