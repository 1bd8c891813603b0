import { entries, object, optional, refuse, words } from '../read-list.js';

/** One input of a model as Puter's row describes it. */
export interface InputField {
  readonly type: string;
  /** What it may be, as text. */
  readonly choices: readonly string[] | undefined;
  /** As text; `undefined` where nothing is sent. */
  readonly usual: string | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly most: number | undefined;
}

export type InputSchema = Readonly<Record<string, InputField>>;

/** Inputs that take one picture to start from, by what the models call them. */
const pictureInputs = [
  'image',
  'input_image',
  'image_prompt',
  'init_image',
  'control_image',
  'redux_image',
  'subject_reference',
  'image_reference',
  'image_reference_url',
  'style_reference',
];
const picturesInputs = [
  'input_images',
  'image_input',
  'images',
  'init_images',
  'style_reference_images',
];

/** The most references that Puter takes for one image. */
const mostReferences = 10;

/** Reads `inputSchema`. `undefined` if the row has none. */
export function inputSchema(value: unknown, where: string): InputSchema | undefined {
  if (value === undefined) return undefined;
  const fields = Object.entries(object(value, where));
  if (fields.length > 200) refuse(`${where} has more than 200 inputs`);
  return Object.fromEntries(
    fields.map(([name, field]) => [name, inputField(field, `${where}.${name.slice(0, 40)}`)]),
  );
}

function inputField(value: unknown, where: string): InputField {
  const { type, enum: choices, default: usual, minimum, maximum, maxItems } = object(value, where);
  return {
    type: words(type, `${where}.type`, 20),
    choices: optional(choices, (all) => entries(all, 200, `${where}.enum`).map(String)),
    usual:
      usual === null || usual === undefined || typeof usual === 'object' ? undefined : said(usual),
    min: number(minimum),
    max: number(maximum),
    most: number(maxItems),
  };
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** How many references a model takes at most. */
export function referencesOf(schema: InputSchema): number {
  const several = picturesInputs.find((name) => name in schema);
  if (several !== undefined)
    return Math.min(schema[several]?.most ?? mostReferences, mostReferences);
  return pictureInputs.some((name) => name in schema) ? 1 : 0;
}

/** True for an input that takes a picture, a mask or a file. */
export function isPicture(name: string): boolean {
  return (
    pictureInputs.includes(name) ||
    picturesInputs.includes(name) ||
    /image$|image_url$|_images$|_refs$|reference(_url)?$|^mask$|_file$/.test(name)
  );
}
