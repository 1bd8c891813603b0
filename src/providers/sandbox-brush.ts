/**
 * Ink strengths 0..1 of the light, mid and dark plate, and how much they cover what is below. Full
 * light and mid together make the accent colour.
 */
export type Tint = readonly [light: number, mid: number, dark: number, opacity?: number];

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Drawing functions in the pen's own units. */
export interface Brush {
  between(low: number, high: number): number;
  /** A polygon through the points, as x and y in turn. */
  shape(tint: Tint, ...points: readonly number[]): void;
  disc(tint: Tint, x: number, y: number, across: number, tall?: number, turn?: number): void;
  box(tint: Tint, x: number, y: number, across: number, tall: number): void;
  /** A quadratic curve: start point, control point, end point. */
  curve(
    tint: Tint,
    thick: number,
    x: number,
    y: number,
    overX: number,
    overY: number,
    toX: number,
    toY: number,
  ): void;
  /** A vertical gradient through the tints over the whole width. */
  wash(top: number, bottom: number, ...tints: readonly Tint[]): void;
  /** Runs `draw` with the origin at x, y and scaled by `size`; a negative `across` mirrors it. */
  place(x: number, y: number, size: number, draw: () => void, across?: number): void;
}

/**
 * A brush for one canvas. A tint's three inks are stored in the red, green and blue channel;
 * `paint` converts them to colours.
 */
export function brush(pen: Pen, random: () => number): Brush {
  return {
    between: (low, high) => low + random() * (high - low),
    shape: (tint, ...points) => shape(pen, tint, points),
    disc: (tint, x, y, across, tall = across, turn = 0) => {
      pen.fillStyle = colour(tint);
      pen.beginPath();
      pen.ellipse(x, y, across, tall, turn, 0, 7);
      pen.fill();
    },
    box: (tint, x, y, across, tall) =>
      shape(pen, tint, [x, y, x + across, y, x + across, y + tall, x, y + tall]),
    curve: (tint, thick, x, y, ...bend) => {
      pen.strokeStyle = colour(tint);
      pen.lineWidth = thick;
      pen.lineCap = 'round';
      pen.beginPath();
      pen.moveTo(x, y);
      pen.quadraticCurveTo(...bend);
      pen.stroke();
    },
    wash: (top, bottom, ...tints) => {
      const ramp = pen.createLinearGradient(0, top, 0, bottom);
      tints.forEach((tint, i) => ramp.addColorStop(i / (tints.length - 1), colour(tint)));
      pen.fillStyle = ramp;
      pen.fillRect(0, top, 99, bottom - top);
    },
    place: (x, y, size, draw, across = size) => {
      pen.save();
      pen.translate(x, y);
      pen.scale(across, size);
      draw();
      pen.restore();
    },
  };
}

function shape(pen: Pen, tint: Tint, points: readonly number[]): void {
  pen.fillStyle = colour(tint);
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  pen.fill();
}

function colour([light, mid, dark, opacity = 1]: Tint): string {
  return `rgb(${[light, mid, dark].map((part) => Math.round(part * 255)).join(' ')} / ${opacity})`;
}
