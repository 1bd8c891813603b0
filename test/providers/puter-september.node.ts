import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import august from '../recorded/puter/models-2026-08-21.json' with { type: 'json' };
import recorded from '../recorded/puter/charges-2026-09.json' with { type: 'json' };
import september from '../recorded/puter/models-2026-09-16.json' with { type: 'json' };
import { charge, type Billed } from '../support/puter-september.js';
import type { Args, Made, Row, Size } from '../support/puter-september.types.js';

interface Record_ {
  readonly n: number;
  readonly scheme: string;
  readonly model: string;
  readonly args: Args;
  readonly http: number;
  readonly resultKind?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly upstream: {
    readonly request: Readonly<Record<string, unknown>>;
    readonly picture: string;
    readonly predictSeconds?: number;
    readonly usage?: NonNullable<Made['usage']>;
  } | null;
  readonly gateMicrocents: number | null;
  readonly usageRows: Billed['usageRows'];
  readonly chargedMicrocents: number;
}

const records = recorded as unknown as readonly Record_[];
const listed = september.models as unknown as readonly Row[];
// Hidden in September, routable all the same; its row is as it was served in August.
const mini = (august.models as unknown as readonly Row[]).filter(
  ({ id }) => id === 'gpt-image-1-mini',
);
const rows = [...listed, ...mini];

describe('Puter’s bill of September, as it was measured', () => {
  for (const record of records) {
    it(`${record.n}: ${record.scheme}, ${record.model}`, () => {
      const { upstream } = record;
      const picture = sizeOf(upstream?.picture);
      const bill = charge(rows, withSizes(record.args), {
        ...(picture ? { picture } : {}),
        seconds: upstream?.predictSeconds ?? null,
        usage: upstream?.usage ?? null,
      });
      assert.equal(bill.status, record.http);
      if (bill.status !== 200) {
        const { code, message } = bill.body;
        return assert.deepEqual({ code, message }, record.error);
      }
      assert.deepEqual(
        {
          rows: bill.usageRows,
          charged: bill.microcents,
          gate: bill.gate,
          kind: bill.resultKind,
        },
        {
          rows: record.usageRows,
          charged: record.chargedMicrocents,
          gate: record.gateMicrocents,
          kind: record.resultKind,
        },
      );
      assert.deepEqual(
        decisive(bill.upstream, bill.row),
        decisive(upstream?.request ?? {}, bill.row),
      );
    });
  }
});

