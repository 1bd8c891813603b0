import { daysOld } from './age-limits.js';
import { billed } from './bill.js';
import type { Billed } from './list-index.js';
import { formatUsd } from './format-usd.js';
import { compareUsd, divideUp, minus, times, toText, usd } from './money.js';
import type { ComputedPrice } from './price.js';
import type { Hint, Size } from './quote-types.js';
import { fitted, isProblem } from './request.js';
import { honours, madeMegapixels } from './route.js';
import type { CheckedRequest } from './rule-kind.js';
import { kindOf } from './kind-of.js';
import { fitReference, snapSize } from './snap-size.js';

type Answered = Pick<ComputedPrice, 'ranked' | 'request' | 'options'> & { readonly now: Billed };

/**
 * Advice for the reader before paying. `asOf`: the day an outdated price was read, `YYYY-MM-DD`.
 * `at`: now, in epoch milliseconds.
 */
export function hintsOf(
  computed: ComputedPrice,
  asOf: string | undefined,
  at: number | undefined,
): Hint[] {
  const { ranked, request, options, decision } = computed;
  const now = decision?.first;
  const hints: Hint[] = [];
  const add = (hint: Hint | undefined): void => {
    if (hint) hints.push(hint);
  };
  const asked = now && { ranked, request, options, now };
  if (asked) add(cliff(asked));
  if (asked && request.references.length > 0) add(reference(asked));
  if (computed.refused?.code !== 'not-hosted') add(snap(computed));
  if (asked) add(topUp(asked));
  // A time that can't be read has no days to tell.
  if (asOf && at) add(stale(asOf, at));
  return hints;
}

/**
 * Suggests a slightly smaller size that costs less: the largest one below the next price step that
 * keeps at least four fifths of the pixels.
 */
function cliff(asked: Answered): Hint | undefined {
  const { request, now } = asked;
  const { rule } = now.ranked;
  const least = request.width * request.height * 0.8;
  const below = kindOf(rule).below?.(rule, request, least);
  if (!below?.length) return undefined;
  const { step } = asked.ranked.offer.sizes;
  const sizes: Size[] = [];
  for (const size of below) {
    const width = Math.floor(size.width / step) * step;
    const height = Math.floor(size.height / step) * step;
    if (width * height >= least) sizes.push({ width, height });
  }
  sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  for (const size of sizes) {
    const less = saved(asked, { ...request, ...size });
    if (!less) continue;
    const text = `${named(size)} instead of ${named(request)} saves ${less.text}`;
    return { kind: 'cliff', saving: less.saving, text, facts: { ...lengths(size), ...less.facts } };
  }
  return undefined;
}

interface Saving {
  /** US dollars as decimal text. */
  readonly saving: string;
  /** `atMost` if it may be less, as the price is a range. */
  readonly facts: Record<string, string>;
  readonly text: string;
}

/** What asking for `instead` would save; `undefined` if nothing. */
function saved({ ranked, now, options }: Answered, instead: CheckedRequest): Saving | undefined {
  const made = fitted(ranked.offer, instead, options);
  const then = isProblem(made) ? undefined : billed(now.ranked, made);
  if (!then || compareUsd(then.high, now.high) >= 0) return undefined;
  const most = minus(now.high, then.high);
  const isSure = compareUsd(minus(now.low, then.low), most) >= 0;
  const saving = toText(most);
  const text = formatUsd(saving, { down: true });
  return isSure
    ? { saving, facts: {}, text }
    : { saving, facts: { atMost: '1' }, text: `≤\u00a0${text}` };
}

function named({ width, height }: Size): string {
  return `${width}×${height}`;
}
function lengths({ width, height }: Size): Record<string, string> {
  return {
    width: String(width),
    height: String(height),
  };
}

/** Suggests smaller references where they are billed for more than one megapixel each. */
function reference(asked: Answered): Hint | undefined {
  const { request, now } = asked;
  const { rule } = now.ranked;
  const pixels = kindOf(rule).referencePixels?.(rule);
  const large = pixels && request.references.find((one) => one.width * one.height > pixels);
  const less =
    large &&
    saved(asked, {
      ...request,
      references: request.references.map((one) => fitReference(one, pixels)),
    });
  if (!less) return undefined;
  const fit = fitReference(large, pixels);
  return {
    kind: 'reference',
    saving: less.saving,
    text: `References of one megapixel (${named(fit)} instead of ${named(large)}) save ${less.text}`,
    facts: { ...lengths(fit), pixels: String(pixels), ...less.facts },
  };
}

function snap({ ranked, asked: request, decision }: ComputedPrice): Hint | undefined {
  const { sizes, name } = ranked.offer;
  // Made as asked, or there would be no price.
  if (decision && sizes.pixels === 'exact' && !sizes.snaps) return undefined;
  if (decision && sizes.pixels === 'ratio') {
    const { bill } = decision.first;
    const megapixels = String(madeMegapixels(ranked, bill) ?? '');
    return honours(ranked, request, bill)
      ? undefined
      : {
          kind: 'snap',
          text: `Comes in about this shape, at about ${megapixels} megapixel${megapixels === '1' ? '' : 's'}`,
          facts: { megapixels },
        };
  }
  const size = snapSize(sizes, request.width, request.height);
  return size.width === request.width && size.height === request.height
    ? undefined
    : {
        kind: 'snap',
        text: `${named(size)} is the nearest size ${name} makes`,
        facts: lengths(size),
      };
}

function topUp({
  now: {
    ranked: {
      price: { topUp: share, topUpLeast: least },
    },
    high,
  },
}: Answered): Hint | undefined {
  if (!share) return undefined;
  const wallet = toText(divideUp(high, toText(minus(usd('1'), usd(share)))));
  const fee = `${toText(times(usd(share), 100))} % of a top-up is a fee`;
  const lowest = least ? `, and ${formatUsd(least)} is the least` : '';
  return {
    kind: 'top-up',
    text: `Costs your wallet ${formatUsd(wallet)}: ${fee}${lowest}`,
    facts: { wallet, share, ...(least && { least }) },
  };
}

function stale(readOn: string, at: number): Hint {
  const days = String(daysOld(readOn, at));
  return {
    kind: 'stale',
    text: `Price read ${days} days ago, on ${readOn}`,
    facts: { days, readOn },
  };
}
