import { clamp, given, nearest, pairOf, references, spread, wish } from './puter-september.size.js';
import { Refusal, type Args, type Field, type Pair, type Row } from './puter-september.types.js';

type Schema = Readonly<Record<string, Field>>;
type Input = Record<string, unknown>;

/** The input Puter builds for a row with a schema, and its checks. */
export function buildInput(row: Row, args: Args): Readonly<Record<string, unknown>> {
  const schema = row.inputSchema ?? {};
  const input = picked(schema, args);
  if (typeof row.promptKey === 'string') input[row.promptKey] = args.prompt;
  setQuality(schema, args, input);
  setMegapixels(schema, args, input);
  for (const [common, natives] of Object.entries(nativeNames)) {
    const native = natives.find((name) => schema[name]);
    if (native !== undefined && given(args[common])) input[native] = args[common];
  }
  setPictures(row, args, input);
  for (const name of counts) if (schema[name]) input[name] = 1;
  setSize(schema, args, input);
  for (const name of row.requiredInputs ?? [])
    if (!given(input[name]) || (Array.isArray(input[name]) && input[name].length === 0))
      throw new Refusal(`${row.id} requires ${name}`);
  for (const [name, field] of Object.entries(schema))
    if (input[name] !== undefined) input[name] = checked(name, field, input[name]);
  return input;
}

/** Every field from the order, from its supplier's options, or as the schema has it. */
function picked(schema: Schema, args: Args): Input {
  const options = (args.providerOptions ?? {}) as Args;
  const input: Input = {};
  for (const [name, field] of Object.entries(schema)) {
    const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const own = sizeNames.includes(name) ? undefined : args[name];
    // The camel case of a plain word is the word itself.
    const other = camel === name ? undefined : args[camel];
    const value = own ?? other ?? options[name] ?? options[camel] ?? field.default;
    if (value != null) input[name] = value;
  }
  return input;
}

/** These follow the rule of the size, once it is known whether they mean a shape or pixels. */
const sizeNames = ['width', 'height', 'aspect_ratio'];

/** `quality` is a tier where the row has no quality: the first list with choices such as `1K`. */
function setQuality(schema: Schema, { quality }: Args, input: Input): void {
  if (!given(quality)) return;
  const tiers = ['resolution', 'image_size', 'size'].find((name) =>
    schema[name]?.enum?.some((choice) => /^\d+K$/i.test(String(choice))),
  );
  const name = schema.quality ? 'quality' : tiers;
  if (name !== undefined) input[name] = quality;
}

function setMegapixels(schema: Schema, { output_megapixels: wanted }: Args, input: Input): void {
  if (!given(wanted)) return;
  const text = String(wanted);
  const name = ['output_megapixels', 'megapixels'].find((one) => schema[one]);
  if (name !== undefined) input[name] = text;
  else if (schema.resolution?.enum?.some((choice) => String(choice).endsWith(' MP')))
    input.resolution = `${text} MP`;
}

/** The options every supplier has, by the names that models give them. */
const nativeNames: Readonly<Record<string, readonly string[]>> = {
  steps: ['steps', 'num_inference_steps', 'inference_steps', 'ddim_steps'],
  guidance: ['guidance', 'guidance_scale', 'cfg', 'scale'],
  negative_prompt: ['negative_prompt', 'n_prompt'],
  strength: ['strength', 'prompt_strength', 'image_prompt_strength'],
  response_format: ['output_format'],
  maskImage: ['mask'],
};

const counts = [
  'num_outputs',
  'num_images',
  'number_of_images',
  'max_images',
  'batch_size',
  'num_samples',
];

const listNames = [
  'input_images',
  'image_input',
  'images',
  'init_images',
  'style_reference_images',
];
const singleNames = [
  'image',
  'input_image',
  'image_prompt',
  'control_image',
  'redux_image',
  'init_image',
  'image_reference_url',
  'image_reference',
  'subject_reference',
];

function setPictures({ id, inputSchema = {} }: Row, args: Args, input: Input): void {
  const pictures = references(args);
  if (pictures.length === 0) return;
  const several = listNames.find((name) => inputSchema[name]);
  const one = singleNames.find((name) => inputSchema[name]);
  const most = several !== undefined ? 10 : one !== undefined ? 1 : 0;
  if (most === 0) throw new Refusal(`${id} does not support input images`);
  if (pictures.length > most) throw new Refusal(`${id} accepts at most ${most} input images`);
  if (several !== undefined) input[several] = pictures;
  else if (one !== undefined) input[one] = pictures[0];
}

function setSize(schema: Schema, args: Args, input: Input): void {
  const wanted = wish(args);
  if (!wanted) return;
  const list = schema.aspect_ratio?.enum;
  const sides = schema.width && schema.height;
  const free = wanted.kind === 'pixels' && (!list || list.includes('custom'));
  if (sides && (free || !list)) {
    const { width, height } =
      wanted.kind === 'pixels'
        ? { width: to8(wanted.w), height: to8(wanted.h) }
        : spread(2 ** 20, wanted, 8);
    input.width = within(schema.width, width);
    input.height = within(schema.height, height);
    if (schema.aspect_ratio) input.aspect_ratio = list ? 'custom' : reduced(wanted);
  } else if (list) {
    const choices = list.filter((choice) => pairOf(choice) !== undefined);
    input.aspect_ratio = nearest(wanted, choices, (choice) => pairOf(choice) ?? { w: 1, h: 1 });
  }
}

function to8(side: number): number {
  return Math.round(side / 8) * 8;
}

/** A list of sides is not a range: what is not on it is refused later. */
function within(field: Field | undefined, side: number): number {
  return field?.enum ? side : clamp(side, field?.minimum ?? 64, field?.maximum ?? 4096);
}

function reduced({ w, h }: Pair): string {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  const by = Number.isInteger(w) && Number.isInteger(h) ? common(w, h) : 1;
  return `${w / by}:${h / by}`;
}

/** A value the model takes, choices in the spelling of the list. */
function checked(name: string, field: Field, value: unknown): unknown {
  if (field.enum) {
    const low = String(value).toLowerCase();
    const choice = field.enum.find((one) => String(one).toLowerCase() === low);
    if (choice === undefined) throw new Refusal(`${name} must be one of: ${field.enum.join(', ')}`);
    return choice;
  }
  if (!fits[field.type]?.(value)) throw new Refusal(`${name} must be of type ${field.type}`);
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxItems = Infinity } = field;
  if (typeof value === 'number' && (value < minimum || value > maximum))
    throw new Refusal(`${name} is outside the supported range`);
  if (typeof value === 'string' && value.length < minLength)
    throw new Refusal(`${name} is too short`);
  if (Array.isArray(value) && value.length > maxItems)
    throw new Refusal(`${name} accepts at most ${maxItems} items`);
  return value;
}

/** A reference picture stands as its size where the wire has a text. */
const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  integer: Number.isInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
};
