/** One row of `GET /puterai/image/models/details`, as far as it decides a price. */
export interface Row {
  readonly id: string;
  readonly puterId: string;
  readonly provider: string;
  readonly aliases?: readonly string[];
  readonly costs: Readonly<Record<string, number>>;
  readonly billingScheme?: string;
  readonly pricing_unit?: string;
  readonly version?: string;
  // Replicate, by the schema.
  readonly billingRates?: readonly Rate[];
  readonly inputSchema?: Readonly<Record<string, Field>>;
  readonly requiredInputs?: readonly string[];
  readonly promptKey?: string | false;
  // Replicate, the older rows.
  readonly costs_go_fast?: Readonly<Record<string, number>>;
  readonly costs_by_generation_mode?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly imageInputKey?: string;
  readonly singleImageInputKey?: string;
  readonly allowed_params?: readonly string[];
  readonly param_aliases?: Readonly<Record<string, string>>;
  readonly param_transforms?: Readonly<Record<string, { default?: unknown; suffix?: string }>>;
  // Cloudflare.
  readonly fixedRatio?: Pair;
  readonly minDimension?: number;
  readonly maxDimension?: number;
  readonly defaultSteps?: number;
  readonly maxSteps?: number;
  readonly fixedSteps?: number;
  readonly requiresMultipart?: boolean;
  readonly requiresInputImage?: boolean;
  readonly supportsImageBytes?: boolean;
  readonly supportsNegativePrompt?: boolean;
  // xAI, BytePlus, Gemini and OpenAI.
  readonly defaultQuality?: string;
  readonly defaultEditQuality?: string;
  readonly allowedQualityLevels?: readonly string[];
  readonly allowedRatios?: readonly Pair[];
  readonly pixelSizeThreshold?: number;
  readonly minPixels?: number;
  readonly maxPixels?: number;
  readonly resolution_map?: Readonly<Record<string, Readonly<Record<string, Pair>>>>;
}

export interface Rate {
  readonly when?: Readonly<Record<string, unknown>>;
  readonly costs: Readonly<Record<string, number>>;
}

export interface Field {
  readonly type: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxItems?: number;
}

export interface Pair {
  readonly w: number;
  readonly h: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What a page puts into `args`. A reference picture is given as its size; anything else in its
 * place is a picture that Puter cannot read.
 */
export interface Args {
  readonly [name: string]: unknown;
}

/**
 * What the supplier sent back, and how the account stands. What is left out is what a sensible
 * supplier makes of the request; null is what it left out itself.
 */
export interface Made {
  /** The finished picture; null: Puter cannot read its size. */
  readonly picture?: Size | null;
  /** The run time it reported. */
  readonly seconds?: number | null;
  readonly usage?: TokenUsage | null;
  /** Microcents the account holds; enough if left out. */
  readonly remaining?: number;
  /** The account's cost factor, for the rows and for the gates that know it. */
  readonly factor?: number;
}

/** As OpenAI and Google write it. */
export interface TokenUsage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly input_tokens_details?: TextAndImage & {
    readonly cached_tokens_details?: TextAndImage;
  };
  readonly promptTokenCount?: number;
  readonly candidatesTokenCount?: number;
  readonly thoughtsTokenCount?: number;
  readonly candidatesTokensDetails?: readonly {
    readonly modality: string;
    readonly tokenCount: number;
  }[];
}

interface TextAndImage {
  readonly text_tokens?: number;
  readonly image_tokens?: number;
}

/** A usage row without its prefix: name, amount, listed microcents. */
export type Line = readonly [name: string, amount: number, cost: number];

export interface Plan {
  readonly upstream: Readonly<Record<string, unknown>>;
  readonly gate: number;
  /** What is billed once the picture is there. */
  readonly lines: () => readonly Line[];
}

/** A request that Puter turns down; nothing is charged. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: 400 | 402 | 502 = 400,
    readonly code = 'bad_request',
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
