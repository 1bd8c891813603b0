import { brush, type Brush, type Pen, type Tint } from './sandbox-brush.js';
import { weather, type Recipe } from './sandbox-recipe.js';
import { drawSubject } from './sandbox-subjects.js';

/**
 * Draws a recipe: sky, sun or moon, a landscape in layers from far to near, and a subject. The
 * shorter side is 1 unit long. The order of random draws decides the picture.
 */
export function drawScene(
  pen: Pen,
  width: number,
  height: number,
  recipe: Recipe,
  random: () => number,
): void {
  new Scene(brush(pen, random), width, height, recipe.sky, random).draw(recipe);
}

const skies: Readonly<Record<'night' | 'dusk' | 'day', readonly [Tint, Tint, Tint]>> = {
  night: [
    [0, 0.45, 1],
    [0.1, 0.7, 0.7],
    [0.5, 0.45, 0.25],
  ],
  dusk: [
    [0.2, 0.6, 0.35],
    [0.6, 0.5, 0],
    [1, 0.15, 0],
  ],
  day: [
    [0.12, 0.22, 0.02],
    [0.3, 0.08, 0],
    [0.75, 0.05, 0],
  ],
};

const water: Readonly<Record<'night' | 'day', readonly [Tint, Tint, Tint]>> = {
  night: [
    [0.3, 0.7, 0.5],
    [0, 0.7, 0.9],
    [0, 0.6, 1],
  ],
  day: [
    [0.35, 0.35, 0.05],
    [0.1, 0.7, 0.5],
    [0, 0.75, 0.95],
  ],
};

class Scene {
  readonly #brush: Brush;
  readonly #random: () => number;
  readonly #width: number;
  readonly #height: number;
  readonly #sky: number;
  readonly #night: boolean;
  /** Strength of the fog, 0 without any. */
  readonly #foggy: number;
  readonly #horizon: number;
  readonly #sunX: number;
  readonly #sunY: number;
  readonly #sun: number;

  constructor(tools: Brush, width: number, height: number, sky: number, random: () => number) {
    const { between } = tools;
    this.#brush = tools;
    this.#random = random;
    this.#width = width;
    this.#height = height;
    this.#sky = sky;
    this.#night = (sky & (weather.night | weather.planet)) > 0;
    this.#foggy = sky & weather.fog ? 0.9 : 0;
    this.#horizon = height * between(0.5, 0.64);
    this.#sunX = width * (random() < 0.5 ? between(0.24, 0.4) : between(0.6, 0.76));
    this.#sunY = this.#horizon - between(0.12, 0.3);
    this.#sun = between(0.09, 0.17);
  }

