import { spelt } from './readable-name.js';

/** What a model is beside its price: its family and maker, what it takes, and warnings about it. */
export interface ModelKin {
  /** `FLUX.2`; empty for a model nobody here knows. */
  readonly family: string;
  /** Who trained it; empty where that is unknown. */
  readonly maker: string;
  /** The same for every id and route of one model. */
  readonly same: string;
  /** Its name, spelt as its maker spells it where the list has it in small letters. */
  readonly name: string;
  readonly traits: ModelTraits;
}

/** What a request to it may hold, beside words. */
export interface ModelTraits {
  /** Words describe the picture; false where they are not used. */
  readonly words: boolean;
  /** What it can't work without, beside words. */
  readonly needs?: 'picture' | 'workflow';
  /** Takes a mask: what may change of a picture, and what stays. */
  readonly mask: boolean;
  /** Known for legible words inside pictures. */
  readonly lettering: boolean;
}

/** A warning about a model or one of its routes. */
export interface ModelNotice {
  /**
   * `retired`: shut down by its maker; `replaced`: another model answers under its id, at a price
   * of its own; `failing`: it was listed and no request to it was answered.
   */
  readonly kind: 'retired' | 'replaced' | 'failing';
  /** `YYYY-MM-DD`: from this day on; for `failing`, the day it was tried. */
  readonly day: string;
  /** The name of what answers instead. */
  readonly by?: string;
  readonly source: string;
}

/** One line of the table of families; the first whose pattern fits counts. */
type Row = readonly [pattern: RegExp, family: string, maker: string, traits?: string];

const sd = 'Stable Diffusion';

/**
 * Patterns are tried on the id and the name in small letters. Traits: `p` needs a picture,
 * `f` needs a workflow file, `o` takes a mask, `x` uses no words, `t` text in
 * pictures; as the input schemas of Puter's list of 2026-09-16 and the makers' pages have them.
 */
const rows: readonly Row[] = [
  [/any-comfyui-workflow/, 'ComfyUI', '', 'fx'],
  [/juggernaut/, 'FLUX.1', 'RunDiffusion'],
  [/flux[-. ]?2/, 'FLUX.2', 'Black Forest Labs', 't'],
  [/flux-fast/, 'FLUX.1', 'Pruna AI'],
  [/flux.*redux/, 'FLUX.1', 'Black Forest Labs', 'px'],
  [/flux.*(canny|depth)/, 'FLUX.1', 'Black Forest Labs', 'p'],
  [/flux.*fill/, 'FLUX.1', 'Black Forest Labs', 'po'],
  [/flux|kontext/, 'FLUX.1', 'Black Forest Labs'],
  [/nano-banana|gemini.*image/, 'Nano Banana', 'Google', 't'],
  [/imagen/, 'Imagen', 'Google', 't'],
  [/gpt-image|dall-e-/, 'GPT Image', 'OpenAI', 't'],
  [/seedream/, 'Seedream', 'ByteDance', 't'],
  [/ideogram-v2a/, 'Ideogram', 'Ideogram', 't'],
  [/ideogram/, 'Ideogram', 'Ideogram', 'ot'],
  [/recraft.*styles/, 'Recraft', 'Recraft', 'pt'],
  [/recraft/, 'Recraft', 'Recraft', 't'],
  [/qwen/, 'Qwen', 'Alibaba', 't'],
  [/z-image/, 'Z-Image', 'Alibaba', 't'],
  [/\bwan-|\bwan\d/, 'Wan', 'Alibaba'],
  [/grok/, 'Grok Imagine', 'xAI'],
  [/photon/, 'Photon', 'Luma'],
  [/kandinsky/, 'Kandinsky', 'Sber AI'],
  [/hidream/, 'HiDream', 'HiDream.ai'],
  [/hunyuan/, 'Hunyuan', 'Tencent', 't'],
  [/\bsana/, 'Sana', 'NVIDIA'],
  [/\bfibo|bria/, 'Bria', 'Bria'],
  [/p-image/, 'P-Image', 'Pruna AI'],
  [/riverflow/, 'Riverflow', 'Sourceful', 't'],
  [/phoenix|lucid/, 'Leonardo', 'Leonardo.Ai'],
  [/minimax/, 'MiniMax', 'MiniMax'],
  [/playground/, 'Playground', 'Playground AI', 'o'],
  [/inpainting/, sd, 'Runway', 'po'],
  [/controlnet-scribble/, sd, 'Jagilley', 'p'],
  [/sdxl-controlnet-lora/, sd, 'Fermat Research', 'p'],
  [/realvisxl|realistic-vision/, sd, 'SG161222', 'o'],
  [/proteus|open-dalle/, sd, 'dataautogpt3', 'o'],
  [/dreamshaper/, sd, 'Lykon'],
  [/ssd-1b/, sd, 'Segmind', 'o'],
  [/latent-consistency/, sd, 'Tsinghua University'],
  [/sticker-maker|sdxl-emoji|sdxl-multi/, sd, 'fofr'],
  [/material-diffusion/, sd, 'tstramer', 'o'],
  [/(sdxl|xl)-lightning/, sd, 'ByteDance'],
  [/stability-ai\/sdxl/, sd, 'Stability AI', 'o'],
  [/stable-diffusion|sdxl/, sd, 'Stability AI'],
];

