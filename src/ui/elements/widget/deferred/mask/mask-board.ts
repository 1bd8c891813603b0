import { decode } from '../../../../../pictures/measure.js';

/** A point of the board: 0 to 1 of its width and of its height. */
interface Point {
  readonly x: number;
  readonly y: number;
}

interface Stroke {
  /** Of the board's shorter side. */
  readonly brush: number;
  readonly points: Point[];
}

/** The longest side of a mask, pixels; it is brought to the picture's own size when it is sent. */
const longest = 1024;

/** How far an arrow key moves the point, of the shorter side. */
const stride = 0.03;

/**
 * What a reader has painted over one picture: strokes, which are white in the mask and all else is
 * black.
 */
export class MaskBoard {
  readonly #strokes: Stroke[] = [];
  readonly #changed: (mask: Blob | undefined) => void;
  readonly #width: number;
  readonly #height: number;
  #picture: ImageBitmap | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #overlay: HTMLCanvasElement | undefined;
  #isDown = false;
  /** Where the keyboard paints; `undefined` until an arrow key was pressed. */
  #point: Point | undefined;
  /** Diameter, of the board's shorter side. */
  brush = 0.12;

  constructor(
    picture: Blob,
    size: { readonly width: number; readonly height: number },
    changed: (mask: Blob | undefined) => void,
  ) {
    this.#changed = changed;
    const scale = Math.min(1, longest / Math.max(size.width, size.height));
    this.#width = Math.max(1, Math.round(size.width * scale));
    this.#height = Math.max(1, Math.round(size.height * scale));
    void decode(picture).then((bitmap) => {
      this.#picture = bitmap;
      this.#draw();
    });
  }

  get isEmpty(): boolean {
    return this.#strokes.length === 0;
  }

  /** Draws on this canvas from now on. */
  attach(canvas: HTMLCanvasElement): void {
    if (canvas === this.#canvas) return;
    this.#canvas = canvas;
    Object.assign(canvas, { width: this.#width, height: this.#height });
    this.#draw();
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#canvas?.setPointerCapture(event.pointerId);
    this.#isDown = true;
    this.#strokes.push({ brush: this.brush, points: [this.#at(event)] });
    this.#draw();
  }

  move(event: PointerEvent): void {
    if (!this.#isDown) return;
    this.#strokes.at(-1)?.points.push(this.#at(event));
    this.#draw();
  }

  up(): void {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#tell();
  }

  /** Arrow keys move, space and enter paint; true if the key was one of those. */
  key(key: string): boolean {
    const { x, y } = this.#point ?? { x: 0.5, y: 0.5 };
    const [dx, dy] = arrows[key] ?? [0, 0];
    const isPaint = key === ' ' || key === 'Enter';
    if (!isPaint && dx === 0 && dy === 0) return false;
    this.#point = { x: within(x + this.#stepX(dx)), y: within(y + this.#stepY(dy)) };
    if (isPaint) this.#strokes.push({ brush: this.brush, points: [this.#point] });
    this.#draw();
    if (isPaint) this.#tell();
    return true;
  }

  undo(): void {
    this.#strokes.pop();
    this.#draw();
    this.#tell();
  }

  clear(): void {
    this.#strokes.length = 0;
    this.#draw();
    this.#tell();
  }

  /** A step of the shorter side, as a share of the width or the height. */
  #stepX(steps: number): number {
    return (steps * stride * this.#short) / this.#width;
  }

  #stepY(steps: number): number {
    return (steps * stride * this.#short) / this.#height;
  }

  get #short(): number {
    return Math.min(this.#width, this.#height);
  }

  /** Both are in the window's pixels, so a zoom or a transform around the board changes nothing. */
  #at({ clientX, clientY }: PointerEvent): Point {
    const {
      left = 0,
      top = 0,
      width = 1,
      height = 1,
    } = this.#canvas?.getBoundingClientRect() ?? {};
    return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
  }

  #draw(): void {
    const pen = this.#canvas?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, this.#width, this.#height);
    if (this.#picture) pen.drawImage(this.#picture, 0, 0, this.#width, this.#height);
    // All strokes as one layer: where they cross they do not get darker.
    const layer = (this.#overlay ??= document.createElement('canvas'));
    this.#paint(layer, '#f0f');
    pen.globalAlpha = 0.55;
    pen.drawImage(layer, 0, 0);
    pen.globalAlpha = 1;
    if (this.#point) this.#ring(pen, this.#point);
  }

  /** White inside black, so that it shows on any picture. */
  #ring(pen: CanvasRenderingContext2D, { x, y }: Point): void {
    const radius = (this.brush * this.#short) / 2;
    for (const [colour, width] of [
      ['#000', 6],
      ['#fff', 2],
    ] as const) {
      pen.beginPath();
      pen.arc(x * this.#width, y * this.#height, radius, 0, 2 * Math.PI);
      Object.assign(pen, { strokeStyle: colour, lineWidth: width });
      pen.stroke();
    }
  }

  /** Draws the strokes alone, on `ground` or on nothing. */
  #paint(canvas: HTMLCanvasElement, colour: string, ground?: string): void {
    // A new size empties a canvas.
    Object.assign(canvas, { width: this.#width, height: this.#height });
    const pen = canvas.getContext('2d');
    if (!pen) return;
    if (ground !== undefined) {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, this.#width, this.#height);
    }
    Object.assign(pen, { strokeStyle: colour, lineCap: 'round', lineJoin: 'round' });
    for (const { brush, points } of this.#strokes) {
      pen.lineWidth = brush * this.#short;
      pen.beginPath();
      const [first = { x: 0, y: 0 }, ...rest] = points;
      // Chromium draws no dot for a line that ends where it begins, so none does.
      pen.moveTo(first.x * this.#width + 0.01, first.y * this.#height);
      for (const { x, y } of rest.length > 0 ? rest : [first])
        pen.lineTo(x * this.#width, y * this.#height);
      pen.stroke();
    }
  }

  #tell(): void {
    if (this.isEmpty) return this.#changed(undefined);
    const mask = document.createElement('canvas');
    this.#paint(mask, '#fff', '#000');
    mask.toBlob((blob) => this.#changed(blob ?? undefined), 'image/png');
  }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
