import { UserPaysError } from './error.js';
import { warnOnce } from './warn-once.js';

/**
 * What `import()` rejected with as our error, and for the page's author where it was looked for and
 * what helps. Anything else is not this.
 */
export function partMissing(cause: unknown): UserPaysError | undefined {
  if (!isMissing(cause)) return undefined;
  const detail = cause.message;
  warnOnce(
    `${detail}: serve parts/ of the same build beside the script, over http(s), and allow it in script-src.`,
  );
  return new UserPaysError('part-missing', {
    stage: 'guard',
    charge: 'none',
    cause,
    facts: { detail: detail.slice(0, 200) },
  });
}

/** As each engine says that a module could not be had. */
function isMissing(cause: unknown): cause is TypeError {
  return cause instanceof TypeError && /import\w* (a )?module/i.test(cause.message);
}
