import { expect } from 'chai';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';

const metered = { billingScheme: 'metered' };

function row(supplier: string, id: string, costs: object, more: object = {}): Row {
  return {
    id,
    name: `Some ${supplier}`,
    provider: `${supplier}-image-generation`,
    costs_currency: 'usd-cents',
    costs,
    ...more,
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly costs_currency: string;
  readonly costs: object;
}

/** A row that shows that its list is of a server which reads options. */
const other = row(
  'together',
  'other',
  { 'per-image': 1 },
  {
    pricing_unit: 'per-image',
    billingRates: [],
  },
);

/**
 * Rows written after Puter's list of September 2026, each with what few others have, and all that is
 * read of them; or why they are left out.
 */
const rows: readonly (readonly [title: string, row: Row, read: object | string])[] = [
  [
    'with every kind of input that a model has, and rates that depend on some',
    row(
      'replicate',
      'maker/every-input',
      {},
      {
        ...metered,
        puterId: 'replicate:maker/every-input',
        promptKey: 'text_prompt',
        requiredInputs: ['text_prompt', 'style_reference', 'seedling'],
        billingRates: [
          {
            when: { mode: 'fast', turbo: true, num: 4 },
            costs: { run: 1, output: 2, font: 0.5, input_mp: 0.25 },
          },
          { when: { mode: 'slow' }, costs: { output_mp: 3, run: 0 } },
        ],
        inputSchema: {
          prompt: { type: 'string' },
          text_prompt: { type: 'string' },
          seed: { type: 'integer' },
          width: { type: 'integer', minimum: 100, maximum: 2050 },
          height: { type: 'integer', minimum: 100, maximum: 2050 },
          aspect_ratio: {
            type: 'string',
            enum: ['custom', '1:1', '16:9', 'match'],
            default: 'custom',
          },
          num_outputs: { type: 'integer', default: 1 },
          style_reference: { type: 'string' },
          mask: { type: 'string' },
          mode: { type: 'string', default: 'fast' },
          turbo: { type: 'boolean', default: true },
          num: { type: 'integer', default: 4 },
          only: { type: 'string', enum: ['one'] },
          raw: { type: 'boolean' },
          font_urls: { type: 'array', maxItems: 3 },
          font_texts: { type: 'array' },
          colours: { type: 'array' },
          style: { type: 'string', default: '' },
          mood: { type: 'string', default: 'calm' },
          seedling: { type: 'string', default: null },
          strength: { type: 'number', minimum: 0, maximum: 1, default: 0.8 },
          num_inference_steps: { type: 'integer', minimum: 1, maximum: 50 },
          guidance_scale: { type: 'number' },
          megapixels: { type: 'string', enum: ['1', '0.25'], default: '1' },
          resolution: { type: 'string', enum: ['0.5 MP', '1 MP', '2 MP', 'auto'], default: '1 MP' },
          size: { type: 'string', enum: ['1K', '2K'], default: '1K' },
          disable_safety_checker: { type: 'boolean', default: false },
          lora_weights: { type: 'string' },
          hook_url: { type: 'string' },
          odd: { type: 'object' },
        },
      },
    ),
    {
      wire: 'replicate:maker/every-input',
      sizes: {
        pixels: 'exact',
        min: 104,
        max: 2048,
        step: 8,
        area: 4194304,
        snaps: 'sides',
        ratios: ['1:1', '16:9'],
      },
      options: {
        mode: { type: 'choice', values: ['fast', 'slow'], usual: 'fast' },
        raw: { type: 'switch', usual: 'false' },
        font_urls: { type: 'list', most: 3 },
        font_texts: { type: 'list' },
        style: { type: 'text' },
        mood: { type: 'text', usual: 'calm' },
        seedling: { type: 'text', needed: true },
        strength: { type: 'number', usual: '0.8', min: 0, max: 1 },
        num_inference_steps: {
          type: 'number',
          min: 1,
          max: 50,
          whole: true,
          names: ['steps', 'num_inference_steps'],
        },
        guidance_scale: { type: 'number', names: ['guidance', 'guidance_scale'] },
        megapixels: {
          type: 'choice',
          values: ['1', '0.25'],
          usual: '1',
          names: ['output_megapixels', 'megapixels'],
          hidden: true,
        },
        resolution: {
          type: 'choice',
          values: ['0.5 MP', '1 MP', '2 MP', 'auto'],
          names: ['output_megapixels', 'resolution'],
          also: { '1': '1 MP', '2': '2 MP', '0.5': '0.5 MP' },
          resizes: true,
        },
        size: { type: 'choice', values: ['1K', '2K'], usual: '1K', names: ['quality', 'size'] },
        disable_safety_checker: { type: 'switch', usual: 'false', hidden: true },
        lora_weights: { type: 'text', hidden: true },
        hook_url: { type: 'text', hidden: true },
      },
      references: 1,
      needsReference: true,
      seed: true,
      prices: [
        {
          rule: { kind: 'metered', run: '0.01', output: '0.02', font: '0.005', input: '0.0025' },
          options: { mode: 'fast', turbo: 'true', num: '4' },
          says: 'mode fast, turbo true, num 4, run $0.01, output $0.02, font $0.005, input_mp $0.0025',
        },
        {
          rule: { kind: 'metered', made: '0.03', declares: 'resolution' },
          options: { mode: 'slow' },
          says: 'mode slow, output_mp $0.03, run $0',
        },
      ],
    },
  ],
  [
    'that takes a shape, many pictures, a mask, and quality under its own name',
    row(
      'replicate',
      'ideogram-ai/some-v9',
      {},
      {
        ...metered,
        billingRates: [{ costs: { output: 4 } }],
        inputSchema: {
          prompt: { type: 'string' },
          aspect_ratio: { type: 'string', enum: ['1:1', '3:2', 'auto', '10000:1'] },
          images: { type: 'array', maxItems: 30 },
          mask: { type: 'string' },
          steps: { type: 'integer' },
          num_inference_steps: { type: 'integer' },
          ddim_steps: { type: 'integer' },
          cfg: { type: 'number', default: 7 },
          quality: { type: 'string', enum: ['low', 'high'] },
          resolution: { type: 'string', enum: ['1K', '2K'] },
        },
      },
    ),
    {
      sizes: {
        min: 64,
        max: 16384,
        step: 1,
        area: 268435456,
        pixels: 'ratio',
        ratios: ['1:1', '3:2'],
      },
      options: {
        steps: { type: 'number', whole: true },
        num_inference_steps: { type: 'number', whole: true },
        ddim_steps: { type: 'number', whole: true },
        cfg: { type: 'number', usual: '7', names: ['guidance', 'cfg'] },
        quality: { type: 'choice', values: ['low', 'high'] },
        resolution: { type: 'choice', values: ['1K', '2K'] },
      },
      references: 10,
      mask: 'black',
      seed: false,
      prices: [{ rule: { kind: 'image', each: '0.04' }, says: 'output $0.04' }],
    },
  ],
  [
    'that is free, and lists the lengths it makes',
    row(
      'replicate',
      'maker/sdxl-free',
      {},
      {
        ...metered,
        billingRates: [{ costs: { output: 0 } }],
        inputSchema: {
          prompt: { type: 'string' },
          mask: { type: 'string' },
          width: { type: 'integer', enum: [512, 768, 1024] },
          height: { type: 'integer', enum: [512, 640] },
          input_images: { type: 'array', maxItems: 3 },
          image: { type: 'string' },
        },
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 512,
        max: 1024,
        step: 1,
        area: 1048576,
        also: ['512x512', '512x640', '768x512', '768x640', '1024x512', '1024x640'],
        only: true,
        snaps: 'sides',
      },
      references: 3,
      mask: 'white',
      seed: false,
      prices: [{ rule: { kind: 'image', each: '0' }, free: true, says: 'output $0' }],
    },
  ],
  [
    'billed by the second, with lengths in even steps',
    row(
      'replicate',
      'maker/by-second',
      {},
      {
        ...metered,
        billingRates: [{ costs: { second: 0.1 } }],
        inputSchema: {
          prompt: { type: 'string' },
          image: { type: 'string' },
          mask: { type: 'string' },
          width: { type: 'integer', enum: Array.from({ length: 15 }, (_, nth) => 256 + 64 * nth) },
          height: { type: 'integer', enum: Array.from({ length: 15 }, (_, nth) => 256 + 64 * nth) },
        },
      },
    ),
    {
      sizes: { pixels: 'exact', min: 256, max: 1152, step: 64, area: 1327104, snaps: 'sides' },
      references: 1,
      seed: false,
      prices: [
        {
          rule: { kind: 'seconds', second: '0.001', from: 0, to: 600, gate: 60 },
          says: 'second $0.001',
        },
      ],
    },
  ],
  [
    'without a word of its inputs, and without a price',
    row(
      'replicate',
      'maker/no-schema',
      {},
      { ...metered, billingRates: [{ costs: { output: 4 } }] },
    ),
    {
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4194304 },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'with a cost that nobody knows, and without a price',
    row(
      'replicate',
      'maker/unknown-part',
      {},
      {
        ...metered,
        billingRates: [{ costs: { output: 4, gpu: 1 } }],
        inputSchema: { prompt: { type: 'string' } },
      },
    ),
    {
      sizes: { min: 64, max: 16384, step: 1, area: 268435456, pixels: 'ratio' },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'whose rate depends on an input it does not name, and without a price',
    row(
      'replicate',
      'maker/unknown-input',
      {},
      {
        ...metered,
        billingRates: [{ when: { hidden: 'x' }, costs: { output: 4 } }],
        inputSchema: {
          prompt: { type: 'string' },
          width: { type: 'integer' },
          height: { type: 'integer' },
        },
      },
    ),
    {
      sizes: { pixels: 'exact', min: 64, max: 4096, step: 8, area: 16777216, snaps: 'sides' },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'billed by seconds and more, and without a price',
    row(
      'replicate',
      'maker/seconds-and-more',
      {},
      {
        ...metered,
        billingRates: [{ costs: { second: 0.1, run: 1 } }],
        inputSchema: { prompt: { type: 'string' } },
      },
    ),
    {
      sizes: { min: 64, max: 16384, step: 1, area: 268435456, pixels: 'ratio' },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'billed for references only, and without a price',
    row(
      'replicate',
      'maker/only-input',
      {},
      {
        ...metered,
        billingRates: [{ costs: { input_mp: 1 } }],
        inputSchema: { prompt: { type: 'string' } },
      },
    ),
    {
      sizes: { min: 64, max: 16384, step: 1, area: 268435456, pixels: 'ratio' },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'billed by the megapixels that were declared',
    row(
      'replicate',
      'maker/declared',
      {},
      {
        ...metered,
        billingRates: [{ costs: { output_mp: 1, input_mp: 0 } }],
        inputSchema: {
          prompt: { type: 'string' },
          resolution: { type: 'string', enum: ['1 MP', '2 MP'], default: '1 MP' },
        },
      },
    ),
    {
      sizes: { min: 64, max: 16384, step: 1, area: 268435456, pixels: 'ratio' },
      options: {
        resolution: {
          type: 'choice',
          values: ['1 MP', '2 MP'],
          names: ['output_megapixels', 'resolution'],
          also: { '1': '1 MP', '2': '2 MP' },
          resizes: true,
        },
      },
      references: 0,
      seed: false,
      prices: [
        {
          rule: { kind: 'metered', made: '0.01', declares: 'resolution' },
          says: 'output_mp $0.01, input_mp $0',
        },
      ],
    },
  ],
  [
    'of August with a table for fast runs, which are usual',
    row(
      'replicate',
      'maker/old-fast',
      { run: 1, output_mp: 2 },
      {
        billingScheme: 'megapixel',
        costs_go_fast: { output_mp: 1 },
        param_transforms: { go_fast: { default: true } },
        allowed_params: ['go_fast', 'output_megapixels', 'steps', 'style', 'output_quality'],
      },
    ),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      options: {
        steps: {
          type: 'number',
          min: 1,
          max: 50,
          whole: true,
          names: ['steps', 'num_inference_steps'],
        },
        output_quality: { type: 'number', min: 0, max: 100, whole: true },
        style: { type: 'text' },
        output_megapixels: {
          type: 'choice',
          values: ['0.25', '0.5', '1', '2', '4'],
          resizes: true,
          hidden: true,
        },
        go_fast: { type: 'switch', usual: 'true' },
      },
      references: 0,
      seed: false,
      prices: [
        {
          rule: {
            kind: 'declared-megapixel',
            output: '0.01',
            choices: ['0.25', '0.5', '1', '2', '4'],
          },
          options: { go_fast: 'true' },
          says: 'go_fast true, output_mp $0.01',
        },
        {
          rule: {
            kind: 'declared-megapixel',
            run: '0.01',
            output: '0.02',
            choices: ['0.25', '0.5', '1', '2', '4'],
          },
          options: { go_fast: 'false' },
          says: 'go_fast false, run $0.01, output_mp $0.02',
        },
      ],
    },
  ],
  [
    'of August with a price for fast runs only',
    row(
      'replicate',
      'maker/old-fast-only',
      { run: 1 },
      {
        billingScheme: 'megapixel',
        costs_go_fast: { output_mp: 1 },
        param_transforms: { go_fast: { default: true } },
      },
    ),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'declared-megapixel', output: '0.01' }, says: 'run $0.01' }],
    },
  ],
  [
    'of August with a price for each mode',
    row(
      'replicate',
      'maker/old-modes',
      { output: 2 },
      {
        billingScheme: 'per-image',
        costs_by_generation_mode: {
          quick: { output: 1 },
          usual: { output: 2 },
          ultra: { output: 5 },
          odd: {},
        },
        allowed_params: ['contrast', 'prompt_enhance', 'guidance', 'response_format'],
      },
    ),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      options: {
        guidance: { type: 'number', min: 0, max: 20 },
        response_format: {
          type: 'choice',
          values: ['webp', 'jpg', 'png'],
          names: ['response_format', 'output_format'],
        },
        prompt_enhance: { type: 'switch' },
        contrast: { type: 'choice', values: ['low', 'medium', 'high'] },
        generation_mode: { type: 'choice', values: ['quick', 'usual', 'ultra'], usual: 'usual' },
      },
      references: 0,
      seed: false,
      prices: [
        {
          rule: { kind: 'image', each: '0.01' },
          options: { generation_mode: 'quick' },
          says: 'generation_mode quick, output $0.01',
        },
        {
          rule: { kind: 'image', each: '0.02' },
          options: { generation_mode: 'usual' },
          says: 'generation_mode usual, output $0.02',
        },
        {
          rule: { kind: 'image', each: '0.05' },
          options: { generation_mode: 'ultra' },
          says: 'generation_mode ultra, output $0.05',
        },
      ],
    },
  ],
  [
    'of August with a mode that would be free',
    row(
      'replicate',
      'maker/old-free-mode',
      { output: 2 },
      {
        billingScheme: 'per-image',
        costs_by_generation_mode: { quick: { output: 0 }, usual: { output: 2 } },
      },
    ),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'image', each: '0.02' }, says: 'output $0.02' }],
    },
  ],
  [
    'of Google with tiers, of which some are unknown',
    row(
      'gemini',
      'gemini-3.1-flash-image',
      { input: 50, output: 300, output_image: 6000 },
      {
        allowedQualityLevels: ['1K', '', '512', '8K', '4K'],
        allowedRatios: [{ w: 1, h: 1 }, { w: 16, h: 9 }, { w: 'x', h: 1 }, null],
      },
    ),
    {
      sizes: {
        pixels: 'ratio',
        min: 64,
        max: 16384,
        step: 1,
        area: 268435456,
        ratios: ['1:1', '16:9'],
      },
      options: {
        quality: {
          type: 'choice',
          values: ['1K', '512', '4K'],
          usual: '1K',
          names: ['quality', 'resolution'],
        },
      },
      references: 10,
      seed: false,
      prices: [
        {
          rule: {
            kind: 'tokens',
            image: '0.00006',
            tokens: { '*': [1120, 1120] },
            prompt: '0.0000005',
            promptTokens: 1000,
            input: '0.0000005',
            inputTokens: 560,
            text: '0.000003',
            textTokens: 1000,
          },
          options: { quality: '1K' },
          says: 'quality 1K, input $0.5, output $3, output_image $60',
        },
        {
          rule: {
            kind: 'tokens',
            image: '0.00006',
            tokens: { '*': [747, 747] },
            prompt: '0.0000005',
            promptTokens: 1000,
            input: '0.0000005',
            inputTokens: 560,
            text: '0.000003',
            textTokens: 1000,
          },
          options: { quality: '512' },
          says: 'quality 512, input $0.5, output $3, output_image $60',
        },
        {
          rule: {
            kind: 'tokens',
            image: '0.00006',
            tokens: { '*': [2520, 2520] },
            prompt: '0.0000005',
            promptTokens: 1000,
            input: '0.0000005',
            inputTokens: 560,
            text: '0.000003',
            textTokens: 1000,
          },
          options: { quality: '4K' },
          says: 'quality 4K, input $0.5, output $3, output_image $60',
        },
      ],
    },
  ],
  [
    'of Google without tiers or shapes',
    row('gemini', 'gemini-2.5-flash-image', { output_image: 3000, output: 0 }),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 268435456 },
      references: 10,
      seed: false,
      prices: [
        {
          rule: { kind: 'tokens', image: '0.00003', tokens: { '*': [1290, 1290] } },
          says: 'output_image $30, output $0',
        },
      ],
    },
  ],
  [
    'of Google whose tokens nobody knows, and without a price',
    row('gemini', 'gemini-9', { output_image: 3000, '1K:1x1': 3.9, input: 30 }),
    {
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4194304 },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'of OpenAI that may choose the quality itself',
    row(
      'openai',
      'gpt-image-2',
      { text_input: 500, image_input: 800, image_output: 3000 },
      {
        allowedQualityLevels: ['auto', 'low', 'high', 'xhigh'],
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 16,
        max: 3840,
        step: 16,
        area: 8294400,
        least: 655360,
        longest: 3,
        snaps: 'shape',
      },
      options: { quality: { type: 'choice', values: ['auto', 'low', 'high'], usual: 'auto' } },
      references: 10,
      seed: false,
      prices: [
        {
          says: 'quality auto, text_input $5, image_input $8, image_output $30',
          rule: {
            kind: 'area-tokens',
            image: '0.00003',
            side: 96,
            from: 16,
            prompt: '0.000005',
            promptTokens: 1000,
            input: '0.000008',
            inputTokens: 1600,
          },
          options: { quality: 'auto' },
        },
        {
          says: 'quality low, text_input $5, image_input $8, image_output $30',
          rule: {
            kind: 'area-tokens',
            image: '0.00003',
            side: 16,
            prompt: '0.000005',
            promptTokens: 1000,
            input: '0.000008',
            inputTokens: 1600,
          },
          options: { quality: 'low' },
        },
        {
          says: 'quality high, text_input $5, image_input $8, image_output $30',
          rule: {
            kind: 'area-tokens',
            image: '0.00003',
            side: 96,
            prompt: '0.000005',
            promptTokens: 1000,
            input: '0.000008',
            inputTokens: 1600,
          },
          options: { quality: 'high' },
        },
      ],
    },
  ],
  [
    'of OpenAI that bills nothing but the picture',
    row(
      'openai',
      'gpt-image-2.5-mini',
      { image_output: 1000, text_input: 0 },
      {
        allowedQualityLevels: ['max', 'xhigh'],
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 16,
        max: 3840,
        step: 16,
        area: 8294400,
        least: 655360,
        longest: 3,
        snaps: 'shape',
      },
      options: { quality: { type: 'choice', values: ['max', 'xhigh'], usual: 'max' } },
      references: 10,
      seed: false,
      prices: [
        {
          says: 'quality max, text_input $0, image_output $10',
          rule: { kind: 'area-tokens', image: '0.00001', side: 96 },
          options: { quality: 'max' },
        },
        {
          says: 'quality xhigh, text_input $0, image_output $10',
          rule: { kind: 'area-tokens', image: '0.00001', side: 64 },
          options: { quality: 'xhigh' },
        },
      ],
    },
  ],
  [
    'of OpenAI that names no quality, and has no price',
    row('openai', 'gpt-image-2', { image_output: 1000 }, { allowedQualityLevels: ['auto'] }),
    {
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4194304 },
      references: 0,
      seed: false,
      prices: [],
    },
  ],
  [
    'of xAI by resolution',
    row('xai', 'grok-some', {
      'output:1k': 5,
      'output:2k': 7,
      media_input: 1,
    }),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      options: {
        resolution: {
          type: 'choice',
          values: ['1k', '2k'],
          usual: '1k',
          names: ['resolution', 'quality'],
        },
      },
      references: 5,
      seed: false,
      prices: [
        {
          rule: { kind: 'image', each: '0.05', input: '0.01' },
          options: { resolution: '1k' },
          says: 'resolution 1k, output:1k $0.05, media_input $0.01',
        },
        {
          rule: { kind: 'image', each: '0.07', input: '0.01' },
          options: { resolution: '2k' },
          says: 'resolution 2k, output:2k $0.07, media_input $0.01',
        },
      ],
    },
  ],
  [
    'of xAI by resolution and quality, another one for edits',
    row(
      'xai',
      'grok-quality',
      {
        'output:1k:low': 2,
        'output:1k:medium': 5,
        'output:2k:low': 4,
        'output:2k:medium': 8,
        media_input: 0,
      },
      { defaultQuality: 'low', defaultEditQuality: 'medium' },
    ),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      options: {
        quality: { type: 'choice', values: ['low', 'medium', 'auto'], usual: 'auto' },
        resolution: { type: 'choice', values: ['1k', '2k'], usual: '1k' },
      },
      references: 5,
      seed: false,
      prices: [
        {
          rule: { kind: 'image', each: '0.02' },
          options: { resolution: '1k', quality: 'low' },
          says: 'resolution 1k, quality low, output:1k:low $0.02',
        },
        {
          rule: { kind: 'image', each: '0.05' },
          options: { resolution: '1k', quality: 'medium' },
          says: 'resolution 1k, quality medium, output:1k:medium $0.05',
        },
        {
          rule: { kind: 'image', each: '0.02' },
          options: { resolution: '1k', quality: 'auto' },
          says: 'resolution 1k, quality auto, output:1k:low $0.02',
          when: 'text',
        },
        {
          rule: { kind: 'image', each: '0.05' },
          options: { resolution: '1k', quality: 'auto' },
          says: 'resolution 1k, quality auto, output:1k:medium $0.05',
          when: 'edit',
        },
        {
          rule: { kind: 'image', each: '0.04' },
          options: { resolution: '2k', quality: 'low' },
          says: 'resolution 2k, quality low, output:2k:low $0.04',
        },
        {
          rule: { kind: 'image', each: '0.08' },
          options: { resolution: '2k', quality: 'medium' },
          says: 'resolution 2k, quality medium, output:2k:medium $0.08',
        },
        {
          rule: { kind: 'image', each: '0.04' },
          options: { resolution: '2k', quality: 'auto' },
          says: 'resolution 2k, quality auto, output:2k:low $0.04',
          when: 'text',
        },
        {
          rule: { kind: 'image', each: '0.08' },
          options: { resolution: '2k', quality: 'auto' },
          says: 'resolution 2k, quality auto, output:2k:medium $0.08',
          when: 'edit',
        },
      ],
    },
  ],
  [
    'of xAI with one quality, which edits have as well',
    row('xai', 'grok-one', { 'output:1k:low': 2, 'output:2k:low': 0 }, { defaultQuality: 'low' }),
    {
      sizes: { pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4194304 },
      options: {
        quality: { type: 'choice', values: ['low', 'medium', 'auto'], usual: 'auto' },
        resolution: { type: 'choice', values: ['1k', '2k'], usual: '1k' },
      },
      references: 5,
      seed: false,
      prices: [
        {
          rule: { kind: 'image', each: '0.02' },
          options: { resolution: '1k', quality: 'low' },
          says: 'resolution 1k, quality low, output:1k:low $0.02',
        },
        {
          rule: { kind: 'image', each: '0.02' },
          options: { resolution: '1k', quality: 'auto' },
          says: 'resolution 1k, quality auto, output:1k:low $0.02',
          when: 'text',
        },
        {
          rule: { kind: 'image', each: '0.02' },
          options: { resolution: '1k', quality: 'auto' },
          says: 'resolution 1k, quality auto, output:1k:low $0.02',
          when: 'edit',
        },
      ],
    },
  ],
  [
    'of BytePlus with tiers',
    row(
      'byteplus',
      'byteplus/pro',
      { 'output:1k': 4, 'output:2k': 9, 'output:4k': 12, input_image: 0.3 },
      {
        pricing_unit: 'per-tier',
        pixelSizeThreshold: 921_600,
        minPixels: 1_000_000,
        maxPixels: 16_777_216,
        allowedQualityLevels: ['1k', '2k', '4k'],
        resolution_map: { '1:1': {}, '16:9': {}, wide: {} },
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 64,
        max: 16384,
        step: 8,
        area: 16777216,
        least: 1000000,
        longest: 16,
        snaps: 'shape',
        ratios: ['1:1', '16:9'],
      },
      options: {
        quality: {
          type: 'choice',
          values: ['1k', '2k', '4k'],
          also: { '1.5k': '2k', '3k': '4k', low: '1k', medium: '2k', high: '2k', hd: '2k' },
          resizes: true,
        },
      },
      references: 10,
      seed: false,
      prices: [
        {
          rule: { kind: 'tiered-image', each: '0.04', input: '0.003', free: 1 },
          options: { quality: '1k' },
          says: 'quality 1k, output:1k $0.04, output:2k $0.09, output:4k $0.12, input_image $0.003',
        },
        {
          rule: { kind: 'tiered-image', each: '0.09', input: '0.003', free: 1 },
          options: { quality: '2k' },
          says: 'quality 2k, output:1k $0.04, output:2k $0.09, output:4k $0.12, input_image $0.003',
        },
        {
          rule: { kind: 'tiered-image', each: '0.12', input: '0.003', free: 1 },
          options: { quality: '4k' },
          says: 'quality 4k, output:1k $0.04, output:2k $0.09, output:4k $0.12, input_image $0.003',
        },
        {
          rule: {
            kind: 'tiered-image',
            each: '0.04',
            input: '0.003',
            free: 1,
            above: 2610000,
            large: '0.09',
          },
          options: { quality: '' },
          says: 'no quality, output:1k $0.04, output:2k $0.09, output:4k $0.12, input_image $0.003',
        },
      ],
    },
  ],
  [
    'of BytePlus with one tier, and references for nothing',
    row(
      'byteplus',
      'byteplus/pro-one',
      { 'output:1k': 4, 'output:2k': 9, input_image: 0 },
      {
        pricing_unit: 'per-tier',
        pixelSizeThreshold: 921_600,
        maxPixels: 16_777_216,
        allowedQualityLevels: ['2k'],
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 64,
        max: 16384,
        step: 8,
        area: 16777216,
        least: 921600,
        longest: 16,
        snaps: 'shape',
        ratios: ['1:1'],
      },
      options: {
        quality: {
          type: 'choice',
          values: ['2k'],
          also: {
            '1k': '2k',
            '1.5k': '2k',
            '3k': '2k',
            '4k': '2k',
            low: '2k',
            medium: '2k',
            high: '2k',
            hd: '2k',
          },
          resizes: true,
        },
      },
      references: 10,
      seed: false,
      prices: [
        {
          rule: { kind: 'tiered-image', each: '0.09' },
          options: { quality: '2k' },
          says: 'quality 2k, output:1k $0.04, output:2k $0.09, input_image $0',
        },
        {
          rule: { kind: 'tiered-image', each: '0.04', above: 2610000, large: '0.09' },
          options: { quality: '' },
          says: 'no quality, output:1k $0.04, output:2k $0.09, input_image $0',
        },
      ],
    },
  ],
  [
    'of BytePlus with a tier that has no cost, and without a price',
    row(
      'byteplus',
      'byteplus/lacking',
      { 'output:1k': 4, 'output:2k': 9 },
      {
        pricing_unit: 'per-tier',
        pixelSizeThreshold: 921_600,
        maxPixels: 16_777_216,
        allowedQualityLevels: ['1k', '3k'],
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 64,
        max: 16384,
        step: 8,
        area: 16777216,
        least: 921600,
        longest: 16,
        ratios: ['1:1'],
        snaps: 'shape',
      },
      references: 10,
      seed: false,
      options: {
        quality: {
          type: 'choice',
          values: ['1k', '3k'],
          also: {
            '1.5k': '3k',
            '2k': '3k',
            '4k': '3k',
            hd: '3k',
            high: '3k',
            low: '1k',
            medium: '3k',
          },
          resizes: true,
        },
      },
      prices: [],
    },
  ],
  [
    'of BytePlus at one price',
    row(
      'byteplus',
      'byteplus/plain',
      { 'per-image': 4 },
      {
        pricing_unit: 'per-image',
        pixelSizeThreshold: 3_686_400,
        minPixels: 1_000_000,
        maxPixels: 16_777_216,
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 64,
        max: 16384,
        step: 8,
        area: 16777216,
        least: 3686400,
        longest: 16,
        snaps: 'shape',
        ratios: ['1:1'],
      },
      references: 14,
      seed: false,
      prices: [{ rule: { kind: 'image', each: '0.04' }, says: 'per-image $0.04' }],
    },
  ],
  [
    'of Cloudflare that fills in what a mask shows, with limits of a side',
    row(
      'cloudflare',
      '@cf/maker/some-inpainting',
      { step: 1 },
      {
        billingScheme: 'step-only',
        minDimension: 1,
        maxDimension: 100_000,
        defaultSteps: 20,
        maxSteps: 30,
        supportsNegativePrompt: true,
        requiresInputImage: true,
        supportsImageBytes: true,
      },
    ),
    {
      sizes: { pixels: 'exact', min: 1, max: 100000, step: 1, area: 10000000000, snaps: 'sides' },
      options: {
        steps: {
          type: 'number',
          names: ['steps', 'num_steps'],
          usual: '20',
          min: 1,
          max: 30,
          whole: true,
          clamps: true,
        },
        negative_prompt: { type: 'text' },
      },
      references: 1,
      needsReference: true,
      mask: 'white',
      seed: false,
      prices: [
        { rule: { kind: 'tiles', step: '0.01', steps: 20, maxSteps: 30 }, says: 'step $0.01' },
      ],
    },
  ],
  [
    'of Cloudflare for nothing, with fixed steps and a shortest side',
    row(
      'cloudflare',
      '@cf/maker/min',
      { tile_512: 0, step: 0 },
      {
        billingScheme: 'tile-plus-step',
        minDimension: 256,
        fixedSteps: 8,
        requiresMultipart: true,
      },
    ),
    {
      sizes: { pixels: 'exact', min: 256, max: 2500, step: 1, area: 6250000, snaps: 'sides' },
      references: 1,
      seed: false,
      prices: [
        {
          rule: { kind: 'tiles', tile: '0', steps: 8, fixed: true },
          free: true,
          says: 'tile_512 $0, step $0',
        },
      ],
    },
  ],
  [
    'of Cloudflare with a longest side',
    row(
      'cloudflare',
      '@cf/maker/max',
      { tile_512: 1 },
      { billingScheme: 'tile-plus-step', maxDimension: 2048 },
    ),
    {
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 1, area: 4194304, snaps: 'sides' },
      options: {
        steps: {
          type: 'number',
          names: ['steps', 'num_steps'],
          usual: '25',
          min: 1,
          max: 50,
          whole: true,
          clamps: true,
        },
      },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'tiles', tile: '0.01' }, says: 'tile_512 $0.01' }],
    },
  ],
  [
    'of Cloudflare that makes one size only',
    row(
      'cloudflare',
      '@cf/maker/fixed',
      { tile_512: 1, step: 0 },
      {
        billingScheme: 'tile-plus-step',
        fixedRatio: { w: 1024, h: 768 },
      },
    ),
    {
      sizes: {
        pixels: 'exact',
        min: 768,
        max: 1024,
        step: 1,
        area: 786432,
        also: ['1024x768'],
        only: true,
        snaps: 'sides',
      },
      options: {
        steps: {
          type: 'number',
          names: ['steps', 'num_steps'],
          usual: '25',
          min: 1,
          max: 50,
          whole: true,
          clamps: true,
        },
      },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'tiles', tile: '0.01' }, says: 'tile_512 $0.01, step $0' }],
    },
  ],
  [
    'of Cloudflare that says nothing of its sizes',
    row('cloudflare', '@cf/maker/open', { tile_512: 1 }, { billingScheme: 'tile-plus-step' }),
    {
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4194304 },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'tiles', tile: '0.01' }, says: 'tile_512 $0.01' }],
    },
  ],
  [
    'of Cloudflare with a side of nothing',
    row(
      'cloudflare',
      '@cf/maker/small',
      { tile_512: 1 },
      { billingScheme: 'tile-plus-step', minDimension: 0 },
    ),
    'models[0].minDimension is not a whole number from 1 to 100000',
  ],
  [
    'of Cloudflare with a side beyond reason',
    row(
      'cloudflare',
      '@cf/maker/large',
      { tile_512: 1 },
      { billingScheme: 'tile-plus-step', maxDimension: 100_001 },
    ),
    'models[0].maxDimension is not a whole number from 1 to 100000',
  ],
];

