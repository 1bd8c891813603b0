import { cloudflare } from './puter-september.cloudflare.js';
import { megapixel, perImage } from './puter-september.legacy.js';
import { metered } from './puter-september.metered.js';
import { find } from './puter-september.models.js';
import { byteplus, xai } from './puter-september.flat.js';
import { given, wish } from './puter-september.size.js';
import { gemini, openai } from './puter-september.tokens.js';
import { Refusal, type Args, type Made, type Plan, type Row } from './puter-september.types.js';

/**
 * What Puter bills for a picture since September 2026, by formulae measured against its backend and
 * written apart from `src/pricing`, with numbers as Puter does it, so that the two can disagree.
 * What was not measured says so.
 */

export interface Billed {
  readonly status: 200;
  /** The row that serves and bills. */
  readonly row: Row;
  readonly usageRows: readonly UsageRow[];
  /** The charge: the sum of the rows. */
  readonly microcents: number;
  /** What the account must hold before the supplier is asked. */
  readonly gate: number;
  /** The request built for the supplier; reference pictures stand in it as they were given. */
  readonly upstream: Readonly<Record<string, unknown>>;
  readonly resultKind: 'url' | 'data-uri';
}

interface UsageRow {
  readonly usageType: string;
  readonly usageAmount: number;
  readonly cost: number;
}

export interface Refused {
  readonly status: 400 | 402 | 502;
  readonly body: Readonly<Record<string, unknown>>;
}

/** `rows` is a list as served; hidden rows may be added to it. */
export function charge(rows: readonly Row[], args: Args, made: Made = {}): Billed | Refused {
  try {
    return bill(rows, args, made);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, more } = error;
    return { status, body: { error: message, message, code, ...more } };
  }
}

function bill(rows: readonly Row[], args: Args, made: Made): Billed {
  const row = find(rows, args);
  checkWords(args);
  const plan = planOf(row, args, made);
  const { factor = 1, remaining = Infinity } = made;
  const resultKind = inline.includes(row.provider) ? 'data-uri' : 'url';
  const answer = { status: 200, row, upstream: plan.upstream, resultKind } as const;
  if (args.test_mode === true) return { ...answer, gate: 0, microcents: 0, usageRows: [] };
  const gate = held.includes(row.provider) ? plan.gate * factor : plan.gate;
  if (gate > remaining)
    throw new Refusal('Insufficient credits for image generation', 402, 'insufficient_funds');
  const prefix = prefixOf(row);
  const usageRows = plan
    .lines()
    .map(([name, usageAmount, listed]) => ({
      usageType: `${prefix}:${name}`,
      usageAmount,
      cost: factor === 1 ? listed : Math.round(listed * factor),
    }))
    .filter(({ cost }) => cost > 0);
  const microcents = usageRows.reduce((sum, { cost }) => sum + cost, 0);
  return { ...answer, gate, microcents, usageRows };
}

/** Whose pictures come along with the answer, and whose gates follow the account's factor. */
const inline = [
  'cloudflare-image-generation',
  'openai-image-generation',
  'gemini-image-generation',
];
const held = ['replicate-image-generation', 'cloudflare-image-generation', 'xai-image-generation'];

function checkWords(args: Args): void {
  if (typeof args.prompt !== 'string' || args.prompt.trim() === '')
    throw new Refusal('prompt must be a non-empty string');
  for (const name of ['quality', 'resolution'])
    if (given(args[name]) && typeof args[name] !== 'string')
      throw new Refusal(`${name} must be a string`);
  wish(args);
}

function planOf(row: Row, args: Args, made: Made): Plan {
  switch (row.provider) {
    case 'replicate-image-generation':
      if (row.billingRates) return metered(row, args, made);
      return row.billingScheme === 'megapixel' ? megapixel(row, args) : perImage(row, args);
    case 'cloudflare-image-generation':
      return cloudflare(row, args);
    case 'xai-image-generation':
      return xai(row, args);
    case 'byteplus-image-generation':
      return byteplus(row, args);
    case 'gemini-image-generation':
      return gemini(row, args, made);
    case 'openai-image-generation':
      return openai(row, args, made);
    default:
      throw new Refusal(`Image provider not available: ${row.provider}`);
  }
}

function prefixOf(row: Row): string {
  switch (row.provider) {
    case 'cloudflare-image-generation':
      return `cloudflare:${row.puterId}`;
    case 'byteplus-image-generation':
      return `${row.provider}:${row.id}`;
    default:
      return `${row.provider.replace('-image-generation', '')}:${row.id}`;
  }
}
