import august from '../recorded/puter/models-2026-08-21.json' with { type: 'json' };
import { given } from './puter-september.size.js';
import { Refusal, type Args, type Row } from './puter-september.types.js';

/**
 * The row that serves an order. An id with a prefix decides alone; otherwise `provider` chooses
 * among the rows that go by the name, and is ignored where it has none.
 */
export function find(rows: readonly Row[], { model, provider }: Args): Row {
  const wanted = typeof provider === 'string' ? shortName(provider) : '';
  if (!given(model)) return byDefault(rows, wanted);
  const name = String(model).trim();
  const same = (one: string): boolean => one.toLowerCase() === name.toLowerCase();
  const pinned = rows.find(({ puterId }) => same(puterId));
  if (pinned) return pinned;
  // An alias in the list is a name that reaches its row without a hint.
  const known = [
    ...rows.filter(({ aliases = [] }) => aliases.some(same)),
    ...rows.filter(({ id }) => same(id)),
  ];
  const found = known.find((row) => shortName(row.provider) === wanted) ?? known[0];
  if (found) return found;
  throw new Refusal(absence(name));
}

function shortName(provider: string): string {
  const name = provider
    .trim()
    .toLowerCase()
    .replace(/-image-generation$/, '');
  return otherNames[name] ?? name;
}

const otherNames: Readonly<Record<string, string>> = {
  'workers-ai': 'cloudflare',
  'x-ai': 'xai',
  google: 'gemini',
};

/** Without a model it is gpt-image-2, or the supplier's first row (which one was not measured). */
function byDefault(rows: readonly Row[], wanted: string): Row {
  const found =
    wanted === ''
      ? rows.find(({ id }) => id === 'gpt-image-2')
      : rows.find((row) => shortName(row.provider) === wanted);
  if (!found) throw new Refusal(`Image provider not available: ${wanted}`);
  return found;
}

/** Names that were switched off, by their last part. Of Together's seven only one is known. */
const retired: readonly (readonly [names: RegExp, provider: string])[] = [
  [
    /(^|[/:])(phoenix-1\.0|seedream-3|flux-pro-finetuned|arrow-1\.1(-max)?|hidream-l1-fast)$/,
    'Replicate',
  ],
  [/(^|[/:])flux\.1-schnell$/, 'Together AI'],
];

function absence(name: string): string {
  const low = name.toLowerCase();
  const through = retired.find(([names]) => names.test(low))?.[1];
  if (through !== undefined)
    return `${name} is no longer available through ${through}; choose another model`;
  const excluded = together.find(
    ({ id, aliases }) => id === low || aliases?.some((alias) => alias.toLowerCase() === low),
  );
  return excluded
    ? `Image model excluded by data policy: ${excluded.id} (required third-party data sharing).`
    : `Model not found: ${name}`;
}

/** What Together served until August. */
const together = (august.models as unknown as readonly Row[]).filter(
  ({ provider }) => provider === 'together-image-generation',
);