  draw({ ground, subject }: Recipe): void {
    const landscapes = [
      () => this.#hills(),
      () => this.#sea(),
      () => this.#mountains(),
      () => this.#forest(),
      () => this.#city(),
    ];
    this.#drawSky();
    if (this.#night) this.#stars();
    if (this.#sky & weather.planet) this.#planet();
    else this.#sunOrMoon();
    landscapes[ground]?.();
    drawSubject(subject, this.#brush, {
      width: this.#width,
      height: this.#height,
      horizon: this.#horizon,
      left: this.#sunX > this.#width / 2,
      near: this.#depth(1),
      glow: this.#night || this.#foggy ? 0.75 : 0.35,
    });
    if (this.#foggy && subject) this.#mist(this.#height * 0.88, 0.8);
    if (this.#sky & weather.rain) this.#rain();
    if (this.#sky & weather.snow) this.#snow();
  }

  #drawSky(): void {
    const [top, middle, low] =
      skies[this.#night ? 'night' : this.#sky & weather.dusk ? 'dusk' : 'day'];
    this.#brush.wash(0, this.#height, top, middle, low, low);
  }

  #stars(): void {
    const { disc, between } = this.#brush;
    for (let i = 0; i < 90; i++)
      disc(
        [0.2, 0, 0],
        between(0, this.#width),
        between(0, this.#horizon),
        between(0.0008, 0.0032),
      );
  }

  #planet(): void {
    const { curve, disc, place } = this.#brush;
    place(this.#sunX, this.#sunY - 0.1, this.#sun, () => {
      const ring = (way: number): void =>
        curve([0.9, 0, 0], 0.1, -2.1, 0.6, way * 0.7, way * 1.1, 2.1, -0.6);
      ring(-1);
      disc([0.4, 0.9, 0.1], 0, 0, 1.3);
      disc([1, 0.3, 0], -0.15, -0.2, 1);
      ring(1);
    });
  }

  #sunOrMoon(): void {
    const tint: Tint = this.#night ? [0.3, 0, 0] : [1, 1, 0];
    this.#brush.disc(tint, this.#sunX, this.#sunY, this.#night ? this.#sun * 0.7 : this.#sun);
  }

  #hills(): void {
    const { between } = this.#brush;
    for (let i = 0; i < 5; i++) {
      const line = this.#ridge(this.#layer(i * 0.2), 0.02 + 0.012 * i, this.#depth(i / 4));
      if (i === 2 || i === 3)
        for (let n = between(3, 9); n > 0; n--) {
          const x = between(0, this.#width);
          this.#pine(x, line(x) + 0.01, between(0.03, 0.05) * i, this.#depth(1));
        }
      if (this.#foggy) this.#mist(this.#layer(i * 0.2) + 0.12, this.#foggy);
    }
  }

  #sea(): void {
    const tints = water[this.#night ? 'night' : 'day'];
    this.#brush.wash(this.#horizon, this.#height, ...tints);
    for (let i = 0; i < 60; i++) {
      const t = this.#random() ** 1.6;
      this.#glint(t);
      this.#wave(t);
    }
    if (this.#foggy) this.#mist(this.#horizon, this.#foggy);
  }

  /** The sun's reflection; `t` is the distance to the horizon. */
  #glint(t: number): void {
    const { box, between } = this.#brush;
    const sun = this.#sun;
    box(
      [0.4, 0.05, 0],
      this.#sunX + between(-1, 1) * sun * (0.5 + t) - sun * 0.2,
      this.#layer(t),
      sun * between(0.2, 0.7),
      0.002 + 0.008 * t,
    );
  }

  #wave(t: number): void {
    const { box, between } = this.#brush;
    box(
      [0, 0.7, 1, 0.6],
      between(-0.1, 1) * this.#width,
      this.#layer(this.#random()),
      between(0.06, 0.3),
      0.001 + 0.005 * t,
    );
  }

  #mountains(): void {
    const { box, between } = this.#brush;
    for (let i = 0; i < 3; i++) {
      const base = this.#layer(i * 0.28);
      const tint = this.#depth(i * 0.4 + 0.1);
      for (let n = Math.ceil(this.#width * (5 - i)); n > 0; n--) this.#mountain(i, base, tint);
      box(tint, 0, base, this.#width, this.#height);
      this.#mist(base, this.#foggy || 0.5);
    }
    const line = this.#ridge(this.#height * 0.9, 0.02, this.#depth(1));
    for (let n = this.#width * 16; n > 0; n--) {
      const x = between(0, this.#width);
      this.#pine(x, line(x) + 0.02, between(0.06, 0.16), this.#depth(1));
    }
  }

  #mountain(i: number, base: number, [, mid, dark]: Tint): void {
    const { shape, place, between } = this.#brush;
    const x = between(-0.05, 1.05) * this.#width;
    place(x, base, between(0.22, 0.42) * (1 - i * 0.22), () => {
      const wide = between(0.8, 1.2);
      const seam = [0, -1];
      for (let k = 1; k < 7; k++) seam.push(wide * (k * 0.05 + (k % 2 ? 0.05 : -0.05)), k / 7 - 1);
      shape([0.25, mid, dark * 0.6], 0, -1, wide, 0.05, -wide, 0.05);
      shape([0, mid + 0.2, Math.min(1, dark + 0.32)], ...seam, wide * 0.4, 0.05, wide, 0.05);
      const snow = [0.1, -0.77, 0.02, -0.82, -0.1, -0.7, -0.16, -0.79, -0.3, -0.7];
      shape([0.02, 0, 0], 0, -1, ...snow.map((part, at) => (at % 2 ? part : wide * part)));
    });
  }

  #forest(): void {
    const { between } = this.#brush;
    for (let i = 0; i < 5; i++) {
      const tint = this.#depth(i / 4);
      const line = this.#ridge(this.#layer(i * 0.26 - 0.05), 0.02, tint);
      const end = this.#width + 0.1;
      for (let x = between(-0.05, 0); x < end; x += between(0.02, 0.05) * (1 + i * 0.7))
        this.#pine(x, line(x) + 0.02, between(0.09, 0.17) * (1 + i * 0.42), tint);
      this.#mist(this.#layer(i * 0.26) + 0.06, this.#foggy || (i < 4 ? 0.55 : 0));
    }
  }

  #city(): void {
    const { place, between } = this.#brush;
    for (let i = 0; i < 4; i++) {
      const base = this.#layer(i * 0.3 + 0.1);
      const tint = this.#depth(i / 3);
      for (let x = between(-0.1, 0); x < this.#width;) {
        const wide = between(0.05, 0.11) * (1 + i * 0.3);
        const top = base - between(0.1, 0.38) * (1 - i * 0.1);
        place(x, top, wide, () => this.#house(tint, i > 0));
        x += wide;
      }
      if (this.#foggy || i < 2) this.#mist(base, this.#foggy || 0.4);
    }
  }

  #house(tint: Tint, hasWindows: boolean): void {
    const { box, shape } = this.#brush;
    box(tint, 0, 0, 1.02, 99);
    if (this.#random() < 0.3) box(tint, 0.45, -0.7, 0.1, 0.8);
    if (this.#random() < 0.25) shape(tint, 0, 0, 0.5, -0.5, 1, 0);
    if (!hasWindows) return;
    for (let pane = 0; pane < 60; pane++) {
      if (this.#random() >= (this.#night ? 0.5 : 0.3)) continue;
      const light: Tint = this.#night ? [1, 0.12, 0] : [0.5, 0.1, 0];
      box(light, ((pane % 3) * 2 + 1) / 7, 0.2 + ((pane / 3) | 0) * 0.29, 0.15, 0.18);
    }
  }

  /** A ridge: a sum of waves, filled down to the bottom. */
  #ridge(y: number, swell: number, tint: Tint): (x: number) => number {
    const { shape, between } = this.#brush;
    const waves = [3, 7, 14].map(
      (pace) => [pace * between(0.7, 1.3), between(0, 7), (swell * 3) / pace] as const,
    );
    const line = (x: number): number =>
      y + waves.reduce((sum, [pace, phase, size]) => sum + Math.sin(x * pace + phase) * size, 0);
    const points = [this.#width, this.#height, 0, this.#height];
    for (let x = 0; x < this.#width + 0.01; x += 0.01) points.push(x, line(x));
    shape(tint, ...points);
    return line;
  }

  #pine(x: number, y: number, tall: number, tint: Tint): void {
    const { box, shape, place } = this.#brush;
    place(x, y, tall, () => {
      box(tint, -0.014, -0.1, 0.028, 0.2);
      for (let i = 1; i < 6; i++)
        shape(tint, 0, -1 + (i - 1) * 0.15, i * 0.05, -1 + i * 0.185, -i * 0.05, -1 + i * 0.185);
    });
  }

  #rain(): void {
    const { curve, between } = this.#brush;
    for (let i = 0; i < 220; i++) {
      const x = between(0, 1.1) * this.#width;
      const y = between(0, this.#height);
      const long = between(0.03, 0.08);
      curve([0.1, 0, 0, 0.8], 0.0022, x, y, x, y, x - long * 0.25, y + long);
    }
  }

  #snow(): void {
    const { disc, between } = this.#brush;
    for (let i = 0; i < 260; i++)
      disc([0, 0, 0], between(0, this.#width), between(0, this.#height), between(0.0015, 0.006));
  }

  #mist(y: number, strength: number): void {
    const [light, mid, dark] = this.#night
      ? ([0.1, 0.35, 0.2] as const)
      : ([0.06, 0.02, 0] as const);
    const edge: Tint = [light, mid, dark, 0];
    this.#brush.wash(y - 0.16, y + 0.1, edge, [light, mid, dark, strength], edge);
  }

  /** Tint by distance: far (0) is pale, near (1) has full ink. */
  #depth(t: number): Tint {
    return this.#night
      ? [0.1 - 0.1 * t, 0.75 - 0.2 * t, 0.45 + 0.55 * t]
      : [0.35 - 0.35 * t, 0.18 + 0.5 * t, 0.02 + 0.96 * t * t];
  }

  #layer(t: number): number {
    return this.#horizon + (this.#height - this.#horizon) * t;
  }
}
