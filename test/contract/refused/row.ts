import type { Charge, ErrorCode } from '../../../src/base/error.js';
import type { DocumentedRefusal } from '../recorded.js';

type Rest = Partial<Pick<DocumentedRefusal, 'retryAfterMs' | 'ended' | 'at' | 'job'>> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Rows of one document: status, body (text is no JSON), code, charge, words, and what else is to be
 * seen.
 */
export function rowsOf(
  from: string,
  rows: readonly (readonly [
    status: number,
    body: unknown,
    code: ErrorCode,
    charge: Charge,
    words: string | undefined,
    more?: Rest,
  ])[],
): readonly DocumentedRefusal[] {
  return rows.map(([status, body, code, charge, words, { headers, ...more } = {}]) => ({
    from,
    code,
    charge,
    words,
    ...more,
    reply: {
      status,
      ...(typeof body === 'string' ? { text: body } : { json: body }),
      ...(headers ? { headers } : {}),
    },
  }));
}