describe('a row of Puter’s catalogue that is not as it should be', () => {
  const left = (more: object): readonly string[] => {
    const one = row('replicate', 'maker/odd', {}, { ...metered, ...more });
    const read = parsePuterCatalogue({ models: [one, other] }, '2026-11-20');
    return 'refused' in read ? [read.refused] : read.leftOut;
  };
  const costs = { output: 4 };
  const inputSchema = { prompt: { type: 'string' } };

  it('is left out with the place and the reason', () => {
    for (const [more, why] of [
      [{ billingRates: [{ when: { mode: {} }, costs }], inputSchema }, 'billingRates[0].when.mode'],
      [{ billingRates: [{ when: { mode: null }, costs }], inputSchema }, 'when.mode is no value'],
      [{ billingRates: [{ when: 'fast', costs }], inputSchema }, 'when is not an object'],
      [{ billingRates: [{ costs: { output: -1 } }], inputSchema }, 'costs.output is not a cost'],
      [{ billingRates: [{ costs: { output: 1e6 } }], inputSchema }, 'costs.output is not a cost'],
      [{ billingRates: [{ costs: { output: '4' } }], inputSchema }, 'costs.output is not a cost'],
      [{ billingRates: {}, inputSchema }, 'billingRates is not a list'],
      [{ billingRates: [{ costs }], inputSchema: [] }, 'inputSchema is not an object'],
      [{ billingRates: [{ costs }], inputSchema: { prompt: {} } }, 'inputSchema.prompt.type'],
      [{ billingRates: [{ costs }], inputSchema: { a: { type: 'string', enum: 'x' } } }, 'a.enum'],
      [{ puterId: 'a b' }, 'puterId is not an id'],
    ] as const)
      expect(left(more), JSON.stringify(more))
        .to.have.length(1)
        .and.satisfy(([said]: string[]) => said?.startsWith('models[0]') && said.includes(why));
  });

  it('may be as long as it is read, and no longer', () => {
    const rates = (count: number): object => ({
      billingRates: Array.from({ length: count }, () => ({ costs })),
      inputSchema,
    });
    expect(left(rates(50))).to.deep.equal([]);
    expect(left(rates(51))).to.have.length(1);
    const inputs = (count: number): object => ({
      billingRates: [{ costs }],
      inputSchema: Object.fromEntries(
        Array.from({ length: count }, (_, nth) => [`i${String(nth)}`, { type: 'string' }]),
      ),
    });
    expect(left(inputs(200))).to.deep.equal([]);
    expect(left(inputs(201))).to.have.length(1);
    const choices = (count: number): object => ({
      billingRates: [{ costs }],
      inputSchema: { a: { type: 'string', enum: Array.from({ length: count }, () => 'x') } },
    });
    expect(left(choices(200))).to.deep.equal([]);
    expect(left(choices(201))).to.have.length(1);
    const kinds = (letters: number): object => ({
      billingRates: [{ costs }],
      inputSchema: { a: { type: 'x'.repeat(letters) } },
    });
    expect(left(kinds(20))).to.deep.equal([]);
    expect(left(kinds(21))).to.have.length(1);
  });

  it('may name one shape only', () => {
    const one = row(
      'replicate',
      'maker/one',
      {},
      {
        ...metered,
        billingRates: [{ costs }],
        inputSchema: { aspect_ratio: { type: 'string', enum: ['16:9'] } },
      },
    );
    const google = row(
      'gemini',
      'gemini-2.5-flash-image',
      { output_image: 3000 },
      { allowedRatios: [{ w: 16, h: 9 }] },
    );
    const read = parsePuterCatalogue({ models: [one, google, other] }, '2026-11-20');
    const offers = 'list' in read ? read.list.offers : [];
    expect(offers.slice(0, 2).map(({ sizes }) => sizes.ratios)).to.deep.equal([['16:9'], ['16:9']]);
  });

  it('has no price in a unit that nobody knows', () => {
    const one = { ...row('together', 'maker/odd', { 'per-image': 4 }), pricing_unit: 'per-image' };
    for (const costs_currency of ['euros', 'constructor', undefined]) {
      const read = parsePuterCatalogue(
        { models: [{ ...one, costs_currency }, other] },
        '2026-11-20',
      );
      expect('list' in read && read.list.offers.map(({ model }) => model)).to.deep.equal(['other']);
    }
  });

  it('has no price by a route that only objects know, and takes none from the others', () => {
    const one = row('together', 'maker/odd', { 'per-image': 4 }, { pricing_unit: 'per-image' });
    for (const provider of ['__proto__', 'constructor', 'toString', 'valueOf', 'nobody']) {
      const read = parsePuterCatalogue({ models: [{ ...one, provider }, other] }, '2026-11-20');
      const offers = 'list' in read ? read.list.offers : [];
      const priced = offers.filter(({ prices }) => prices.length > 0);
      expect(priced.map(({ model }) => model)).to.deep.equal(['other'], provider);
    }
  });
});

describe('a row of Puter’s catalogue', () => {
  for (const [title, one, wanted] of rows)
    it(`${title}, is read whole`, () => {
      const read = parsePuterCatalogue({ models: [one, other] }, '2026-11-20');
      if ('refused' in read) throw new Error(read.refused);
      const offer = read.list.offers.find(({ model }) => model === one.id);
      if (typeof wanted === 'string') {
        expect(read.leftOut).to.deep.equal([wanted]);
        return void expect(offer).to.equal(undefined);
      }
      expect(read.leftOut).to.deep.equal([]);
      const { prices, ...rest } = wanted as { prices: readonly object[] };
      expect(offer).to.deep.equal({
        provider: 'puter',
        model: one.id,
        route: one.provider.replace('-image-generation', ''),
        wire: one.id,
        name: one.name,
        draft: true,
        ...rest,
        prices: prices.map((price) => ({ ...price, source: 'puter-live' })),
      });
    });
});