describe('Puter’s bill of September without a word from the supplier', () => {
  it('counts the picture that a sensible supplier draws: the size the recorded one chose', () => {
    const measured = records.filter(({ usageRows }) =>
      usageRows.some(({ usageType }) => usageType.endsWith(':output_mp')),
    );
    assert.ok(measured.length > 20);
    for (const { args, chargedMicrocents } of measured)
      assert.equal(charged(withSizes(args)), chargedMicrocents);
  });

  const square = { width: 1024, height: 1024 };
  const prices: readonly (readonly [model: string, args: Args, microcents: number, made?: Made])[] =
    [
      ['replicate:black-forest-labs/flux-2-dev', { go_fast: false }, 1_400_000],
      ['replicate:leonardoai/lucid-origin', { generation_mode: 'ultra' }, 7_650_000],
      ['replicate:black-forest-labs/flux-2-max', { input_images: ['unreadable'] }, 10_145_728],
      ['replicate:prunaai/z-image-turbo', {}, 524_288],
      ['replicate:prunaai/z-image-turbo', { width: 2048, height: 2048 }, 2_097_152],
      ['replicate:google/nano-banana-pro', {}, 15_000_000],
      ['replicate:google/nano-banana-2', { quality: '2k', resolution: '1K' }, 10_100_000],
      ['replicate:bytedance/seedream-4', { width: 4096, height: 4096 }, 3_000_000],
      ['replicate:stability-ai/sdxl', {}, 0, { seconds: 0 }],
      ['replicate:stability-ai/sdxl', {}, 58_490_250, { seconds: 599.9 }],
      ['workers-ai:black-forest-labs/flux.2-dev', {}, 6_200_000],
      ['workers-ai:black-forest-labs/flux.2-klein-9b', {}, 1_509_715],
      ['workers-ai:leonardo/lucid-origin', { ratio: { w: 16, h: 9 } }, 4_530_000],
      ['workers-ai:leonardo/lucid-origin', { ratio: { w: 33, h: 33 } }, 1_030_000],
      ['workers-ai:leonardo/lucid-origin', { aspect_ratio: '1024:1024' }, 3_130_000],
      ['x-ai:x-ai/grok-imagine-image-2.0', { quality: 'medium', resolution: '2K' }, 8_000_000],
      ['byteplus:byteplus/dola-seedream-5-0-pro-260628', { width: 1615, height: 1616 }, 4_500_000],
      ['byteplus:byteplus/dola-seedream-5-0-pro-260628', { width: 1616, height: 1616 }, 9_000_000],
      ['byteplus:byteplus/dola-seedream-5-0-pro-260628', { input_image: square }, 9_000_000],
      ['black-forest-labs/flux-schnell', {}, 411_000, { factor: 1.37 }],
    ];
  for (const [model, args, microcents, made] of prices)
    it(`charges ${microcents} for ${model} ${JSON.stringify({ ...args, ...made })}`, () => {
      assert.equal(charged({ model, ...args }, made), microcents);
    });

  it('adds a fifth of a cent three times as Puter’s numbers do', () => {
    const bill = charge(rows, {
      prompt: 'a fox',
      model: 'grok-imagine-image',
      input_images: [square, square, square],
    });
    assert.ok(bill.status === 200);
    assert.equal(bill.usageRows[1]?.cost, 600000.0000000001);
  });

  it('draws from words alone with 71 of the 83 rows with rates, and with the others from a picture or a workflow', () => {
    const rated = listed.filter(({ billingRates }) => billingRates);
    const unserved = (args: Args): readonly string[] =>
      rated
        .map(({ puterId }) => charge(rows, { prompt: 'a fox', ...args, model: puterId }))
        .flatMap((bill) => (bill.status === 200 ? [] : [String(bill.body.message)]));
    assert.equal(rated.length, 83);
    assert.equal(unserved({}).length, 12);
    const without = unserved({ input_image: square });
    assert.ok(without.includes('comfyui/any-comfyui-workflow does not support input images'));
    assert.ok(without.every((words) => words.endsWith('does not support input images')));
  });

  it('makes one picture, however many are asked for', () => {
    const bill = charge(rows, {
      prompt: 'a fox',
      model: 'black-forest-labs/flux-dev',
      num_outputs: 4,
      providerOptions: { num_outputs: 3, output_quality: 50 },
    });
    assert.ok(bill.status === 200);
    assert.deepEqual([bill.upstream.num_outputs, bill.upstream.output_quality], [1, 50]);
  });

  it('asks a shape of 16:9 from OpenAI in the smallest size it makes', () => {
    const bill = charge(rows, { prompt: 'a fox', model: 'gpt-image-2', ratio: { w: 16, h: 9 } });
    assert.ok(bill.status === 200);
    assert.equal(bill.upstream.size, '1088x608');
  });
});

describe('who bills in September', () => {
  const lanes: readonly (readonly [model: unknown, provider: unknown, puterId: string])[] = [
    ['openai/gpt-image-2', undefined, 'openai:openai/gpt-image-2'],
    ['openai/gpt-image-2', 'replicate-image-generation', 'replicate:openai/gpt-image-2'],
    ['replicate:openai/gpt-image-2', 'openai', 'replicate:openai/gpt-image-2'],
    ['x-ai/grok-imagine-image', undefined, 'x-ai:x-ai/grok-imagine-image'],
    ['xai/grok-imagine-image', undefined, 'replicate:xai/grok-imagine-image'],
    ['leonardo/lucid-origin', undefined, 'workers-ai:leonardo/lucid-origin'],
    ['lucid-origin', 'nobody', 'replicate:leonardoai/lucid-origin'],
    ['google/nano-banana-2', 7, 'replicate:google/nano-banana-2'],
    ['FLUX-1-schnell', undefined, 'replicate:black-forest-labs/flux-schnell'],
    ['workers-ai:leonardo/phoenix-1.0', undefined, 'workers-ai:leonardo/phoenix-1.0'],
    [undefined, undefined, 'openai:openai/gpt-image-2'],
    [undefined, 'cloudflare', 'workers-ai:black-forest-labs/flux.1-schnell'],
  ];
  for (const [model, provider, puterId] of lanes)
    it(`${String(model)} with ${String(provider)} goes to ${puterId}`, () => {
      const bill = charge(rows, { prompt: 'a fox', model, provider });
      assert.ok(bill.status === 200);
      assert.equal(bill.row.puterId, puterId);
    });
});