/** Ids of one model that do not look alike: the last part of the id, and what it is the same as. */
const alias: Readonly<Record<string, string>> = {
  'nano-banana': 'gemini-2.5-flash-image',
  'nano-banana-2': 'gemini-3.1-flash-image',
  'nano-banana-pro': 'gemini-3-pro-image',
  'dola-seedream-5.0-pro': 'seedream-5-pro',
};

/** Where the warnings below were read. */
const read = 'Puter’s documents of 2026-09-16';

type Warned = ModelNotice & { readonly model: string; readonly route?: string };

/** Warnings about models at Puter. */
const warnings: readonly Warned[] = [
  { model: 'gemini-2.5-flash-image', kind: 'retired', day: '2026-10-02', source: read },
  { model: 'gpt-image-1', kind: 'retired', day: '2026-10-23', source: read },
  { model: 'gpt-image-1-mini', kind: 'retired', day: '2026-12-01', source: read },
  { model: 'gpt-image-1.5', kind: 'retired', day: '2026-12-01', source: read },
  {
    model: 'grok-imagine-image-quality',
    kind: 'replaced',
    day: '2026-11-02',
    by: 'Grok Imagine Image 2.0',
    source: read,
  },
  { model: 'flux-2-dev', route: 'cloudflare', kind: 'failing', day: '2026-09-16', source: read },
];

/** The family, maker and traits of a model of any provider, by its id and the name a list gives. */
export function kinOf({ id, name }: { readonly id: string; readonly name: string }): ModelKin {
  const text = `${id} ${name.replaceAll(' ', '-')}`.toLowerCase();
  const [, family, maker, traits] = rows.find(([pattern]) => pattern.test(text)) ?? [];
  return {
    family: family ?? '',
    maker: maker || ownerOf(id),
    same: `${family ?? ''}/${sameOf(id)}`,
    name: spelt(name),
    traits: traitsOf(traits ?? ''),
  };
}

/**
 * The warning about a model of a provider by one of its routes; one about a route alone counts for
 * that route only.
 */
export function noticeOf(
  provider: string,
  model: string,
  route: string | undefined,
): ModelNotice | undefined {
  return provider === 'puter'
    ? warnings.find((one) => one.model === model && (one.route ?? route) === route)
    : undefined;
}

/** True where a warning tells of something that has happened by this day, `YYYY-MM-DD`. */
export function isOver({ kind, day }: ModelNotice, today: string): boolean {
  return kind !== 'failing' && day <= today;
}

/** Ids of models at Puter that have been, or will be, shut down. */
export function retiredAt(provider: string): readonly string[] {
  return provider === 'puter'
    ? warnings.flatMap(({ model, kind }) => (kind === 'retired' ? [model] : []))
    : [];
}

function traitsOf(signs: string): ModelTraits {
  const needs = signs.includes('f') ? 'workflow' : signs.includes('p') ? 'picture' : undefined;
  return {
    words: !signs.includes('x'),
    mask: signs.includes('o'),
    lettering: signs.includes('t'),
    ...(needs && { needs }),
  };
}

/** `openai/gpt-image-2` → `gpt-image-2`; `seedream-4-5-251128` → `seedream-4.5`. */
function sameOf(id: string): string {
  const last = (id.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/-\d{6}$/, '')
    .replace(/(\d)-(\d)/g, '$1.$2');
  return alias[last] ?? last.replace(/^(seedream-\d)\.0/, '$1');
}

/** Whoever an id names before its slash; `@cf` and the like are no makers. */
function ownerOf(id: string): string {
  const [, owner = ''] = /(?:^|[:/])([\w.-]+)\/[^/]+$/.exec(id) ?? [];
  return owner;
}
