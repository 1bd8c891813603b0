/** A computed colour: its text, its red, green and blue (0 to 255) where it has them, its alpha. */
interface Colour {
  readonly text: string;
  readonly channels: readonly number[] | undefined;
  readonly alpha: number;
}

/** Reads a colour as `getComputedStyle` writes it: `rgb(0, 0, 0)`, `oklch(0.7 0.1 20 / 0.5)`. */
export function colourOf(text: string): Colour {
  const [, name = '', values = ''] = /^([\w-]+)\((.*)\)$/.exec(text) ?? [];
  const [first = '', slashed] = values.split('/');
  const numbers = first.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const isRgb = /^rgba?$/.test(name);
  const isSrgb = name === 'color' && /^srgb /.test(first);
  return {
    text,
    channels: isRgb
      ? numbers.slice(0, 3)
      : isSrgb
        ? numbers.map((share) => share * 255)
        : undefined,
    alpha: slashed !== undefined ? parseFloat(slashed) : isRgb ? (numbers[3] ?? 1) : 1,
  };
}

/** True for colours that nobody can tell apart. Where that is not known, they can. */
export function isAlike(a: Colour, b: Colour): boolean {
  if (a.text === b.text) return true;
  return Boolean(
    a.channels &&
    b.channels &&
    a.channels.every((channel, at) => Math.abs(channel - (b.channels?.[at] ?? 0)) < 20),
  );
}