describe('what Puter turns down in September', () => {
  const square = { width: 1024, height: 1024 };
  const refused: readonly (readonly [args: Args, status: number, words: RegExp, made?: Made])[] = [
    [{ model: 'nano-banana-2' }, 400, /^Image model excluded by data policy: togetherai:google\//],
    [{ model: 'black-forest-labs/flux.1-schnell' }, 400, /is no longer available through/],
    [{ model: 'leonardo/phoenix-1.0', provider: 'cloudflare' }, 400, /no longer available/],
    [{ model: 'flux-9' }, 400, /^Model not found: flux-9$/],
    [{ provider: 'together' }, 400, /^Image provider not available: together$/],
    [{ model: 'togetherai:black-forest-labs/flux.2-pro', test_mode: true }, 400, /data policy/],
    [{ model: 'flux-schnell', prompt: ' ' }, 400, /^prompt/],
    [{ model: 'flux-schnell', quality: 2 }, 400, /^quality/],
    [{ model: 'flux-schnell', width: 1024 }, 400, /^width and height/],
    [
      { model: 'prunaai/z-image-turbo', output_megapixels: '1.5' },
      400,
      /^Unsupported billing tier/,
    ],
    [{ model: 'google/nano-banana-2', quality: 'high' }, 400, /^resolution must be one of: 1K/],
    [{ model: 'google/nano-banana-2', response_format: 'gif' }, 400, /^output_format must be one/],
    [
      { model: 'google/nano-banana-pro', providerOptions: { allowFallbackModel: true } },
      400,
      /^allow_fallback_model/,
    ],
    [{ model: 'black-forest-labs/flux-2-flex', steps: 51 }, 400, /^steps is outside the supported/],
    [{ model: 'ai-forever/kandinsky-2', ...square, width: 1000 }, 400, /^width must be one of/],
    [{ model: 'black-forest-labs/flux-canny-pro' }, 400, /requires control_image$/],
    [{ model: 'stability-ai/sana', input_image: square }, 400, /not found/],
    [{ model: 'nvidia/sana', input_image: square }, 400, /does not support input images$/],
    [{ model: 'flux-2-pro', input_images: Array(11).fill(square) }, 400, /at most 10/],
    [{ model: 'gemini-3-pro-image', quality: '8K' }, 400, /must be one of: 1K/],
    [{ model: 'flux-schnell' }, 402, /^Insufficient credits/, { remaining: 299_999 }],
    [{ model: 'flux-schnell' }, 402, /^Insufficient/, { remaining: 300_000, factor: 1.5 }],
    [{ model: 'stability-ai/sdxl' }, 402, /^Insufficient/, { remaining: 5_849_999, seconds: 2 }],
    [{ model: 'stability-ai/sdxl' }, 502, /did not include billable runtime/, { seconds: null }],
  ];
  for (const [args, status, words, made] of refused)
    it(`${JSON.stringify({ ...args, ...made })} with ${status}`, () => {
      const bill = charge(rows, { prompt: 'a fox', ...args }, made);
      assert.equal(bill.status, status);
      assert.match(bill.status === 200 ? '' : String(bill.body.message), words);
    });

  it('nothing that costs nothing, though the account is empty; and writes no row for it', () => {
    const free = listed.filter(
      ({ billingScheme, requiresInputImage }) =>
        billingScheme === 'step-only' && !requiresInputImage,
    );
    assert.equal(free.length, 2);
    for (const { id } of free) {
      const bill = charge(rows, { prompt: 'a fox', model: id }, { remaining: 0 });
      assert.ok(bill.status === 200);
      assert.deepEqual(bill.usageRows, []);
    }
  });

  it('nothing in test mode, which costs nothing', () => {
    assert.equal(charged({ model: 'flux-schnell', test_mode: true }, { remaining: 0 }), 0);
  });
});

function charged(args: Args, made?: Made): number {
  const bill = charge(rows, { prompt: 'a fox', ...args }, made);
  assert.ok(bill.status === 200);
  return bill.microcents;
}

function sizeOf(text: unknown): Size | undefined {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(String(text)) ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** Recorded pictures are sizes as texts. */
function withSizes(args: Args): Args {
  return Array.isArray(args.input_images)
    ? { ...args, input_images: args.input_images.map(sizeOf) }
    : args;
}

/** The built request, of Replicate and Cloudflare all of it; pictures are all the same. */
function decisive(request: Readonly<Record<string, unknown>>, { provider }: Row): unknown {
  const names: Readonly<Record<string, readonly string[]>> = {
    'xai-image-generation': ['resolution', 'quality'],
    'byteplus-image-generation': ['size'],
    'openai-image-generation': ['size', 'quality'],
  };
  const { generationConfig } = request;
  if (provider === 'gemini-image-generation')
    return generationConfig
      ? (generationConfig as Readonly<Record<string, unknown>>).imageConfig
      : request.imageConfig;
  const wanted = names[provider];
  return Object.fromEntries(
    Object.entries(request)
      .filter(([name]) => wanted?.includes(name) ?? true)
      .map(([name, value]) => [name, withoutPictures(value)]),
  );
}

function withoutPictures(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPictures);
  if (typeof value === 'string') return /^(data:image|bytes\()/.test(value) ? 'picture' : value;
  return typeof value === 'object' && value !== null && 'width' in value ? 'picture' : value;
}
